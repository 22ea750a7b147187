// What is doubtful but possible: such a row is taken, and a data issue opened (data contract for registers, §4).

export const ISSUES = {
  'loan-limit': '单户小额信贷余额超过限额',
  'loan-term': '小额信贷期限超过三年',
  'loan-age': '借款人年龄不在 18 至 65 周岁之间',
  'loan-household': '借款户不是脱贫户或监测对象',
  'second-loan': '同一户有两笔未结清的小额信贷',
  'two-jobs': '同一人同时在两个旗县务工',
  'away-from-home': '岗位或车间不在本嘎查村',
  'no-linkage': '产业项目没有填联农带农方式',
  'other-task': '下达的任务方向没有对应的资金',
  'not-lifted-national': '中央单位定点帮扶的旗县不是国家级脱贫旗县',
  'not-key-county': '结对的旗县不是重点帮扶旗县',
  'second-posting': '同一科技特派员同时在两个旗县',
  'beneficiary-elsewhere': '受益户不在项目所在旗县',
  'name-differs': '证件号码相同而姓名不同',
} as const;

export type IssueCode = keyof typeof ISSUES;
