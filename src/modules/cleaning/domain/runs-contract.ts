// Operations on rules, their settings and runs, and how far an area is.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, keysOf, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { SEVERITIES } from './rule-definition.ts';
import { CLEANING_SETTINGS } from './settings.ts';
import { RUN_STATES } from './words.ts';

const int = z.number().int();
/** Whole counties are looked at by those who have them. */
export const RUNNING = ['county-officer', 'region-officer'] as const satisfies readonly Role[];

export const ruleLine = z.object({
  code: z.string(),
  title: z.string(),
  text: z.string(),
  severity: z.enum(keysOf(SEVERITIES)),
  version: int,
  basis: z.string(),
  pasture: z.enum(['info', 'off']).optional(),
  lacks: z.string().optional(),
  /** False where no table has the data: then nothing is told as found. */
  checked: z.boolean(),
  on: z.boolean(),
  open: int,
});

export const runLine = z.object({
  id: int,
  areaCode: int,
  areaName: z.string(),
  name: z.string(),
  asOf: z.string(),
  rulesetVersion: int,
  state: z.enum(keysOf(RUN_STATES)),
  counties: int,
  done: int,
  found: int,
  opened: int,
  reused: int,
  closed: int,
  explained: int,
  reopened: int,
  problem: z.string().optional(),
  accountName: z.string(),
  at: z.string(),
  finishedAt: z.string().optional(),
});

/** The circular of an area. */
export const qualityPaperInput = z.object({ area: regionCode.optional(), format: z.enum(TABLE_PAPER_FORMATS) });

/** Of an area: issues by how far they are. */
const counts = {
  open: int,
  found: int,
  assigned: int,
  answered: int,
  signed: int,
  overdue: int,
  blocking: int,
  closed: int,
  reopened: int,
};
const areaLine = z.object({ code: int, name: z.string(), persons: int, ...counts });
const ruleCount = z.object({
  code: z.string(),
  title: z.string(),
  severity: z.enum(keysOf(SEVERITIES)).optional(),
  ...counts,
});

export const runsContract = {
  rules: operation({ name: 'cleaning.rules', roles: READERS })
    .route({ method: 'GET', path: '/cleaning/rules', summary: '清洗规则' })
    .input(z.object({ area: regionCode.optional() }))
    .output(
      z.object({ version: int, rules: z.array(ruleLine), settings: z.array(settingShown), isPasture: z.boolean() }),
    ),

  saveSetting: operation({ name: 'cleaning.save-setting', roles: RUNNING, writes: true })
    .route({ method: 'POST', path: '/cleaning/settings', summary: '设定清洗规则的开关、阈值或期限' })
    .input(
      settingGiven(
        z.enum(CLEANING_SETTINGS.map(({ key }) => key)),
        z.coerce.number<number>().int().min(0).max(10_000_000),
      ),
    )
    .output(z.object({ id: int })),

  runs: operation({ name: 'cleaning.runs', roles: READERS, poll: true })
    .route({ method: 'GET', path: '/cleaning/runs', summary: '清洗批次' })
    .input(z.object({ area: regionCode.optional() }))
    .output(z.object({ asOf: z.string(), runs: z.array(runLine) })),

  startRun: operation({ name: 'cleaning.start-run', roles: RUNNING, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/cleaning/runs', summary: '开始清洗' })
    .input(
      z.object({
        requestId,
        area: regionCode,
        name: z.string().trim().min(2, '请填写批次名称').max(60).meta({ title: '批次名称' }),
        asOf: day.meta({ title: '数据截止日' }),
      }),
    )
    .output(z.object({ id: int })),

  cancelRun: operation({ name: 'cleaning.cancel-run', roles: RUNNING, writes: true })
    .route({ method: 'POST', path: '/cleaning/runs/{id}/cancel', summary: '取消清洗' })
    .input(z.object({ requestId, id: recordId }))
    .output(z.object({})),

  board: operation({ name: 'cleaning.board', roles: READERS })
    .route({ method: 'GET', path: '/cleaning/board', summary: '清洗进度' })
    .input(z.object({ area: regionCode.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        area: areaLine,
        level: z.string(),
        areas: z.array(areaLine),
        rules: z.array(ruleCount),
      }),
    ),
};
