// 政策任务分工. What a document asks of a region by a day.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, decimal, reference, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { POLICY_TASK_STATES } from './policy-task-states.ts';
import { FREQUENCIES, PROGRESS } from './task-words.ts';

export const policyTaskRegister = defineRegister({
  code: 'policy-tasks',
  title: '政策任务分工',
  record: 'policy-task',
  slice: 'policies',
  table: 'policy_tasks',
  unit: '项',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('任务编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    documentNumber: reference('文件编号', 'policies', { required: true, list: true }),
    clauseNo: reference('条号', 'policy-clauses', { list: true }),
    taskText: text('任务内容', { required: true, list: true }),
    leadUnit: text('牵头单位', { required: true, list: true }),
    supportingUnits: text('配合单位', { list: true }),
    dutyPost: text('责任岗位', { list: true }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    dueOn: day('完成时限', { required: true }),
    figure: text('指标'),
    target: decimal('目标值', { required: { filled: 'figure' } }),
    reportFrequency: choice('报告频次', FREQUENCIES),
    progress: choice('进展', PROGRESS),
    completedOn: day('完成日期', { required: { field: 'progress', is: ['done'] } }),
  },
  states: POLICY_TASK_STATES,
  roles: OFFICE_REGISTER,
});

export type PolicyTask = RowOf<typeof policyTaskRegister>;
