// 任务完成. What no record elsewhere can prove: a meeting of Party members, a lesson. One row for a team, task and period.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, integer, longText, regionCode, text, year } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const teamTaskRecordRegister = defineRegister({
  code: 'team-task-records',
  title: '驻村任务完成',
  record: 'team-task-record',
  slice: 'teams',
  table: 'team_task_records',
  unit: '条',
  place: 'village',
  key: ['villageCode', 'year', 'taskNo', 'period'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    taskNo: integer('任务序号', { required: true, least: 1, list: true }),
    period: text('期间', { required: true, list: true, hint: '例如 6 月、二季度、全年' }),
    progress: choice('完成情况', { done: '完成', 'under-way': '推进中' }, { required: true, list: true, filter: true }),
    note: longText('完成情况说明', { required: true }),
  },
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type TeamTaskRecord = RowOf<typeof teamTaskRecordRegister>;
