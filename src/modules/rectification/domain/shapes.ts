// What operations tell of problems and of queries for similar ones.

import * as z from 'zod';
import { COUNT_KEYS, type Counts } from './rates.ts';
import { TERMS } from './terms.ts';

const int = z.number().int();
const text = z.string();
const maybe = z.string().optional();

export const counts = z.object(
  Object.fromEntries(COUNT_KEYS.map((key) => [key, int])) as Record<keyof Counts, typeof int>,
);

const measure = z.object({
  ...{ countyCode: int, id: int, no: int, measure: text, unit: text, due: text, standard: text },
  ...{ doneOn: maybe, evidenceOn: maybe, evidence: maybe, attachment: maybe, photos: int },
});
const check = z.object({
  ...{ countyCode: int, id: int, level: text, round: int, on: text, verdict: text },
  ...{ way: maybe, sampled: int.optional(), passed: int.optional(), opinion: maybe },
});
const claim = z.object({ regionName: text, finding: text, pledge: maybe, on: text, sampledOn: maybe, sampled: maybe });
const search = z.object({ regionName: text, on: text, rule: text, looked: int, found: int, fixed: int });
const rule = z.object({ name: text, regionCode: int, documentNo: maybe, on: text, topic: text, cleaningRule: maybe });
const card = z.object({
  ...{ countyCode: int, id: int, colour: text, unit: text, reason: text, proposedOn: text },
  ...{ givenOn: maybe, liftedOn: maybe },
});
/** `twin` from another source; `part` of this sentence; `whole`, the sentence it was part of; `found` by a query, `origin` of what was found. */
export const LINKS = ['twin', 'part', 'whole', 'found', 'origin'] as const;
const link = z.object({ link: z.enum(LINKS), number: text, source: maybe, state: maybe, unit: maybe });

export const problemShown = z.object({
  ...{ countyCode: int, id: int, number: text, regionCode: int, regionName: text, isVoided: z.boolean() },
  ...{ voidReason: maybe, source: text, reportedOn: text, documentNo: maybe },
  /** Numbers of persons, phones and accounts in it are masked. */
  wording: text,
  ...{ topic: maybe, nature: maybe, leadUnit: maybe, unit: text, post: maybe, kind: text },
  ...{ rectifyBy: text, measuresText: maybe, rectifiedOn: maybe, closedOn: maybe, state: text },
  /** Days that were the term before, with the day on which each was replaced and whether a level above agreed. */
  termsBefore: z.array(z.object({ day: text, until: text, isApproved: z.boolean() })),
  /** Levels that check it, from below, the last of which closes it: 1 county, 2 league, 3 region. */
  checkers: z.array(int),
  ...{ term: z.enum(TERMS).optional(), dueOn: maybe, daysLate: int, pausedDays: int },
  ...{ claims: z.array(claim), measures: z.array(measure), checks: z.array(check), searches: z.array(search) },
  ...{ rules: z.array(rule), cards: z.array(card), links: z.array(link) },
});
export type ProblemShown = z.output<typeof problemShown>;

export const queryShown = z.object({
  ...{ id: int, number: text, register: text, registerTitle: text, title: text, conditions: z.array(text) },
  ...{ by: text, on: text, watchedFrom: maybe, found: int, decided: int },
  /** As the address of the register’s list has them. */
  filters: z.record(z.string(), z.string()),
  state: maybe,
});
export type QueryShown = z.output<typeof queryShown>;
