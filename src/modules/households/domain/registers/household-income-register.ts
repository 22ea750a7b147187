// 家庭收支. Income and costs of a household in a year, with the members it had at the end of it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, householdNo, integer, moneyYuan, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const householdIncomeRegister = defineRegister({
  code: 'household-incomes',
  title: '家庭收支',
  record: 'household-income',
  slice: 'households',
  table: 'household_income_records',
  unit: '户',
  place: 'household',
  key: ['householdNumber', 'incomeYear'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    incomeYear: year('收入年度', { required: true, role: 'year', list: true, filter: true }),
    yearEndMembers: integer('年末人口', { required: true, least: 1, unit: '人', list: true }),
    wageIncomeFen: moneyYuan('工资性收入', { required: true, list: true }),
    businessIncomeFen: moneyYuan('生产经营性收入', { required: true, list: true }),
    propertyIncomeFen: moneyYuan('财产性收入', { required: true, list: true }),
    transferIncomeFen: moneyYuan('转移性收入', { required: true, list: true }),
    businessCostFen: moneyYuan('生产经营性支出', { required: true, list: true }),
    claimIncomeFen: moneyYuan('理赔收入', { list: true }),
    selfPaidFen: moneyYuan('合规自付支出'),
    collectedOn: day('采集日期'),
  },
  roles: OFFICE_REGISTER,
});

export type HouseholdIncome = RowOf<typeof householdIncomeRegister>;
