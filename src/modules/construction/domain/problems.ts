// What can be refused about construction.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'construction.village-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这个嘎查村，可能不在您的区域内。请核对嘎查村代码。',
  },
  'construction.too-late': {
    kind: 'invalid',
    sentence: (d) => `整改期限 ${d.day} 太晚：按整改方式最晚为 ${d.last}（冻期不计）。请改早，或改为“限期整改”。`,
  },
  'construction.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '建设期限由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'construction.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变期限，请填今天或以后的日期。`,
  },
  'construction.setting-value': {
    kind: 'invalid',
    sentence: (d) => `“${d.title}”不能是 ${d.value}。天数至少为 1；冻期写成月日，如 11 月 1 日写 1101。`,
  },
});
