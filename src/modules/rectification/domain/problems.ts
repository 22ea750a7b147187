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
  'rectification.not-splittable': {
    kind: 'conflict',
    sentence: (d) => `问题“${d.number}”已经认领、整改或者作废，不能再拆分。请在拆分前办理，或另行登记新问题。`,
  },
  'rectification.same-source': {
    kind: 'invalid',
    sentence: (d) => `“${d.number}”和“${d.other}”出自同一来源的同一份文件，不是同一问题的两个来源。请核对问题编号。`,
  },
  'rectification.no-card': {
    kind: 'conflict',
    sentence: (d) => `问题“${d.number}”按现在的天数不应给牌，或者已经提出过。请刷新后再看。`,
  },
  'rectification.query-not-found': {
    kind: 'not-found',
    sentence: () => '没有这个举一反三查询，可能已经停用。请从问题的页面重新打开。',
  },
  'rectification.no-register': {
    kind: 'not-found',
    sentence: () => '没有这个台账，或者您的角色不能查看。请换一个台账。',
  },
  'rectification.query-too-wide': {
    kind: 'invalid',
    sentence: () => '没有筛选条件，整本台账不是一类问题。请先在台账列表里筛选，再保存查询。',
  },
  'rectification.not-yours': {
    kind: 'forbidden',
    sentence: () => '这个查询属于上级或其他地区的问题，由其所在地区启用、停用。',
  },
  'rectification.problem-unfilled': {
    kind: 'invalid',
    sentence: () => '另立问题须填写责任单位和整改时限。请补上后再办。',
  },
  'rectification.reason-missing': {
    kind: 'invalid',
    sentence: () => '说明不属同类的原因，便于以后核对。请填写后再办。',
  },
  'rectification.nothing-to-decide': {
    kind: 'conflict',
    sentence: () => '选中的记录已经处理过，或者已不符合查询条件。请刷新后再选。',
  },
});
