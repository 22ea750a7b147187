// 政策条款: what a document sets, clause by clause.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, choices, day, longText, moneyYuan, reference, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { DESIGNATION_NAMES } from '../../regions/domain/designations.ts';

export const CLAUSE_SETS = { 'employment-measures': '稳岗就业措施', 'key-county': '重点旗县倾斜政策' } as const;

export const policyClauseRegister = defineRegister({
  code: 'policy-clauses',
  title: '政策条款',
  record: 'policy-clause',
  slice: 'policies',
  table: 'policy_clauses',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['documentNumber', 'clauseNo'],
  fields: {
    documentNumber: reference('文件编号', 'policies', { required: true, role: 'gives-place', list: true }),
    clauseNo: text('条号', { required: true, list: true }),
    gist: longText('要点', { required: true, list: true, find: true }),
    clauseSet: choice('条款集', CLAUSE_SETS, { list: true, filter: true }),
    year: year('年度', {
      required: { field: 'clauseSet', is: ['employment-measures'] },
      role: 'year',
      list: true,
      filter: true,
    }),
    titles: choices('适用称号', DESIGNATION_NAMES, { list: true, hint: '不填为该条款集的全部旗县' }),
    amountFen: moneyYuan('标准金额', { list: true }),
    effectiveOn: day('生效日期', {
      role: 'since',
      otherwise: 'documentNumber.issuedOn',
      hint: '不填为文件的发文日期',
    }),
    expiredOn: day('失效日期', {
      role: 'until',
      otherwise: 'documentNumber.repealedOn',
      hint: '不填为文件的废止日期',
    }),
  },
  roles: OFFICE_REGISTER,
});

export type PolicyClause = RowOf<typeof policyClauseRegister>;
