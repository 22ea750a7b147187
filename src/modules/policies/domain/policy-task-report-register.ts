// 政策任务报告. What the unit in the lead says of a task for a period, and who checked it: never who said it.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, decimal, link, longText, reference, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { TASK_MOVERS } from './policy-task-states.ts';
import { PROGRESS } from './task-words.ts';

export const policyTaskReportRegister = defineRegister({
  code: 'policy-task-reports',
  title: '政策任务报告',
  record: 'policy-task-report',
  slice: 'policies',
  table: 'policy_task_reports',
  unit: '份',
  place: 'region',
  key: ['taskNumber', 'period'],
  fields: {
    taskNumber: reference('任务编号', 'policy-tasks', { required: true, role: 'gives-place', list: true }),
    period: text('报告期', {
      required: true,
      list: true,
      find: true,
      hint: '月报填 2022-06，季报填 2022-Q2，半年报填 2022-H1，年报填 2022，一次性的填“一次”',
    }),
    reportedOn: day('报告日期', { required: true, role: 'since', list: true }),
    progress: choice('进展', PROGRESS, { required: true, list: true, filter: true }),
    actual: decimal('完成值', { list: true }),
    progressText: longText('进展情况', { required: true, list: true }),
    issue: longText('存在问题', { required: { field: 'progress', is: ['blocked', 'overdue'] } }),
    evidence: link('佐证'),
    checkedOn: day('审核日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'reportedOn', later: 'checkedOn' }],
  states: {
    first: 'reported',
    names: { reported: '已报', returned: '退回', checked: '已审核' },
    reached: [['checked', { filled: 'checkedOn' }]],
    moves: {
      check: { title: '审核', from: ['reported'], to: 'checked', roles: TASK_MOVERS, day: 'checkedOn', apart: true },
      'send-back': { title: '退回', from: ['reported'], to: 'returned', roles: TASK_MOVERS, explained: true },
      'hand-in': { title: '重报', from: ['returned'], to: 'reported', roles: ['township-officer', ...TASK_MOVERS] },
    },
  },
  roles: OFFICE_REGISTER,
});

export type PolicyTaskReport = RowOf<typeof policyTaskReportRegister>;
