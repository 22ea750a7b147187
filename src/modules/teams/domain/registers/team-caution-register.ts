// 约谈警示召回. A talk or warning is the township's; a recall is proposed by it and decided by the county.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, regionCode } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { CAUTION_STATES } from '../states.ts';
import { CAUTION_KINDS } from '../words.ts';

export const teamCautionRegister = defineRegister({
  code: 'team-cautions',
  title: '约谈警示召回',
  record: 'team-caution',
  slice: 'teams',
  table: 'team_cautions',
  unit: '次',
  place: 'village',
  key: ['cadreNumber', 'cautionKind', 'proposedOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    cautionKind: choice('类型', CAUTION_KINDS, { required: true, list: true, filter: true }),
    proposedOn: day('提出日期', { required: true, role: 'since', list: true }),
    reason: longText('事由', { required: true }),
    decidedOn: day('作出日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'proposedOn', later: 'decidedOn' }],
  states: CAUTION_STATES,
  roles: OFFICE_REGISTER,
});

export type TeamCaution = RowOf<typeof teamCautionRegister>;
