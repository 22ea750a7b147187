// Operations on the households of a round: the list, who takes them on, a visit, a recheck.

import * as z from 'zod';
import { countyCode, day, filterText, keysOf, recordId, recordKey, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { MOST_RISKS, RISKS } from '../../cases/domain/words.ts';
import { listedHousehold } from '../../households/domain/listed-household.ts';
import { CHECKING, roundNumber } from './board-contract.ts';
import {
  ITEM_LOOKS,
  LIST_CODES,
  RECHECK_ACTIONS,
  RECHECK_LEVELS,
  SWEEP_FORMS,
  SWEEP_KINDS,
  VISIT_MODES,
  VISIT_RESULTS,
} from './words.ts';

const int = z.number().int();
const VISITING = ['village-worker', ...CHECKING] as const satisfies readonly Role[];
const ASSIGNING = CHECKING;
const files = z.array(z.string().max(100)).max(9).default([]);
const answers = z.record(z.string().max(31), z.string().max(31));

const listed = {
  ...listedHousehold,
  lists: z.array(z.enum(LIST_CODES)),
};

const item = z.object({
  ...listed,
  reasons: z.array(z.string()),
  assignedTo: z.string().optional(),
  visitedOn: z.string().optional(),
  mode: z.enum(keysOf(VISIT_MODES)).optional(),
  result: z.enum(keysOf(VISIT_RESULTS)).optional(),
  visitors: z.string().optional(),
  late: z.boolean(),
  /** Until when somebody who was not met is visited again. */
  retryBy: z.string().optional(),
});

const question = z.object({ code: z.string(), title: z.string(), choices: z.record(z.string(), z.string()) });

const seen = z.object({
  visitedOn: day.meta({ title: '核查日期' }),
  mode: z.enum(keysOf(VISIT_MODES)).meta({ title: '核查方式' }),
  result: z.enum(keysOf(VISIT_RESULTS)).meta({ title: '结论' }),
  secondVisitor: z.string().trim().min(1, '请填写另一名核查人').max(40).meta({ title: '另一名核查人' }),
  answers: answers.default({}).meta({ title: '问卷' }),
  risks: z.array(z.enum(RISKS)).max(MOST_RISKS).default([]).meta({ title: '风险点' }),
  note: z.string().trim().max(500).default('').meta({ title: '情况说明' }),
  /** Put right during the visit: it was found all the same. */
  solved: z.boolean().default(false).meta({ title: '现场已解决' }),
  signed: z.boolean().default(false).meta({ title: '农户已签字' }),
  photos: files.meta({ title: '照片' }),
  /** When the form was filled in by the clock of the device. */
  filledAt: z.iso.datetime({ offset: true }).optional(),
  longitude: z.number().min(73).max(136).optional(),
  latitude: z.number().min(3).max(54).optional(),
});
export type SeenGiven = z.output<typeof seen>;

export const itemsFilter = z.object({
  number: roundNumber,
  area: regionCode.optional(),
  look: z.enum(keysOf(ITEM_LOOKS)).default('waiting').meta({ title: '看什么' }),
  list: z.enum(LIST_CODES).optional().meta({ title: '清单' }),
  mine: z.stringbool().or(z.boolean()).default(false).meta({ title: '只看分给我的' }),
  text: filterText.optional(),
});

export const visitsContract = {
  items: operation({ name: 'sweeps.items', roles: READERS })
    .route({ method: 'GET', path: '/sweeps/{number}/households', summary: '轮次清单' })
    .input(itemsFilter.extend(pageInput.shape))
    .output(pageOf(item)),

  item: operation({ name: 'sweeps.item', roles: READERS })
    .route({ method: 'GET', path: '/sweeps/{number}/households/{countyCode}/{householdId}', summary: '一户的核查' })
    .input(z.object({ number: roundNumber, countyCode, householdId: recordId }))
    .output(
      item.extend({
        questions: z.array(question),
        /** The newest first; those before a redo too. */
        visits: z.array(
          z.object({
            id: int,
            visitedOn: z.string(),
            mode: z.enum(keysOf(VISIT_MODES)),
            result: z.enum(keysOf(VISIT_RESULTS)),
            visitors: z.string(),
            answers,
            risks: z.array(z.string()),
            note: z.string(),
            solved: z.boolean(),
            photos: z.array(z.object({ id: z.string(), name: z.string() })),
            late: z.boolean(),
            at: z.string(),
            replaced: z.boolean(),
          }),
        ),
        /** Open doubts of the household, with the explanation that was given for the same before. */
        issues: z.array(z.object({ id: int, code: z.string(), about: z.string(), earlier: z.string().optional() })),
      }),
    ),

  ofHousehold: operation({ name: 'sweeps.of-household', roles: READERS })
    .route({ method: 'GET', path: '/sweeps/households/{countyCode}/{id}', summary: '一户的历次核查' })
    .input(recordKey)
    .output(
      z.array(
        z.object({
          number: z.string(),
          name: z.string(),
          kind: z.enum(keysOf(SWEEP_KINDS)),
          startsOn: z.string(),
          lists: z.array(z.enum(LIST_CODES)),
          assignedTo: z.string().optional(),
          visitedOn: z.string().optional(),
          mode: z.enum(keysOf(VISIT_MODES)).optional(),
          result: z.enum(keysOf(VISIT_RESULTS)).optional(),
          visitors: z.string().optional(),
          late: z.boolean(),
          /** How often it was rechecked, and how many of these differed. */
          rechecked: int,
          differed: int,
        }),
      ),
    ),

  people: operation({ name: 'sweeps.people', roles: ASSIGNING })
    .route({ method: 'GET', path: '/sweeps/{number}/people', summary: '可以承办的人员' })
    .input(z.object({ number: roundNumber, area: regionCode.optional() }))
    .output(
      z.array(
        z.object({
          accountId: int,
          name: z.string(),
          areaName: z.string(),
          /** Households of the round in the area that are theirs, and those of them that still have to be seen. */
          items: int,
          open: int,
        }),
      ),
    ),

  assign: operation({ name: 'sweeps.assign', roles: ASSIGNING, writes: true })
    .route({ method: 'POST', path: '/sweeps/{number}/assign', summary: '分派承办人' })
    .input(
      z.object({
        requestId,
        number: roundNumber,
        area: regionCode.meta({ title: '范围' }),
        accountId: recordId.meta({ title: '承办人' }),
        list: z.enum(LIST_CODES).optional().meta({ title: '清单' }),
        households: z.array(recordKey).max(500).optional().meta({ title: '农牧户' }),
        onlyFree: z.boolean().default(true).meta({ title: '只分没有承办人的' }),
      }),
    )
    .output(z.object({ assigned: int })),

  visit: operation({ name: 'sweeps.visit', roles: VISITING, writes: true, offline: true })
    .route({ method: 'POST', path: '/sweeps/{number}/visits', summary: '登记入户核查' })
    .input(
      seen.extend({
        requestId,
        number: roundNumber,
        household: recordKey,
        explanations: z
          .array(z.object({ issueId: recordId, explanation: z.string().trim().min(5).max(500) }))
          .max(20)
          .default([])
          .meta({ title: '疑点说明' }),
      }),
    )
    .output(z.object({ late: z.boolean(), clueId: int.optional(), doubts: int })),

  rechecks: operation({ name: 'sweeps.rechecks', roles: READERS })
    .route({ method: 'GET', path: '/sweeps/{number}/rechecks', summary: '复核名单' })
    .input(
      pageInput.extend({
        number: roundNumber,
        area: regionCode.optional(),
        level: z.enum(keysOf(RECHECK_LEVELS)).optional().meta({ title: '层级' }),
        look: z.enum(['waiting', 'differing', 'all']).default('waiting').meta({ title: '看什么' }),
      }),
    )
    .output(
      pageOf(
        z.object({
          ...listed,
          recheckId: int,
          level: z.enum(keysOf(RECHECK_LEVELS)),
          /** Nothing of what the first visit said: who rechecks does not know it. */
          checkedOn: z.string().optional(),
          checker: z.string().optional(),
          differing: z.array(z.string()).optional(),
          action: z.enum(keysOf(RECHECK_ACTIONS)).optional(),
        }),
      ),
    ),

  recheckForm: operation({ name: 'sweeps.recheck-form', roles: CHECKING })
    .route({ method: 'GET', path: '/sweeps/rechecks/{countyCode}/{recheckId}', summary: '复核问卷' })
    .input(z.object({ countyCode, recheckId: recordId }))
    .output(z.object({ questions: z.array(question) })),

  recheck: operation({ name: 'sweeps.recheck', roles: CHECKING, writes: true, offline: true })
    .route({ method: 'POST', path: '/sweeps/rechecks/{countyCode}/{recheckId}', summary: '登记复核' })
    .input(
      seen.pick({ answers: true, result: true, note: true }).extend({
        requestId,
        countyCode,
        recheckId: recordId,
        checkedOn: day.meta({ title: '复核日期' }),
        action: z.enum(keysOf(RECHECK_ACTIONS)).default('none').meta({ title: '处理' }),
      }),
    )
    .output(z.object({ differing: z.array(z.string()) })),
};

/** A photo of a visit. */
export const visitPhotoInput = z.object({ countyCode, visitId: recordId, photoId: z.uuid() });

/** Forms of a round as papers. */
export const sweepPaperInput = z.object({
  number: roundNumber,
  area: regionCode.optional(),
  form: z.enum(keysOf(SWEEP_FORMS)),
  format: z.enum(TABLE_PAPER_FORMATS),
});
export const PAPER_ROLES = ['village-worker', ...OFFICERS] as const satisfies readonly Role[];
