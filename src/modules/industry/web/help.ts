// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const loans: PageHelp = {
  purpose: '信贷员每天先看的：逾期的、快到期的、用途还没有核查的，以及不合规定的贷款。',
  rules: [
    '点开一笔，办理核查用途、登记跟进、展期、逾期、代偿、结清，并看以前的跟进。',
    '一笔贷款可能列在几处；办理后自动消失。',
    '贷款不公示，这里姓名只显示姓。',
    '核查和提醒的天数由旗县、盟市或自治区设定，没有设定的按程序自带的数值。',
  ],
  words: [
    ['逾期', '过了到期日或展期日没有结清，或银行已登记逾期'],
    ['逾期率', '逾期贷款金额占未结清贷款金额的比例'],
  ],
};
