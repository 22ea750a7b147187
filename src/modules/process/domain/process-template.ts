// The process as a county runs it: steps, their order, days, levels of notice. What regulations leave open is a setting
// here, never a constant (handbook §2.2, §2.4, §10.2; all graded U there). A case keeps the template it began with.

import * as z from 'zod';
import { DAY_KINDS } from './calendar.ts';
import { STEPS, type Step, type Walk } from './steps.ts';
import { DANGERS, NOTICE_LEVELS, NOTICE_NAMES } from './words.ts';

const term = z.object({ days: z.number().int().min(0).max(400), kind: z.enum(DAY_KINDS) });

const step = z.object({ step: z.enum(STEPS), term });

/** Steps that no template may leave out: without them nobody has looked, nobody was asked, nobody has decided. */
export const NEEDED_STEPS: readonly Step[] = ['verification', 'review', 'notice', 'county-approval'];

const walk = z.object({
  steps: z
    .array(step)
    .min(NEEDED_STEPS.length)
    .max(STEPS.length)
    .refine((steps) => new Set(steps.map((each) => each.step)).size === steps.length, '每个环节只能有一个')
    .refine(
      (steps) => NEEDED_STEPS.every((needed) => steps.some((each) => each.step === needed)),
      '入户核实、民主评议、公示、旗县审定不能省去',
    )
    .refine((steps) => steps[0]?.step === 'verification', '第一个环节须是入户核实')
    .refine(inOrder, '旗县审定须在信息比对、评议、公示、乡镇审核之后，公告和录入须在审定之后，公示须在评议之后'),
  /** From the first day to the decision of the county. */
  total: term,
  noticeLevels: z.array(z.enum(NOTICE_LEVELS)).min(1),
});

function inOrder(steps: readonly { step: Step }[]): boolean {
  const at = (wanted: Step) => steps.findIndex((each) => each.step === wanted);
  const decided = at('county-approval');
  const before = (['verification', 'comparison', 'review', 'notice', 'township-review'] as const).every(
    (each) => at(each) < decided,
  );
  const after = (['announcement', 'recording'] as const).every((each) => at(each) === -1 || at(each) > decided);
  return before && after && at('review') < at('notice');
}

export const processTemplate = z.object({
  identification: walk,
  clearing: walk,
  /** People who go to the family together. */
  verifiers: z.number().int().min(1).max(9),
  /** What was sent back comes again within. */
  returnTerm: term,
  /** The household is told of a rejection within. */
  notifyTerm: term,
  /** It may appeal to the township within, from the day it was told. */
  appealTerm: term,
  appealDecisionTerm: term,
  /** So many days before the last one a case is shown as due soon. */
  warnDays: z.number().int().min(0).max(30),
  /** A case so many days late goes one level up, and again after as many. */
  escalateDays: z.number().int().min(1).max(60),
  /** After the decision a plan stands within, and a measure within. */
  planTerm: term,
  measureTerm: term,
  developingTerm: term,
  /** A visit at least every so many days, by the level of the risk. */
  visitEvery: z.record(z.enum(DANGERS), z.number().int().min(1).max(400)),
  /** Months that the income must have stood over the line before the risk can be cleared. */
  stableMonths: z.number().int().min(0).max(36),
  /** Months after clearing at which the household is looked at again. */
  lookBackMonths: z.array(z.number().int().min(1).max(60)).max(8),
  /** How public papers name a person; in full where the template says nothing. */
  noticeName: z.enum(NOTICE_NAMES).optional(),
  /** In whose name the county's papers are issued; by the county's name where the template says nothing. */
  countyIssuer: z
    .string()
    .trim()
    .regex(/^[\p{L}()()]{4,40}$/u, '须为单位全称，4 至 40 个汉字')
    .meta({ title: '旗县落款单位' })
    .optional(),
});

export type ProcessTemplate = z.output<typeof processTemplate>;
export type WalkTemplate = ProcessTemplate[Walk];

const natural = (days: number) => ({ days, kind: 'natural' as const });
const working = (days: number) => ({ days, kind: 'working' as const });

/**
 * Where nobody has set anything: 15 days from the clue to the decision and 5 days' notice in the village (handbook §0.2,
 * grade A); everything else is a proposal.
 */
export const DEFAULT_TEMPLATE: ProcessTemplate = {
  identification: {
    steps: [
      { step: 'verification', term: natural(3) },
      { step: 'comparison', term: natural(3) },
      { step: 'review', term: natural(1) },
      { step: 'notice', term: natural(5) },
      { step: 'township-review', term: natural(1) },
      { step: 'county-approval', term: natural(2) },
      { step: 'announcement', term: natural(3) },
      { step: 'recording', term: natural(5) },
    ],
    total: natural(15),
    noticeLevels: ['village'],
  },
  clearing: {
    steps: [
      { step: 'verification', term: natural(5) },
      { step: 'review', term: natural(3) },
      { step: 'notice', term: natural(5) },
      { step: 'township-review', term: natural(3) },
      { step: 'county-approval', term: natural(5) },
      { step: 'announcement', term: natural(3) },
      { step: 'recording', term: natural(5) },
    ],
    total: natural(30),
    noticeLevels: ['village'],
  },
  verifiers: 2,
  returnTerm: natural(3),
  notifyTerm: working(5),
  appealTerm: natural(10),
  appealDecisionTerm: natural(10),
  warnDays: 2,
  escalateDays: 3,
  planTerm: natural(10),
  measureTerm: natural(30),
  developingTerm: natural(180),
  visitEvery: { high: 15, medium: 30, low: 90 },
  stableMonths: 6,
  lookBackMonths: [3, 6, 12],
};

export function stepsOf(template: WalkTemplate): Step[] {
  return template.steps.map(({ step: name }) => name);
}
