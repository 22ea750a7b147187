import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'cleaning.run-of-county': { kind: 'invalid', sentence: () => '清洗以旗县为单位。请选择旗县、盟市或全区。' },
  'cleaning.run-open': { kind: 'conflict', sentence: () => '这一区域已有清洗在进行。请等它完成，或先取消它。' },
  'cleaning.run-not-found': { kind: 'not-found', sentence: () => '本账号的区域内没有这一清洗批次。请刷新后重试。' },
  'cleaning.run-ended': { kind: 'conflict', sentence: () => '这一批次已经结束，没有可取消的。请刷新查看结果。' },
  'cleaning.day-in-future': { kind: 'invalid', sentence: () => '数据截止日晚于今天。请填写今天或以前的日期。' },
  'cleaning.check-in-future': { kind: 'invalid', sentence: () => '核查日期晚于今天。请填写入户的日期。' },
  'cleaning.not-of-household': {
    kind: 'invalid',
    sentence: () => '选中的人已经不是这一户的成员。请更新手机上的资料后重新核查。',
  },
  'cleaning.setting-needs-area': {
    kind: 'invalid',
    sentence: () => '设定只能由旗县以上为本区域作出。请选择自己的区域。',
  },
  'cleaning.setting-past': {
    kind: 'invalid',
    sentence: () => '生效日期早于今天。已经检查过的不能改口径，请填写今天或以后的日期。',
  },
  'cleaning.issue-not-found': {
    kind: 'not-found',
    sentence: () => '有疑点不在本账号的区域内，或已经不在。请刷新列表后重试。',
  },
  'cleaning.issue-closed': { kind: 'conflict', sentence: () => '有疑点已经销号，没有改动。请刷新列表后重试。' },
  'cleaning.issue-signed': {
    kind: 'conflict',
    sentence: () => '有疑点已经签认，等待复跑。要改结论，请先由苏木乡镇退回。',
  },
  'cleaning.issue-unanswered': {
    kind: 'conflict',
    sentence: () => '有疑点还没有处理结论，不能签认或退回。请先登记结论。',
  },
  'cleaning.own-answer': {
    kind: 'forbidden',
    sentence: () => '处理结论由本人登记的，不能由本人签认。请由另一人签认。',
  },
  'cleaning.nobody-assigned': {
    kind: 'invalid',
    sentence: () => '没有可以分派给此人的疑点：此人不管这些嘎查村，或疑点都已签认。请检查选择。',
  },
  'cleaning.no-answers': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.file}”里没有一行填了处理结论。请用导出的疑点清单填写后再导入。`,
  },
  'cleaning.too-many-answers': {
    kind: 'invalid',
    sentence: (d) => `文件里有 ${d.count} 行结论，一次最多导入 ${d.most} 行。请分成几个文件。`,
  },
  'cleaning.cannot-correct': {
    kind: 'invalid',
    sentence: (d) => `规则 ${d.rule} 的数据不在登记册成员信息中。请在“${d.title}”对应的台账中更正后，再登记“已改”。`,
  },
  'cleaning.bad-value': { kind: 'invalid', sentence: (d) => `“${d.value}”不是${d.field}可以填的值。请从列表中选择。` },
});
