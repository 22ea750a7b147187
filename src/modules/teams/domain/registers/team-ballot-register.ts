// 群众测评. A round of anonymous slips about the team of a village. Only counts of its slips are kept, so that no slip leads back to a person.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, integer, regionCode, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { BALLOT_STATES } from '../states.ts';

export const teamBallotRegister = defineRegister({
  code: 'team-ballots',
  title: '群众测评',
  record: 'team-ballot',
  slice: 'teams',
  table: 'team_ballots',
  unit: '次',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('测评编号', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    slips: integer('票数', {
      required: true,
      unit: '张',
      least: 1,
      list: true,
      hint: '乡镇、嘎查村、党员和群众一共多少人参加',
    }),
    openedOn: day('开始日期', { list: true }),
    closedOn: day('截止日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'openedOn', later: 'closedOn' }],
  states: BALLOT_STATES,
  roles: OFFICE_REGISTER,
});

export type TeamBallot = RowOf<typeof teamBallotRegister>;
