// 易地搬迁户. A household in a resettlement site, from moving in to moving out. It lives in one site at a time.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import {
  choice,
  choices,
  day,
  householdNo,
  reference,
  regionCode,
  text,
  yesNo,
} from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { MOVER_STATES } from './mover-states.ts';

export const relocationHouseholdRegister = defineRegister({
  code: 'relocation-households',
  title: '易地搬迁户',
  record: 'relocation-household',
  slice: 'projects',
  table: 'relocation_households',
  unit: '户',
  place: 'household',
  key: ['householdNumber', 'siteNumber', 'movedInOn'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    siteNumber: reference('安置点编号', 'relocation-sites', { required: true, list: true }),
    relocationStatus: choice(
      '搬迁身份',
      { registered: '建档立卡', accompanying: '同步搬迁' },
      { required: true, list: true, filter: true },
    ),
    resettledHow: choice(
      '安置方式',
      { central: '集中', scattered: '分散' },
      { required: true, list: true, filter: true },
    ),
    movedInOn: day('入住日期', { required: true, role: 'since', list: true }),
    movedOutOn: day('迁出日期', { role: 'until', list: true }),
    originVillageCode: regionCode('迁出嘎查村代码', { level: 'village', list: true }),
    residenceMoved: yesNo('户籍已迁', { list: true }),
    address: text('住址', { secret: 'sealed' }),
    titleDeedNo: text('不动产证号', { secret: 'sealed' }),
    oldHouseRazed: yesNo('旧房已拆'),
    followUpMeasures: choices('后扶措施', { industry: '产业', employed: '就业', security: '社会保障' }),
  },
  checks: [{ check: 'spells', group: ['householdNumber'], differ: 'siteNumber' }],
  states: MOVER_STATES,
  roles: OFFICE_REGISTER,
});

export type RelocationHousehold = RowOf<typeof relocationHouseholdRegister>;
