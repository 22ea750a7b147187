// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const notices: PageHelp = {
  purpose: '公示公告列出正在公示和即将期满的名单，打印后张贴，期满登记结果。',
  rules: [
    '公示只含规定公开的内容，证件号码、电话、账号不会出现。',
    '公示期按流程模板计算，期满前不能进入下一步。',
    '公示期内有异议的，在个案中登记异议和处理结果。',
  ],
  words: [
    ['公示', '拟纳入或拟消除风险的名单公开征求意见'],
    ['公告', '审定结果的公开'],
  ],
};
