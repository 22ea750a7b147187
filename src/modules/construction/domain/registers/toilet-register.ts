// 户厕. A toilet of a household, or a public one. A rebuilt one is a new row that names the one before; the registry need not hold the
// household.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  householdNo,
  moneyYuan,
  name,
  reference,
  regionCode,
  text,
  year,
  yesNo,
} from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { TOILET_STATES } from '../states.ts';
import { USE_STATES } from '../words.ts';

export const toiletRegister = defineRegister({
  code: 'toilets',
  title: '户厕',
  record: 'toilet',
  slice: 'construction',
  table: 'toilets',
  unit: '座',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('户厕编号', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    householdNumber: householdNo({ list: true }),
    headName: name('户主姓名'),
    nature: choice('性质', { household: '户厕', public: '公厕' }, { required: true, list: true, filter: true }),
    builtHow: choice(
      '建设方式',
      { existing: '原有', new: '新建', rebuilt: '改建' },
      { required: true, list: true, filter: true },
    ),
    formerToiletNumber: reference('原户厕编号', 'toilets', { list: true }),
    toiletKind: choice(
      '厕所类型',
      {
        sewer: '下水道',
        'three-chamber': '三格',
        biogas: '沼气',
        'twin-urn': '双瓮',
        composting: '免冲生物降解',
        separating: '粪尿分集',
        dry: '旱厕',
        none: '无',
      },
      { list: true, filter: true },
    ),
    position: choice('位置', { indoor: '室内', attached: '附属', yard: '院内' }, { list: true, filter: true }),
    builtIn: year('建成年度', { filter: true }),
    startedOn: day('开工日期'),
    finishedOn: day('完工日期', { role: 'since' }),
    acceptedOn: day('验收日期'),
    subsidyFen: moneyYuan('补助金额'),
    frostProtection: text('防冻措施'),
    usableInWinter: yesNo('冬季可用'),
    sanitary: yesNo('卫生厕所'),
    useState: choice('使用状态', USE_STATES),
    razedOn: day('拆除日期', { role: 'until' }),
  },
  checks: [
    { check: 'order', earlier: 'startedOn', later: 'finishedOn' },
    { check: 'order', earlier: 'finishedOn', later: 'acceptedOn' },
  ],
  notices: [
    {
      kind: 'subsidy',
      title: '户厕补助公示',
      levels: ['village', 'township'],
      where: { filled: 'subsidyFen' },
      columns: [{ head: 'householdNumber' }, 'builtHow', 'toiletKind', 'acceptedOn', 'subsidyFen'],
      about: '现将户厕新建和改建的补助情况予以公示。',
      days: 10,
    },
  ],
  states: TOILET_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type Toilet = RowOf<typeof toiletRegister>;
