// What can be refused about industry.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'industry.loan-of-another': {
    kind: 'conflict',
    sentence: (d) => `借款编号 ${d.number} 不是本户这个产品的贷款，请核对后填写银行台账里的借款编号。`,
  },
  'industry.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '产业管理期限由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'industry.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变期限，请填今天或以后的日期。`,
  },
});
