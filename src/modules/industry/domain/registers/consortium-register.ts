// 产业化示范联合体. A leading firm with the cooperatives, farms and households it works with under one name (registers §7).

import type { Role } from '../../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import type { States } from '../../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];

const CONSORTIUM_STATES: States = {
  first: 'founded',
  names: { founded: '已成立', recognised: '已认定', dissolved: '已解散' },
  reached: [
    ['dissolved', { filled: 'dissolvedOn' }],
    ['recognised', { filled: 'recognisedOn' }],
  ],
  moves: {
    recognise: {
      title: '认定',
      from: ['founded'],
      to: 'recognised',
      roles: COUNTY,
      day: 'recognisedOn',
      asks: ['recognitionDocumentNo'],
      apart: true,
    },
    dissolve: {
      title: '登记解散',
      from: ['founded', 'recognised'],
      to: 'dissolved',
      roles: COUNTY,
      day: 'dissolvedOn',
      explained: true,
    },
  },
};

export const consortiumRegister = defineRegister({
  code: 'consortia',
  title: '产业化示范联合体',
  record: 'consortium',
  slice: 'industry',
  table: 'consortia',
  unit: '个',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('联合体编号', { required: true, list: true, find: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    name: text('联合体名称', { required: true, list: true, find: true }),
    leaderCode: reference('龙头企业代码', 'organisations', { required: true, list: true }),
    leadProducts: text('主导产品', { list: true }),
    foundedOn: day('成立日期', { required: true, role: 'since', list: true }),
    recognisedOn: day('认定日期', { list: true }),
    recognitionDocumentNo: text('认定文号', { required: { filled: 'recognisedOn' }, list: true }),
    dissolvedOn: day('解散日期', { role: 'until', list: true }),
    agreement: longText('合作约定'),
  },
  states: CONSORTIUM_STATES,
  notices: [
    {
      kind: 'recognised',
      title: '产业化示范联合体认定公示',
      levels: ['county', 'prefecture'],
      columns: ['name', 'leaderCode.name', 'leadProducts', 'recognitionDocumentNo', 'recognisedOn'],
      about: '现将拟认定的产业化示范联合体予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type Consortium = RowOf<typeof consortiumRegister>;
