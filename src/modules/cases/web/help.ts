// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const oneCase: PageHelp = {
  purpose: '一户的监测个案：基本情况、办理过程、一户一策、走访和文书都在这里。',
  rules: [
    '按钮只显示现在允许本人办理的事项；每一步记录后不可改写，写错的用“撤回”或“退回”。决定前请先看线索原文、比对结果。',
  ],
  words: [
    ['一户一策', '针对每项风险的帮扶措施和期限'],
    ['回头看', '风险消除后的复查'],
  ],
};
