// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const inquiries: PageHelp = {
  purpose: '旗县请部门协查的名单，和部门对每个人的答复。',
  rules: [
    '旗县为选定的个案一次发出，一个部门一份工作簿；部门可以在页面上逐条或成批答复，也可以填好工作簿交回。',
    '有问题的行退回改正，其余的照常收下；收下的答复可以在十秒内撤销。',
    '比对可以在收到一份答复后结束，或写明理由结束。',
  ],
  words: [['协查', '请部门核对名单上的人在本部门有没有记录']],
};
