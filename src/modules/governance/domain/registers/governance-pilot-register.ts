// 乡村治理试点. A county, township or village that tries out a way of governing: its level is the level of the pilot.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const governancePilotRegister = defineRegister({
  code: 'governance-pilots',
  title: '乡村治理试点',
  record: 'governance-pilot',
  slice: 'governance',
  table: 'governance_pilots',
  unit: '个',
  place: 'region',
  key: ['regionCode', 'batch'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    batch: text('批次', { required: true, list: true, find: true }),
    pilotContent: text('试点内容', { list: true }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    endedOn: day('结束日期', { role: 'until', list: true }),
    acceptedOn: day('验收日期', { list: true }),
    documentNo: text('文号', { list: true }),
  },
  checks: [{ check: 'spells', group: ['regionCode'] }],
  roles: OFFICE_REGISTER,
});

export type GovernancePilot = RowOf<typeof governancePilotRegister>;
