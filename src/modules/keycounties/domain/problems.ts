// What can be refused about key counties.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'keycounties.not-key': {
    kind: 'not-found',
    sentence: (d) => `${d.name}在 ${d.day} 不是重点帮扶旗县。请核对“旗县称号”台账，或换一个日期。`,
  },
  'keycounties.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '重点旗县的要求由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'keycounties.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变要求，请填今天或以后的日期。`,
  },
});
