// What can be refused about problems under rectification.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'rectification.not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到问题“${d.number}”，可能不在您的区域内。请核对问题编号。`,
  },
  'rectification.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '整改期限由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'rectification.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变期限，请填今天或以后的日期。`,
  },
  'rectification.bad-level': {
    kind: 'invalid',
    sentence: (d) => `销号级别不能是 ${d.value}。请填 1（旗县）、2（盟市）或 3（自治区）。`,
  },
});
