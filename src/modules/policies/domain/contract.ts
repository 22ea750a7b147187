// Operations on policies: the tasks of an area as timetable, task book and road map, and what about them asks for a look.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { POLICY_CONCERNS } from './concerns.ts';
import { POLICY_SETTINGS } from './settings.ts';
import { STANDINGS } from './task-standing.ts';
import { TASK_VIEWS } from './task-views.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const name = z.string().trim().min(1).max(200).optional();

const tasksInput = z.object({
  area: regionCode.optional(),
  /** The day that is asked about; left out: today. */
  on: day.optional(),
  standing: z.enum(STANDINGS).optional(),
  document: name,
  unit: name,
});

const task = z.object({
  countyCode: int,
  id: int,
  number: z.string(),
  regionCode: int,
  regionName: z.string(),
  documentNumber: z.string(),
  documentTitle: z.string(),
  clauseNo: z.string().optional(),
  taskText: z.string(),
  leadUnit: z.string(),
  supportingUnits: z.string().optional(),
  dutyPost: z.string().optional(),
  startedOn: z.string(),
  dueOn: z.string(),
  completedOn: z.string().optional(),
  figure: z.string().optional(),
  target: z.number().optional(),
  /** Of the newest report. */
  actual: z.number().optional(),
  reported: z.string().optional(),
  /** What the figure of the goal comes to on the day, in its unit; without `value` where it has no number here. */
  goal: z
    .object({
      id: z.string(),
      unit: z.string(),
      shown: z.string(),
      value: z.number().optional(),
      reached: z.boolean().optional(),
    })
    .optional(),
  /** The period a report is lacking for, and by when it should have come. */
  missing: z.object({ period: z.string(), dueOn: z.string() }).optional(),
  standing: z.enum(STANDINGS),
});

export const policiesContract = {
  tasks: operation({ name: 'policies.tasks', roles: READERS })
    .route({ method: 'GET', path: '/policies/tasks', summary: '政策任务进度' })
    .input(tasksInput)
    .output(
      z.object({
        asOf: z.string(),
        areaName: z.string(),
        /** Documents in force, clauses, tasks: three units that do not add up. */
        documents: int,
        supporting: int,
        clauses: int,
        tasks: int,
        counts: z.record(z.string(), int),
        /** At most as many as the page shows, the first due first. */
        items: z.array(task),
        concerns: z.array(
          z.object({
            concern: z.enum(POLICY_CONCERNS),
            subject: z.string(),
            register: z.enum(['policies', 'policy-tasks']),
            title: z.string(),
            regionName: z.string(),
            on: z.string().optional(),
          }),
        ),
        settings: z.array(settingShown),
      }),
    ),

  saveSetting: operation({ name: 'policies.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/policies/settings', summary: '设定政策任务期限' })
    .input(
      settingGiven(
        z.enum(POLICY_SETTINGS.map(({ key }) => key)).meta({ title: '期限' }),
        int.min(0).max(365).meta({ title: '天数' }),
      ),
    )
    .output(z.object({ id: int })),
};

/** 时间表、任务书、路线图 as a paper. */
export const tasksPaperInput = tasksInput.extend({ view: z.enum(TASK_VIEWS), format: z.enum(TABLE_PAPER_FORMATS) });
export const PAPER_ROLES = OFFICERS;
