// 嘎查村环境设施. One of four works of a village: planned for a year, in place from the day it was built. Set up again is the next batch.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, moneyWan, regionCode, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { VILLAGE_WORK_STATES } from '../states.ts';
import { MATTERS, RUNNING } from '../words.ts';

export const villageWorkRegister = defineRegister({
  code: 'village-works',
  title: '嘎查村环境设施',
  record: 'village-work',
  slice: 'construction',
  table: 'village_works',
  unit: '项',
  place: 'village',
  key: ['villageCode', 'matter', 'batch'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    matter: choice('事项', MATTERS, { required: true, list: true, filter: true }),
    batch: integer('批次', { required: true, list: true }),
    planYear: year('计划年度', { required: { filled: 'plannedOn' }, role: 'year', list: true, filter: true }),
    plannedOn: day('列入计划日期', { required: { filled: 'planYear' }, list: true }),
    builtOn: day('建成日期', { role: 'since', list: true }),
    endedOn: day('停用日期', { role: 'until', list: true }),
    handledHow: choice(
      '处理方式',
      {
        'joint-transfer': '联合转运',
        local: '就地处理',
        haulage: '清运外运',
        sewer: '纳管',
        'central-plant': '集中处理',
        scattered: '分散处理',
        reuse: '资源化利用',
        control: '管控',
      },
      { list: true, filter: true },
    ),
    hamletsCovered: integer('覆盖自然村数', { unit: '个', list: true }),
    householdsCovered: integer('覆盖户数', { unit: '户' }),
    cleaners: integer('保洁员数', { unit: '人' }),
    yearlyFundFen: moneyWan('年度经费'),
    operation: choice('运行情况', RUNNING),
  },
  checks: [{ check: 'spells', group: ['villageCode', 'matter'], begun: true }],
  states: VILLAGE_WORK_STATES,
  roles: OFFICE_REGISTER,
});

export type VillageWork = RowOf<typeof villageWorkRegister>;
