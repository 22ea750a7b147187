// 帮扶车间. A workshop that gives work near home. Whether it was built with Beijing’s help is a mark of its own; whether it runs is told monthly.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, moneyWan, regionCode, text, yesNo } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { WORKSHOP_STATES } from '../standing-states.ts';

export const workshopRegister = defineRegister({
  code: 'workshops',
  title: '帮扶车间',
  record: 'workshop',
  slice: 'industry',
  table: 'workshops',
  unit: '个',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('车间编号', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    workshopName: text('车间名称', { required: true, list: true, find: true }),
    workshopKind: choice(
      '车间形态',
      { factory: '厂房', home: '居家', farming: '种养', 'e-commerce': '流通电商', tourism: '文旅' },
      { list: true, filter: true },
    ),
    operator: text('运营单位', { list: true }),
    recognitionDocumentNo: text('认定文号', { list: true }),
    recognisedOn: day('认定日期', { list: true }),
    openedOn: day('开办日期', { required: true, role: 'since', list: true }),
    closedOn: day('关闭日期', { role: 'until', list: true }),
    aidedByBeijing: yesNo('京蒙援建', { required: true, list: true, filter: true }),
    cooperationBuildingFundFen: moneyWan('京蒙援建资金'),
    otherBuildingFundFen: moneyWan('其他建设资金'),
  },
  states: WORKSHOP_STATES,
  notices: [
    {
      kind: 'recognised',
      title: '帮扶车间认定公示',
      levels: ['village', 'township', 'county'],
      columns: ['workshopName', 'workshopKind', 'operator', 'recognitionDocumentNo', 'recognisedOn', 'openedOn'],
      about: '现将认定的帮扶车间予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type Workshop = RowOf<typeof workshopRegister>;
