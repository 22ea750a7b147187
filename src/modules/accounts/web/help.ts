// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const users: PageHelp = {
  purpose: '建立、停用账号，重置密码，设定角色和管辖区域。',
  rules: ['初始密码只显示一次，须当面或电话告知本人。', '人员调离应停用账号，不要转借。', '只能管理本区域内的账号。'],
  words: [
    ['角色', '决定能办哪些事'],
    ['所属区域', '决定能看到哪些地方的数据'],
  ],
};

export const audit: PageHelp = {
  purpose: '谁在什么时候做了什么，包括打开户和个案的页面、查看照片和完整号码、导出和修改。',
  rules: [
    '日志不能修改和删除；每十分钟封存一次，封存后的改动、删除、移动都能查出来。',
    '“封存与导出”把日志导出为文件，可在另一台电脑上核对。',
    '查询日志本身也记入日志。',
    '按户编号、姓名或姓名加证件后四位查一户，包括其个案；同一人十分钟内重复打开只记一次。',
  ],
  words: [['查看完整号码', '写明原因后看到完整证件号码或电话']],
};

export const sessions: PageHelp = {
  purpose: '本账号现在在哪些设备上登录。',
  rules: ['不是本人的登录请立即结束，并修改密码。', '结束登录不影响各台设备上没有提交的草稿。'],
  words: [],
};

export const saved: PageHelp = {
  purpose: '收藏的筛选：在列表中设好条件后保存在这里，一次点击即可打开。',
  rules: ['收藏只有本账号看得到。', '列表内容按打开时的数据显示。'],
  words: [],
};
