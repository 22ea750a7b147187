// 嘎查村集体经济. A village’s collective income in a year; the part it earned by operating is within it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { moneyWan, regionCode, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const collectiveEconomyRegister = defineRegister({
  code: 'collective-economy',
  title: '嘎查村集体经济',
  record: 'collective-economy',
  slice: 'governance',
  table: 'collective_economy',
  unit: '条',
  place: 'village',
  key: ['villageCode', 'year'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    totalIncomeFen: moneyWan('总收入', { required: true, list: true }),
    operatingIncomeFen: moneyWan('经营性收入', { required: true, list: true }),
    totalAssetsFen: moneyWan('资产总额', { list: true }),
    totalDebtFen: moneyWan('负债总额', { list: true }),
  },
  checks: [{ check: 'within', part: 'operatingIncomeFen', whole: 'totalIncomeFen' }],
  roles: OFFICE_REGISTER,
});

export type CollectiveEconomy = RowOf<typeof collectiveEconomyRegister>;
