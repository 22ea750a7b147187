// What can be refused about linkage.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'linkage.entity-not-found': {
    kind: 'not-found',
    sentence: (d) => `没有单位代码为“${d.code}”的经营主体。请核对代码，或先在“单位和经营主体”台账中登记。`,
  },
  'linkage.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '联农带农要求由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'linkage.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变要求，请填今天或以后的日期。`,
  },
});
