// Operations on employment beside those of its registers: the monthly confirmation, and what asks for action.

import * as z from 'zod';
import { countyCode, day, keysOf, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';
import type { LeavingReason } from './confirm/found.ts';
import { PLACE_STEPS, PROVINCES } from './confirm/places.ts';
import { NEEDS } from './needs/needs.ts';
import { employmentConfirmationRegister } from './registers/employment-confirmation-register.ts';
import { employmentSpellRegister } from './registers/employment-spell-register.ts';
import { EMPLOYMENT_SETTINGS } from './settings.ts';
import { CONFIRMING } from './spell-states.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;

/** A month, by its first day. */
const month = day.refine((text) => text.endsWith('-01'), '请选择月份').meta({ title: '月份' });
const area = regionCode.optional();

const { jobForm, leavingReason } = employmentSpellRegister.fields;
const { workState, confirmedBy } = employmentConfirmationRegister.fields;
export const WAYS = confirmedBy.values as Readonly<Record<'visit' | 'phone' | 'video' | 'relative', string>>;
export const REASONS = leavingReason.values as Readonly<Record<LeavingReason, string>>;
export const JOB_FORMS = jobForm.values as Readonly<Record<string, string>>;

const key = z.object({ countyCode, id: recordId });
const wage = int.min(10_000).max(10_000_000).meta({ title: '月收入' });

/** What was found of one job. Wages are fen. */
export const foundEntry = z.discriminatedUnion('found', [
  key.extend({ found: z.literal('working'), monthWageFen: wage.optional() }),
  key.extend({ found: z.literal('waiting') }),
  key.extend({ found: z.literal('unreached') }),
  key.extend({
    found: z.literal('left'),
    leftOn: day.meta({ title: '离岗日期' }),
    leavingReason: z.enum(keysOf(REASONS)).meta({ title: '离岗原因' }),
  }),
  key.extend({
    found: z.literal('elsewhere'),
    since: day.meta({ title: '换岗日期' }),
    step: z.enum(PLACE_STEPS).meta({ title: '务工地范围' }),
    province: z.enum(keysOf(PROVINCES as Readonly<Record<string, string>>)).optional(),
    workPlace: z.string().trim().max(60).optional().meta({ title: '务工地点' }),
    monthlyIncomeFen: wage.optional(),
  }),
]);
export type FoundEntry = z.output<typeof foundEntry>;

const progress = z.object({
  spells: int,
  /** Found one way or the other; who was not reached is not among them. */
  done: int,
  unreached: int,
  stale: int,
});

const job = z.object({
  countyCode: int,
  id: int,
  name: z.string(),
  /** Whole years. */
  age: int.optional(),
  householdId: int.optional(),
  householdNumber: z.string().optional(),
  jobForm: z.enum(keysOf(JOB_FORMS)),
  employer: z.string().optional(),
  workPlace: z.string().optional(),
  step: z.enum(PLACE_STEPS).optional(),
  startedOn: z.string(),
  leftOn: z.string().optional(),
  monthlyIncomeFen: int.optional(),
  /** Of this month. */
  found: z.enum(keysOf(workState.values as Readonly<Record<string, string>>)).optional(),
  /** Last found at work before this month. */
  lastOn: z.string().optional(),
  standing: z.enum(['open', 'stale', 'unreached', 'done']),
  /** Dead or moved away: cannot be found at work any more. */
  goneOn: z.string().optional(),
  /** What was done is the caller’s own, and can be taken back. */
  mayUndo: z.boolean(),
});

/** Jobs of a village that a month asks about. */
export const confirmedVillage = z.object({
  month: z.string(),
  byOn: z.string(),
  staleDays: int,
  total: progress,
  /** At most 500, who was not confirmed for long first. */
  rows: z.array(job),
});

const need = z.enum(NEEDS);
const setting = z.object({
  key: z.string(),
  title: z.string(),
  unit: z.string(),
  value: int,
  /** Who set it; absent: nobody yet, and the value of the program holds. */
  regionName: z.string().optional(),
  effectiveFrom: z.string().optional(),
  basis: z.string().optional(),
});

export const employmentContract = {
  confirmProgress: operation({ name: 'employment.confirm-progress', roles: READERS })
    .route({ method: 'GET', path: '/employment/confirmations/progress', summary: '务工月确认进度' })
    .input(z.object({ area, month: month.optional() }))
    .output(
      z.object({
        month: z.string(),
        /** By when the month is to be confirmed. */
        byOn: z.string(),
        total: progress,
        rows: z.array(progress.extend({ code: int, name: z.string() })),
      }),
    ),

  confirmList: operation({ name: 'employment.confirm-list', roles: READERS })
    .route({ method: 'GET', path: '/employment/confirmations/village', summary: '嘎查村务工月确认名单' })
    .input(z.object({ area: regionCode, month: month.optional() }))
    .output(confirmedVillage),

  confirm: operation({ name: 'employment.confirm', roles: CONFIRMING, writes: true, offline: true })
    .route({ method: 'POST', path: '/employment/confirmations', summary: '点选务工月确认' })
    .input(
      z.object({
        requestId,
        month,
        way: z.enum(keysOf(WAYS)).meta({ title: '确认方式' }),
        entries: z.array(foundEntry).min(1).max(200),
      }),
    )
    .output(z.object({ kept: int, refused: z.array(key.extend({ reason: z.string() })) })),

  undoConfirm: operation({ name: 'employment.undo-confirm', roles: CONFIRMING, writes: true, offline: true })
    .route({ method: 'POST', path: '/employment/confirmations/undo', summary: '撤销务工月确认' })
    .input(z.object({ requestId, month, entries: z.array(key).min(1).max(200) }))
    .output(z.object({ undone: int, refused: z.array(key.extend({ reason: z.string() })) })),

  roster: operation({ name: 'employment.roster', roles: READERS })
    .route({ method: 'GET', path: '/employment/roster', summary: '名册比对' })
    .input(z.object({ area, month: month.optional() }))
    .output(
      z.object({
        month: z.string(),
        /** How many of each there are; rows are at most 200. */
        counts: z.object({ working: int, left: int, check: int }),
        rows: z.array(
          key.extend({
            name: z.string(),
            regionName: z.string(),
            employer: z.string().optional(),
            startedOn: z.string(),
            lastOn: z.string().optional(),
            /** `check`: the rosters contradict the register; somebody has to look. */
            proposes: z.enum(['working', 'left', 'check']),
            on: z.string().optional(),
            words: z.string(),
          }),
        ),
      }),
    ),

  acceptRoster: operation({ name: 'employment.accept-roster', roles: CONFIRMING, writes: true })
    .route({ method: 'POST', path: '/employment/roster', summary: '按名册确认务工' })
    .input(z.object({ requestId, month, entries: z.array(key).min(1).max(200) }))
    .output(z.object({ kept: int, refused: z.array(key.extend({ reason: z.string() })) })),

  needs: operation({ name: 'employment.needs', roles: READERS })
    .route({ method: 'GET', path: '/employment/needs', summary: '就业待办' })
    .input(z.object({ area, need: need.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        counts: z.record(need, int),
        rows: z.array(
          z.object({
            need,
            /** The register the row stands in, and its key. */
            register: z.string(),
            subject: z.string(),
            title: z.string(),
            regionCode: int,
            regionName: z.string(),
            on: z.string().optional(),
            /** Whose term it is, in words: 已过 12 天, 3 人. */
            words: z.string(),
          }),
        ),
        settings: z.array(setting),
      }),
    ),

  saveSetting: operation({ name: 'employment.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/employment/settings', summary: '设定就业管理要求' })
    .input(
      z.object({
        requestId,
        regionCode,
        key: z.enum(EMPLOYMENT_SETTINGS.map(({ key }) => key)).meta({ title: '要求' }),
        value: int.min(0).max(3650).meta({ title: '数值' }),
        effectiveFrom: day.meta({ title: '生效日期' }),
        basis: z.string().trim().min(2, '请填写依据的文件').max(200).meta({ title: '依据' }),
      }),
    )
    .output(z.object({ id: int })),
};
