// 清单条目: the lists that circulars set, item by item: tasks of village teams, the ten key groups, work of the fourth quarter.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, integer, longText, text, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const LISTS = {
  'team-tasks': '驻村任务清单',
  'team-key-tasks': '驻村重点任务',
  'key-groups': '十类重点人群',
  'fourth-quarter': '四季度工作调度',
  'job-ways': '六个一批',
} as const;

export const listItemRegister = defineRegister({
  code: 'list-items',
  title: '清单条目',
  record: 'list-item',
  slice: 'agenda',
  table: 'list_items',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['list', 'year', 'sequence'],
  fields: {
    list: choice('清单', LISTS, { required: true, list: true, filter: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true, hint: '下发的年度' }),
    sequence: integer('序号', { required: true, list: true }),
    aspect: text('方面', { required: { field: 'list', is: ['team-tasks'] }, list: true }),
    content: text('内容', { required: true, list: true, find: true }),
    frequency: text('频次', { list: true }),
    standard: longText('完成标准'),
    inForceOn: day('启用日期', { required: true, role: 'since', list: true }),
    endedOn: day('停用日期', { role: 'until', list: true }),
    documentNo: text('文号'),
  },
  roles: OFFICE_REGISTER,
});

export type ListItem = RowOf<typeof listItemRegister>;
