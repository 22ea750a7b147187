// Operations on contingency: how prepared an area is, what should be activated now, one event with its households, the visits.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, filterText, recordKey, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { listedHousehold } from '../../households/domain/listed-household.ts';
import { TERMS } from './event-terms.ts';
import { CONTINGENCY_SETTINGS } from './settings.ts';
import { ACTIVATION_FORMS, HOUSEHOLD_LOOKS, RESPONSE_LEVELS, SIGNALS, VISIT_RESULTS, VISIT_WAYS } from './words.ts';

const int = z.number().int();
const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => z.enum(Object.keys(words) as [Key]);
const number = z.string().trim().min(1).max(200);
const SETTING = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const PROPOSING = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];
const VISITING = ['village-worker', ...PROPOSING] as const satisfies readonly Role[];

const counts = { listed: int, seen: int, loss: int, lossFen: int, helped: int, toMonitor: int, unidentified: int };

const event = z.object({
  countyCode: int,
  id: int,
  number: z.string(),
  event: z.string(),
  level: keysOf(RESPONSE_LEVELS),
  regionCode: int,
  regionName: z.string(),
  planNumber: z.string(),
  planName: z.string(),
  hazard: z.string(),
  state: z.string(),
  eventOn: z.string(),
  activatedOn: z.string().optional(),
  endedOn: z.string().optional(),
  reviewedOn: z.string().optional(),
  /** Of the area of whoever asks. */
  ...counts,
  terms: z.array(z.object({ term: z.enum(TERMS), dueOn: z.string() })),
});

export const contingencyContract = {
  overview: operation({ name: 'contingency.overview', roles: READERS })
    .route({ method: 'GET', path: '/contingency', summary: '应急准备和响应' })
    .input(z.object({ area: regionCode.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        areaName: z.string(),
        events: z.array(event),
        /** Triggers that are reached, and not answered by an event yet. */
        proposals: z.array(
          z.object({
            planNumber: z.string(),
            planName: z.string(),
            level: keysOf(RESPONSE_LEVELS),
            signal: keysOf(SIGNALS),
            threshold: z.number(),
            value: z.number(),
            regionCode: int,
            regionName: z.string(),
            evidence: z.string(),
            on: z.string(),
          }),
        ),
        plans: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            hazard: z.string(),
            department: z.string(),
            regionName: z.string(),
            reviewOn: z.string().optional(),
            drilledOn: z.string().optional(),
            concerns: z.array(z.enum(['review-over', 'no-drill', 'no-trigger', 'no-list'])),
          }),
        ),
        /** Hazards a county is exposed to and has no plan for. */
        lacking: z.array(z.object({ regionCode: int, regionName: z.string(), hazard: z.string() })),
        settings: z.array(settingShown),
      }),
    ),

  propose: operation({ name: 'contingency.propose', roles: PROPOSING, writes: true })
    .route({ method: 'POST', path: '/contingency/events', summary: '建议启动应急响应' })
    .input(
      z.object({
        requestId,
        planNumber: number.meta({ title: '预案' }),
        regionCode: regionCode.meta({ title: '启动地区' }),
        areaCodes: z.array(regionCode).max(100).default([]).meta({ title: '影响范围' }),
        level: keysOf(RESPONSE_LEVELS).meta({ title: '响应级别' }),
        event: z.string().trim().min(2).max(100).meta({ title: '事件' }),
        eventOn: day.meta({ title: '发生日期' }),
        basis: z.string().trim().min(2).max(1000).meta({ title: '触发依据' }),
      }),
    )
    .output(z.object({ number: z.string() })),

  event: operation({ name: 'contingency.event', roles: READERS })
    .route({ method: 'GET', path: '/contingency/events/{number}', summary: '一次应急响应' })
    .input(z.object({ number }))
    .output(
      event.extend({
        basis: z.string(),
        approvedBy: z.string().optional(),
        reviewText: z.string().optional(),
        measures: z.string().optional(),
        dutyPost: z.string().optional(),
        /** Open warnings of listed households since the event: they hang here, and in nobody's inbox. */
        warnings: int,
        townships: z.array(z.object({ code: int, name: z.string(), ...counts })),
        days: z.array(z.object({ on: z.string(), seen: int, helped: int, lossFen: int, toMonitor: int })),
        moves: z.array(
          z.object({
            move: z.string(),
            on: z.string(),
            at: z.string(),
            by: z.string(),
            opinion: z.string().optional(),
          }),
        ),
      }),
    ),

  households: operation({ name: 'contingency.households', roles: READERS })
    .route({ method: 'GET', path: '/contingency/events/{number}/households', summary: '应急响应名单' })
    .input(
      pageInput.extend({
        number,
        area: regionCode.optional(),
        look: z.enum(HOUSEHOLD_LOOKS).default('waiting').meta({ title: '看什么' }),
        text: filterText.optional(),
      }),
    )
    .output(
      pageOf(
        z.object({
          ...listedHousehold,
          visitedOn: z.string().optional(),
          way: keysOf(VISIT_WAYS).optional(),
          result: keysOf(VISIT_RESULTS).optional(),
          lossFen: int.optional(),
          helpedFirst: z.boolean().optional(),
          note: z.string().optional(),
          visitedBy: z.string().optional(),
          hasCase: z.boolean(),
        }),
      ),
    ),

  visit: operation({ name: 'contingency.visit', roles: VISITING, writes: true, offline: true })
    .route({ method: 'POST', path: '/contingency/events/{number}/visits', summary: '登记应急走访' })
    .input(
      z.object({
        requestId,
        number,
        household: recordKey,
        visitedOn: day.meta({ title: '走访日期' }),
        way: keysOf(VISIT_WAYS).meta({ title: '走访方式' }),
        result: keysOf(VISIT_RESULTS).meta({ title: '结论' }),
        lossFen: int.min(0).max(1e12).optional().meta({ title: '申报损失' }),
        helpedFirst: z.boolean().meta({ title: '帮扶先行' }),
        note: z.string().trim().max(500).optional().meta({ title: '说明' }),
      }),
    )
    .output(z.object({})),

  saveSetting: operation({ name: 'contingency.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/contingency/settings', summary: '设定应急响应期限' })
    .input(
      settingGiven(
        z.enum(CONTINGENCY_SETTINGS.map(({ key }) => key)).meta({ title: '期限' }),
        int.min(0).max(365).meta({ title: '天数' }),
      ),
    )
    .output(z.object({ id: int })),
};

/** Forms of an event as papers. */
export const eventPaperInput = z.object({
  number,

  form: z.enum(ACTIVATION_FORMS),
  format: z.enum(TABLE_PAPER_FORMATS),
});
export const PAPER_ROLES = OFFICERS;
