// 请假. Also what counts as being in post away from the village: training and official trips. Days follow from the two dates and are never typed.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { LEAVE_STATES } from '../states.ts';
import { LEAVE_KINDS } from '../words.ts';

export const teamLeaveRegister = defineRegister({
  code: 'team-leaves',
  title: '驻村请假',
  record: 'team-leave',
  slice: 'teams',
  table: 'team_leaves',
  unit: '次',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('请假编号', { required: true, list: true, find: true }),
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    leaveKind: choice('请假类型', LEAVE_KINDS, { required: true, list: true, filter: true }),
    fromOn: day('开始日期', { required: true, role: 'since', list: true }),
    throughOn: day('结束日期', { required: true, role: 'through', list: true }),
    reason: longText('事由', { required: true, hint: '病假写“病假”即可，不写病情' }),
    standIn: text('代班人员', { hint: '离村期间由谁负责' }),
    reviewedOn: day('乡镇审核日期'),
    approvedOn: day('批准日期', { list: true }),
    returnedOn: day('销假日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'fromOn', later: 'throughOn' }],
  states: LEAVE_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type TeamLeave = RowOf<typeof teamLeaveRegister>;
