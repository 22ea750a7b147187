// What can be refused about points.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'governance.household-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这一户，可能不在您的区域内，或已经合户。请重新查找。',
  },
  'governance.no-scheme': {
    kind: 'conflict',
    sentence: (d) => `${d.village}在 ${d.day} 没有施行中的积分办法。请先由嘎查村民会议通过、乡镇备案，再办理“施行”。`,
  },
  'governance.no-rule': {
    kind: 'conflict',
    sentence: (d) => `规则“${d.rule}”在 ${d.day} 没有生效，或不是本嘎查村的。请刷新后再选。`,
  },
  'governance.too-often': {
    kind: 'conflict',
    sentence: (d) => `本户的这一项已记满（${d.limit}）。请下一期再记。`,
  },
  'governance.over-cap': {
    kind: 'conflict',
    sentence: (d) => `本户今年已记 ${d.earned} 分，再记 ${d.points} 分就超过年度上限 ${d.cap} 分。`,
  },
  'governance.own-household': {
    kind: 'conflict',
    sentence: (d) => `记录人“${d.name}”是本户成员，不能给自己家记分。请由其他人记录。`,
  },
  'governance.ahead': {
    kind: 'invalid',
    sentence: (d) => `${d.day} 还没有到。请填今天或以前的日期。`,
  },
  'governance.no-good': {
    kind: 'conflict',
    sentence: (d) => `物品“${d.good}”没有在本嘎查村上架。请刷新后再选。`,
  },
  'governance.too-few-points': {
    kind: 'conflict',
    sentence: (d) => `可兑换积分只有 ${d.available} 分，不够 ${d.points} 分。没有复核、没有满异议期的记分还不能兑换。`,
  },
  'governance.too-few-goods': {
    kind: 'conflict',
    sentence: (d) => `“${d.good}”只剩 ${d.stock} 件。请减少数量，或先登记进货。`,
  },
  'governance.not-related': {
    kind: 'conflict',
    sentence: () => '这两户之间没有分户或合户的记录，不能划转积分。请先在“农牧户”登记分户或合户。',
  },
  'governance.no-template': {
    kind: 'not-found',
    sentence: (d) => `${d.county}还没有在 ${d.day} 有效的积分细则模板，或本嘎查村已有这些规则。`,
  },
  'governance.nothing-lapses': {
    kind: 'conflict',
    sentence: (d) => `${d.village}没有要清零的积分：积分办法写明不清零，或上一期的积分已经用完、清过。`,
  },
  'governance.bad-reset': {
    kind: 'invalid',
    sentence: (d) => `清零规则不能是 ${d.value}。请填 0（不清零）、1（年末清零）或 4（季末清零）。`,
  },
  'governance.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '积分期限由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'governance.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变期限，请填今天或以后的日期。`,
  },
});
