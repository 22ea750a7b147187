// 项目进度月报. How far the work on the ground is at the end of a month, and what stands in its way (registers §5).

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { longText, month, reference, share, yesNo } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const projectProgressRegister = defineRegister({
  code: 'project-progress',
  title: '项目进度月报',
  record: 'project-progress',
  slice: 'projects',
  table: 'project_progress',
  unit: '条',
  place: 'county',
  key: ['projectNumber', 'month'],
  fields: {
    projectNumber: reference('项目编号', 'projects', { required: true, role: 'gives-place', list: true, find: true }),
    month: month('月份', { required: true, role: 'since', list: true, filter: true }),
    builtShare: share('形象进度', { required: true, list: true }),
    isStopped: yesNo('停工', { list: true, filter: true }),
    trouble: longText('存在问题', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type ProjectProgress = RowOf<typeof projectProgressRegister>;
