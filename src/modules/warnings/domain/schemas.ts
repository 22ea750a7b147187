// What the operations of this slice answer, and what several of their inputs share.

import * as z from 'zod';
import type { Condition } from '../../../kernel/conditions/condition.ts';
import { countyCode, recordId } from '../../../kernel/input.ts';
import { LEVELS as REGION_LEVELS } from '../../../kernel/region-code.ts';
import { STATES } from './lifecycle.ts';
import { ROSTER_NEEDS } from './rule-definition.ts';
import { LEVELS } from './rules.ts';

const int = z.number().int();
const level = z.enum(LEVELS);
const state = z.enum(STATES);
export const ruleCode = z.string().regex(/^R\d{2}$/, '规则编号应如 R01');

/** A warning's key: ids are given out per county's own key space. */
export const warningKey = z.object({
  countyCode,
  id: recordId,
});

const namedRule = z.object({ code: z.string(), name: z.string() });

export const warningItem = z.object({
  countyCode: int,
  id: int,
  asOf: z.string(),
  householdId: int,
  householdNumber: z.string(),
  headName: z.string(),
  memberCount: int,
  villageCode: int,
  countyName: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  rules: z.array(namedRule),
  level,
  monitored: z.boolean(),
  state,
  foundAt: z.string(),
  dueOn: z.string(),
  /** Days until the deadline, negative when late; absent once checked. */
  daysLeft: int.optional(),
  assigneeId: int.optional(),
  assigneeName: z.string(),
  checkedAt: z.string().optional(),
  checkedBy: z.string().optional(),
});

const evidenceNumber = z.object({
  name: z.string(),
  label: z.string(),
  /** `fen`, `persons`, `days`, `grade`, `yes-no`, `count`, `yuan`, `ratio`: how the value is to be written. */
  unit: z.string(),
  value: z.union([z.number(), z.boolean()]).optional(),
});

const evidenceRow = z.object({
  dataset: z.string(),
  datasetTitle: z.string(),
  file: z.string(),
  line: int.optional(),
  batchId: int.optional(),
  personName: z.string().optional(),
  cells: z.array(z.object({ label: z.string(), value: z.string() })),
});

const ruleEvidence = namedRule.extend({
  text: z.string(),
  numbers: z.array(evidenceNumber),
  thresholds: z.array(evidenceNumber),
  rows: z.array(evidenceRow),
});

const photo = z.object({ id: z.string(), name: z.string() });

const timelineEntry = z.object({
  key: z.string(),
  kind: z.enum(['found', 'assign', 'check', 'reopen']),
  at: z.string(),
  who: z.string(),
  asOf: z.string().optional(),
  level: level.optional(),
  rules: z.array(namedRule).optional(),
  assigneeName: z.string().optional(),
  dueOn: z.string().optional(),
  result: state.optional(),
  reason: z.string().optional(),
});

export const warningDetail = warningItem.extend({
  active: z.boolean(),
  superseded: z.boolean(),
  /** The result came over from an earlier screening. */
  carried: z.boolean(),
  checkedById: int.optional(),
  note: z.string(),
  photos: z.array(photo),
  household: z.object({
    kind: z.enum(['general', 'lifted']),
    monitoringCategory: z.enum(['unstable-lifted', 'borderline', 'sudden-hardship']).optional(),
    riskCleared: z.boolean().optional(),
    areaNames: z.array(z.string()),
  }),
  evidence: z.array(ruleEvidence),
  timeline: z.array(timelineEntry),
});

export const summary = z.object({
  /** Absent before the first screening. */
  asOf: z.string().optional(),
  dueToday: int,
  overdue: int,
  fresh: int,
  open: int,
  openByLevel: z.record(level, int),
});

export const mapItem = z.object({
  code: int,
  name: z.string(),
  level: z.enum(REGION_LEVELS),
  households: int,
  warnings: int,
  open: int,
  red: int,
  orange: int,
  yellow: int,
  data: int,
});

export const screening = z.object({
  asOf: z.string(),
  regionCode: int,
  regionName: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'undone']),
  /** By the caller, whose area was screened. */
  undoable: z.boolean(),
  problem: z.string(),
  accountName: z.string(),
  at: z.string(),
  households: int.optional(),
  byLevel: z.record(z.string(), int),
  byRule: z.record(z.string(), int),
  notRun: z.array(z.string()),
});

/** The language of rules, as it comes from outside; names are checked where it is compiled. */
const numberExpression: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ fact: z.string() }),
    z.strictObject({ param: z.string() }),
    z.strictObject({ number: int }),
    z.strictObject({ mul: z.array(numberExpression).min(1).max(6) }),
    z.strictObject({ add: z.array(numberExpression).min(1).max(12) }),
  ]),
);
const pair = z.tuple([numberExpression, numberExpression]);
const conditionOf: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionOf).min(1).max(12) }),
    z.strictObject({ any: z.array(conditionOf).min(1).max(12) }),
    z.strictObject({ not: conditionOf }),
    z.strictObject({ is: z.string() }),
    z.strictObject({ gt: pair }),
    z.strictObject({ gte: pair }),
    z.strictObject({ lt: pair }),
    z.strictObject({ lte: pair }),
  ]),
);
export const condition = conditionOf as z.ZodType<Condition>;

export const ruleItem = z.object({
  code: z.string(),
  version: int,
  name: z.string(),
  text: z.string(),
  enabled: z.boolean(),
  needs: z.enum(ROSTER_NEEDS).optional(),
  condition,
  accountName: z.string(),
  at: z.string(),
  /** Households the newest screening found by it, in the actor's area. */
  households: int,
});
