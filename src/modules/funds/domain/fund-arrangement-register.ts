// 资金安排. What a level sets aside of a year’s money. Central and regional money is the region’s own; a cut is a row below zero, a withdrawn
// document is voided. The date may lie in the year before the budget year.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, moneyWan, regionCode, text, year, yesNo } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { FUND_KINDS, SOURCE_LEVELS, TASK_LINES } from './fund-words.ts';

export const fundArrangementRegister = defineRegister({
  code: 'fund-arrangements',
  title: '资金安排',
  record: 'fund-arrangement',
  slice: 'funds',
  table: 'fund_arrangements',
  unit: '笔',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('安排编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    budgetYear: year('预算年度', { required: true, role: 'year', list: true, filter: true }),
    fundKind: choice('资金种类', FUND_KINDS, { required: true, list: true, filter: true }),
    sourceLevel: choice('来源层级', SOURCE_LEVELS, { required: true, list: true, filter: true }),
    taskLine: choice('任务方向', TASK_LINES, { list: true, filter: true }),
    documentNo: text('文号', { required: true, list: true }),
    arrangedOn: day('安排日期', { required: true, role: 'since', list: true }),
    amountFen: moneyWan('安排金额', { required: true, list: true }),
    issuedAhead: yesNo('提前下达'),
  },
  notices: [
    {
      kind: 'arranged',
      title: '资金安排公告',
      levels: ['county', 'prefecture', 'autonomous-region'],
      columns: ['budgetYear', 'fundKind', 'sourceLevel', 'taskLine', 'documentNo', 'arrangedOn', 'amountFen'],
      about: '现将资金安排的来源、用途、文号和金额予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type FundArrangement = RowOf<typeof fundArrangementRegister>;
