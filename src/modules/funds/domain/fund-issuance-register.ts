// 资金下达. Money on its way down: each hop is a row, and a level may be skipped. Money taken back is a row below zero that names the issuance it
// undoes. What a region gives on is never more than it got.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, moneyWan, reference, regionCode, text, year, yesNo } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { ISSUANCE_STATES } from './fund-states.ts';
import { FUND_KINDS, SOURCE_LEVELS, TASK_LINES } from './fund-words.ts';

export const fundIssuanceRegister = defineRegister({
  code: 'fund-issuances',
  title: '资金下达',
  record: 'fund-issuance',
  slice: 'funds',
  table: 'fund_issuances',
  unit: '笔',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('下达编号', { required: true, list: true, find: true }),
    receiverCode: regionCode('接收地区代码', { required: true, role: 'place', list: true }),
    giverCode: regionCode('下达地区代码', { required: true, list: true }),
    budgetYear: year('预算年度', { required: true, role: 'year', list: true, filter: true }),
    fundKind: choice('资金种类', FUND_KINDS, { required: true, list: true, filter: true }),
    sourceLevel: choice('来源层级', SOURCE_LEVELS, { required: true, list: true, filter: true }),
    taskLine: choice('任务方向', TASK_LINES, { list: true, filter: true }),
    documentNo: text('指标文号', { required: true, list: true }),
    issuedOn: day('下达日期', { required: true, role: 'since', list: true }),
    receivedOn: day('收文日期'),
    amountFen: moneyWan('下达金额', { required: true }),
    industryPartFen: moneyWan('其中产业'),
    takenBackNumber: reference('收回下达编号', 'fund-issuances', { required: { field: 'amountFen', below: 0 } }),
    issuedAhead: yesNo('提前下达'),
    directFund: yesNo('直达资金'),
    keyCountyLine: yesNo('重点旗县专列'),
    projectCode: text('项目代码'),
    expenditureItem: text('支出科目'),
  },
  checks: [
    { check: 'below', lower: 'receiverCode', upper: 'giverCode' },
    {
      check: 'agrees',
      with: 'takenBackNumber',
      fields: ['giverCode', 'receiverCode', 'budgetYear', 'fundKind', 'sourceLevel'],
      code: 'over-returned',
    },
    {
      check: 'sum',
      code: 'over-returned',
      returned: true,
      used: { of: 'fund-issuances', group: ['takenBackNumber'], amount: 'amountFen', sign: 'negative' },
      limit: [{ of: 'fund-issuances', group: ['number'], amount: 'amountFen', sign: 'positive' }],
    },
    {
      check: 'sum',
      code: 'over-received',
      open: true,
      down: true,
      used: {
        of: 'fund-issuances',
        group: ['giverCode', 'budgetYear', 'fundKind', 'sourceLevel'],
        amount: 'amountFen',
      },
      limit: [
        {
          of: 'fund-arrangements',
          group: ['regionCode', 'budgetYear', 'fundKind', 'sourceLevel'],
          amount: 'amountFen',
        },
        { of: 'fund-issuances', group: ['receiverCode', 'budgetYear', 'fundKind', 'sourceLevel'], amount: 'amountFen' },
      ],
    },
  ],
  states: ISSUANCE_STATES,
  notices: [
    {
      kind: 'issued',
      title: '资金下达公告',
      levels: ['county', 'prefecture', 'autonomous-region'],
      columns: [
        'receiverCode',
        'budgetYear',
        'fundKind',
        'sourceLevel',
        'taskLine',
        'documentNo',
        'issuedOn',
        'amountFen',
      ],
      about: '现将资金下达的来源、用途、文号和金额予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type FundIssuance = RowOf<typeof fundIssuanceRegister>;
