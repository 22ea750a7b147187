// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const gaps: PageHelp = {
  purpose: '措施缺口列出监测帮扶中还缺措施、或措施到期未落实的农牧户。',
  rules: [
    '每项风险都要有对应的措施。',
    '有劳动力的户应有开发式帮扶措施。',
    '点开一户，在“一户一策”中补上措施或登记落实。',
  ],
  words: [
    ['开发式帮扶', '产业、就业等增加收入的帮扶'],
    ['落实', '措施已经兑现到户'],
  ],
};

export const visits: PageHelp = {
  purpose: '走访提醒列出走访已逾期和即将到期的农牧户。',
  rules: ['走访频次按风险等级由流程模板规定。', '走访记录在个案的“走访”中登记，登记后期限自动顺延。'],
  words: [['走访频次', '两次走访之间最多的天数']],
};

export const library: PageHelp = {
  purpose: '措施库是制定一户一策时可选的标准措施，按类别和风险类型整理。',
  rules: ['修改只影响以后制定的计划。', '旗县可以在自治区措施之外增加本地措施。'],
  words: [],
};
