// What can be refused about resettlement.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'relocation.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '搬迁后扶要求由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'relocation.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变要求，请填今天或以后的日期。`,
  },
  'relocation.site-not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到安置点“${d.number}”，可能不在您的区域内，或已经作废。请核对安置点编号。`,
  },
});
