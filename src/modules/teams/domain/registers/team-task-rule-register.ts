// 任务佐证规则. Which records prove a task of the year's list, and how many of them: nothing that stands in another register is typed again.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choices, day, integer, regionCode, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { EVIDENCE } from '../words.ts';

export const teamTaskRuleRegister = defineRegister({
  code: 'team-task-rules',
  title: '任务佐证规则',
  record: 'team-task-rule',
  slice: 'teams',
  table: 'team_task_rules',
  unit: '条',
  place: 'region',
  shared: true,
  key: ['regionCode', 'year', 'taskNo'],
  fields: {
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true, hint: '在这一地区适用' }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    taskNo: integer('任务序号', { required: true, least: 1, list: true, hint: '驻村任务清单里的序号' }),
    evidence: choices('由哪些记录佐证', EVIDENCE, { required: true, list: true }),
    leastRecords: integer('一年至少几条', { required: true, unit: '条', least: 1, list: true }),
    effectiveOn: day('启用日期', { required: true, list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type TeamTaskRule = RowOf<typeof teamTaskRuleRegister>;
