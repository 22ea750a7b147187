// Changes of households and members as dated events (architecture §4): what each needs, and its words.

import * as z from 'zod';
import { recordId, regionCode } from '../../../kernel/input.ts';
import { RELATIONS } from './registry-columns.ts';

export const EVENT_KINDS = [
  'birth',
  'marriage-in',
  'marriage-out',
  'death',
  'leave',
  'split',
  'merge',
  'move',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What also stands in a household's history, recorded by the slice that decides it. */
export const HISTORY_KINDS = [
  ...EVENT_KINDS,
  'monitored',
  'risk-cleared',
  'monitoring-recalled',
  'region-change',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export const EVENT_NAMES: Record<HistoryKind, string> = {
  birth: '出生',
  'marriage-in': '婚入',
  'marriage-out': '婚出',
  death: '死亡',
  leave: '离户',
  split: '分户',
  merge: '合户',
  move: '搬迁',
  monitored: '纳入监测',
  'risk-cleared': '风险消除',
  'region-change': '区划变更',
  'monitoring-recalled': '收回监测审定',
};

const relation = z
  .string()
  .refine((text) => RELATIONS.includes(text), '不在规定的 28 项中')
  .meta({ title: '与户主关系' });

export const newPerson = z.object({
  name: z.string().trim().min(1).max(40).meta({ title: '姓名' }),
  sex: z.enum(['男', '女']).meta({ title: '性别' }),
  relation,
  /** Empty where there is none yet. */
  idNumber: z.string().trim().max(24).default('').meta({ title: '证件号码' }),
  ethnicity: z.string().trim().max(20).default('').meta({ title: '民族' }),
});
export type NewPerson = z.output<typeof newPerson>;

/** Who becomes head where the head goes; left out, the household has none for now and a data issue is opened. */
const newHeadId = recordId.optional().meta({ title: '新户主' });
const personId = recordId.meta({ title: '成员' });

/** Everything happens inside one county: the county is part of every key. */
export const eventInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('birth'), person: newPerson }),
  z.object({ kind: z.literal('marriage-in'), person: newPerson }),
  /** Into another household of the registry, or away. */
  z.object({
    kind: z.literal('marriage-out'),
    personId,
    toHouseholdId: recordId.optional(),
    relation: relation.optional(),
    newHeadId,
  }),
  z.object({ kind: z.literal('death'), personId, newHeadId }),
  z.object({
    kind: z.literal('leave'),
    personId,
    reason: z.string().trim().min(2).max(100).meta({ title: '离户原因' }),
    newHeadId,
  }),
  z.object({
    kind: z.literal('split'),
    personIds: z.array(recordId).min(1).max(30).meta({ title: '分出的成员' }),
    /** Head of the new household, one of `personIds`. */
    newHeadId: recordId.meta({ title: '新户户主' }),
    remainingHeadId: recordId.optional(),
    villageCode: regionCode.optional(),
  }),
  /** The other household's members come into this one, and the other one ends. */
  z.object({ kind: z.literal('merge'), otherHouseholdId: recordId }),
  z.object({ kind: z.literal('move'), villageCode: regionCode.meta({ title: '迁入嘎查村' }) }),
]);
export type EventInput = z.output<typeof eventInput>;
export type EventOf<Kind extends EventKind> = Extract<EventInput, { kind: Kind }>;
