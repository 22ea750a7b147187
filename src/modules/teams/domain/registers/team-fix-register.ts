// 考勤补签. A day on which the phone was broken or left behind: said by the member with a reason, decided by the township.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, regionCode } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { FIX_STATES } from '../states.ts';
import { ATTEND_KINDS } from '../words.ts';

/** A holiday is the calendar's, a leave is asked for. */
const { holiday: _holiday, leave: _leave, ...FIXED_KINDS } = ATTEND_KINDS;

export const teamFixRegister = defineRegister({
  code: 'team-fixes',
  title: '考勤补签',
  record: 'team-fix',
  slice: 'teams',
  table: 'team_fixes',
  unit: '天',
  place: 'village',
  key: ['cadreNumber', 'fixedDay'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    fixedDay: day('补签日期', { required: true, role: 'since', list: true }),
    attendKind: choice('补签为', FIXED_KINDS, { required: true, list: true, filter: true }),
    reason: longText('补签理由', { required: true }),
    approvedOn: day('批准日期', { list: true }),
  },
  states: FIX_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type TeamFix = RowOf<typeof teamFixRegister>;
