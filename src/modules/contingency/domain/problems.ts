// What can be refused about plans, what is activated by them, and the visits.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'contingency.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '应急响应期限由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'contingency.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变期限，请填今天或以后的日期。`,
  },
  'contingency.not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这次应急响应，可能已经作废。请从“应急响应”列表里重新打开。',
  },
  'contingency.not-proposed': {
    kind: 'invalid',
    sentence: (d) => `没有登记启动建议：${d.reasons}。请改正后再提交。`,
  },
  'contingency.nobody-listed': {
    kind: 'conflict',
    sentence: () => '按预案的重点人群规则，影响范围内没有一户，不能启动。请检查影响范围和“预案重点人群”台账。',
  },
  'contingency.not-listed': {
    kind: 'not-found',
    sentence: () => '这户不在本次应急响应的名单里，或者不在您的区域内。请从名单里选择。',
  },
  'contingency.not-running': {
    kind: 'conflict',
    sentence: () => '本次应急响应还没有启动或已经终止，不再登记走访。',
  },
  'contingency.visit-day': {
    kind: 'invalid',
    sentence: (d) => `走访日期 ${d.day} 早于启动日期或晚于今天。请改正走访日期。`,
  },
  'contingency.loss-missing': {
    kind: 'invalid',
    sentence: () => '结论是有损失，请填写申报的损失金额；还不清楚的按农牧户自己估计的填。',
  },
});
