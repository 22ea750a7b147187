// What can be refused about assets.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'assets.not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到资产“${d.number}”，可能不在您的区域内，或已经作废。请核对资产编号。`,
  },
  'assets.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '管理期限由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'assets.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变期限，请填今天或以后的日期。`,
  },
});
