import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'households.not-found': {
    kind: 'not-found',
    sentence: () => '本账号的区域内没有这一户。请检查链接，或从农牧户列表中重新选择。',
  },
  'households.person-not-found': {
    kind: 'not-found',
    sentence: () => '这一户没有这名成员。请刷新页面后重新选择。',
  },
  'households.no-value': {
    kind: 'not-found',
    sentence: (d) => `登记册中没有填写${d.what}，没有可查看的内容。`,
  },
  'households.tail-too-wide': {
    kind: 'invalid',
    sentence: () =>
      '只按证件号码后几位（或带星号的号码）查找，只能在一个苏木乡镇以内。在旗县、全区范围内，请输入完整的 18 位证件号码，或者姓名和后几位，如“王秀英 3261”；也可以先把区域选到苏木乡镇或嘎查村。',
  },
  'households.sort-too-wide': {
    kind: 'invalid',
    sentence: () => '按人口或收入排序只能在一个旗县以内进行。请先把区域选到旗县、苏木乡镇或嘎查村。',
  },
  'households.too-many-to-export': {
    kind: 'invalid',
    sentence: (d) => `符合条件的农牧户超过 ${d.limit} 户，一个文件放不下。请缩小区域或增加条件后分次导出。`,
  },
  'households.issue-not-found': {
    kind: 'not-found',
    sentence: () => '本账号的区域内没有这条疑点。请刷新列表后重试。',
  },
  'households.issue-closed': {
    kind: 'conflict',
    sentence: () => '这条疑点已由他人处理，没有重复处理。请刷新列表查看处理情况。',
  },
  'households.issue-of-rule': {
    kind: 'conflict',
    sentence: () => '这条疑点由清洗规则查出，要登记结论、签认并经复跑销号。请到“数据清洗”的疑点清单中办理。',
  },
  'households.same-value': {
    kind: 'invalid',
    sentence: () => '更正后的值与现在登记的一样，没有可更正的。请填写正确的值，或选择“属实”。',
  },
  'households.correction-not-found': {
    kind: 'not-found',
    sentence: () => '所选的更正不在本账号的区域内，或已由导入证实。请刷新列表后重试。',
  },
  'households.ended': {
    kind: 'conflict',
    sentence: (d) => `户 ${d.number} 已经注销，不能再办理变动。`,
  },
  'households.person-ended': {
    kind: 'conflict',
    sentence: (d) => `${d.name}已不在这一户，不能再办理变动。请刷新页面查看。`,
  },
  'households.date-in-future': {
    kind: 'invalid',
    sentence: (d) => `变动日期 ${d.date} 晚于今天。请填写实际发生的日期。`,
  },
  'households.date-too-early': {
    kind: 'invalid',
    sentence: (d) => `变动日期 ${d.date} 早于${d.what} ${d.since}。请核对日期。`,
  },
  'households.unsound-id': {
    kind: 'invalid',
    sentence: () => '证件号码的位数、出生日期或校验码不对。请核对后重新填写；暂时没有号码的可以不填。',
  },
  'households.id-registered': {
    kind: 'conflict',
    sentence: (d) =>
      `该证件号码已登记为户 ${d.number} 的${d.name}。婚入的请到该户办理“婚出”并选择迁入本户，不要重复登记。`,
  },
  'households.nobody-left': {
    kind: 'invalid',
    sentence: () => '分户后原户没有成员了。整户迁居请办理“搬迁”，两户合为一户请办理“合户”。',
  },
  'households.same-household': {
    kind: 'invalid',
    sentence: () => '两户是同一户。请另选一户。',
  },
  'households.other-county': {
    kind: 'invalid',
    sentence: () => '这里只办理同一旗县内的变动。跨旗县的迁移以国家系统的登记数据为准，重新导入后自动变更。',
  },
  'households.no-such-village': {
    kind: 'invalid',
    sentence: () => '本账号的区域内没有这个嘎查村。请从列表中重新选择。',
  },
});
