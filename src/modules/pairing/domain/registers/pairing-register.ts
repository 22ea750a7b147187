// 结对帮扶. Who helps which area. The kind decides how high the area lies, and who is counted: unit or cadre.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, name, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PAIRING_STATES } from '../pairing-states.ts';
import { PAIRING_KINDS } from '../pairing-words.ts';

export const pairingRegister = defineRegister({
  code: 'pairings',
  title: '结对帮扶',
  record: 'pairing',
  slice: 'pairing',
  table: 'pairings',
  unit: '对',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('结对编号', { required: true, list: true, find: true }),
    helpedCode: regionCode('受帮扶地区代码', { required: true, role: 'place', list: true }),
    pairingKind: choice('结对类型', PAIRING_KINDS, { required: true, list: true, filter: true }),
    organisationCode: reference('单位代码', 'organisations', {
      required: {
        field: 'pairingKind',
        is: [
          'soe-key-county',
          'unit-village',
          'central-county',
          'firms-villages',
          'firms-key-county',
          'beijing-county',
          'beijing-township',
          'beijing-village',
        ],
      },
      list: true,
    }),
    cadreNumber: reference('干部编号', 'cadres', {
      required: { field: 'pairingKind', is: ['leader-county', 'unit-village'] },
      list: true,
    }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    endedOn: day('结束日期', { role: 'until', list: true }),
    documentNo: text('文号', { list: true }),
    liaison: name('联络员'),
    liaisonPhone: text('联络电话', { secret: 'sealed' }),
  },
  checks: [
    {
      check: 'levels',
      field: 'helpedCode',
      by: 'pairingKind',
      levels: {
        'leader-county': ['county'],
        'soe-key-county': ['county'],
        'unit-village': ['village'],
        'central-county': ['county'],
        'firms-villages': ['village', 'county'],
        'firms-key-county': ['county'],
        'beijing-county': ['county'],
        'beijing-township': ['township'],
        'beijing-village': ['village'],
      },
    },
    {
      check: 'one-to-one',
      one: 'cadreNumber',
      other: 'helpedCode',
      where: { field: 'pairingKind', is: ['leader-county'] },
    },
  ],
  states: PAIRING_STATES,
  notices: [
    {
      kind: 'list',
      title: '结对帮扶公告',
      levels: ['village', 'township', 'county', 'prefecture', 'autonomous-region'],
      columns: ['helpedCode', 'pairingKind', 'organisationCode.name', 'startedOn'],
      about: '现将结对帮扶的单位和受帮扶地区予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type Pairing = RowOf<typeof pairingRegister>;
