// 科技特派团. The team of specialists a county has, for a term: its head, what it is for, how many it is to be.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, integer, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { TEAM_STATES } from '../states.ts';

export const specialistTeamRegister = defineRegister({
  code: 'specialist-teams',
  title: '科技特派团',
  record: 'specialist-team',
  slice: 'keycounties',
  table: 'specialist_teams',
  unit: '个',
  place: 'county',
  key: ['regionCode', 'teamName', 'formedOn'],
  fields: {
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    teamName: text('特派团', {
      required: true,
      list: true,
      find: true,
      hint: '与“科技特派员”台账的“特派团”写法一致',
    }),
    headNumber: reference('团长编号', 'cadres', { list: true }),
    industry: text('服务产业', { required: true, list: true }),
    sendingUnit: text('牵头派出单位', { list: true }),
    planned: integer('核定人数', { required: true, least: 1, unit: '人', list: true }),
    formedOn: day('组建日期', { required: true, role: 'since', list: true }),
    endedOn: day('期满日期', { role: 'until', list: true }),
    documentNo: text('文号', { list: true }),
  },
  checks: [{ check: 'spells', group: ['regionCode', 'teamName'] }],
  states: TEAM_STATES,
  notices: [
    {
      kind: 'list',
      title: '科技特派团公告',
      levels: ['county', 'prefecture', 'autonomous-region'],
      columns: ['regionCode', 'teamName', 'industry', 'sendingUnit', 'planned', 'formedOn'],
      about: '现将科技特派团的组建情况予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type SpecialistTeam = RowOf<typeof specialistTeamRegister>;
