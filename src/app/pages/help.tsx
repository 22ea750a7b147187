// What `?` tells of the pages that belong to no slice.

import type { PageHelp } from '../../platform/web/frame/help/page-help.ts';
import { helpOfRegister } from '../../platform/web/registers/register-help.ts';
import { catalogue } from '../registers.ts';

export const home: PageHelp = {
  purpose: '登录后从这里开始：今天要办的事、快到期和已逾期的、下级落后的地方。',
  rules: [
    '数字只数本人现在要办或要督办的事，点开就是它所数的户。',
    '“按事项逐户办理”把同一种事一户接一户打开，办完一户自动到下一户。',
    '左上角的当前区域决定全部数字的范围，只能在本账号区域内切换。',
  ],
  words: [
    ['已逾期', '最迟办结日期早于今天'],
    ['上提', '逾期超过规定天数，转由上级督办'],
  ],
};

export const allPages: PageHelp = {
  purpose: '列出本账号能打开的全部页面，按工作领域和菜单项分组，可按页面、台账或列的名称查找。',
  rules: ['菜单中没有的页面也能从这里打开。', '不能打开的页面不会列出。'],
  words: [['台账', '按统一格式登记的一类记录，有列表、表单、模板、导入和导出']],
};

export const registerImport: PageHelp = {
  purpose: '把一个或多个台账文件一次导入：选文件、预检、导入、看结果。',
  rules: [
    '预检不改动台账，先看清新增、变更、相同和不能收录的行。',
    '几个台账互相引用时可一起选上，先后顺序不限。',
    '未收录的行可下载，表中写明原因，改好后再导入；整次导入可以撤销。',
  ],
  words: [['预检', '只检查和计数，不写入']],
};

/** `path`: `/registers/<code>`. */
export function ofRegister(path: string): PageHelp | undefined {
  const register = catalogue.find(path.replace(/^\/registers\//, ''));
  return register && helpOfRegister(register);
}
