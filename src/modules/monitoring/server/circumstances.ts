// What beside the case itself decides whether an action may be done: who asks, the day, the registry, the conditions of
// clearing.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { addMonths, formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { parameterOn } from '../../warnings/server/index.ts';
import { type ClearingCondition, clearingConditions } from '../domain/clearing-conditions.ts';
import type { Circumstances } from '../domain/refuse-action.ts';
import { type Standing, templateNow } from '../domain/standing.ts';
import { isEnding } from '../domain/steps.ts';
import type { LoadedCase } from './load-case.ts';

/** The monitoring line of the county on a day, in fen; undefined where none is set. */
export async function lineFenOn(tx: Tx, countyCode: number, day: PlainDate): Promise<number | undefined> {
  const yuan = await parameterOn(tx, countyCode, 'income.line', formatDate(day));
  return yuan === undefined ? undefined : Math.round(yuan * 100);
}

/** The day after which a clue that was taken into the case is still new: the decision, or the months that must be calm. */
function calmSince(standing: Standing, today: PlainDate): PlainDate {
  const months = templateNow(standing).stableMonths;
  return Math.max(standing.decidedOn ?? standing.since, addMonths(today, -months));
}

/** Recent clues, and the newest screening: whether something new speaks against clearing. */
async function hasNewRisk(tx: Tx, { row, standing }: LoadedCase, today: PlainDate): Promise<boolean> {
  const found = await tx.first(sql`
    select from clues c where c.county_code = ${row.countyCode} and c.household_id = ${row.householdId}
      and (c.state = 'open' or (c.case_id = ${row.id} and c.received_on > ${formatDate(calmSince(standing, today))}::date))
    union all
    select from warnings w where w.county_code = ${row.countyCode} and w.household_id = ${row.householdId}
      and w.active and w.state = 'open' and w.level <> 'data'
      and w.as_of = (select max(s.as_of) from screenings s) limit 1`);
  return found !== undefined;
}

/** Conditions of clearing as facts; none while they do not matter. */
export async function conditionsOf(tx: Tx, loaded: LoadedCase, today: PlainDate): Promise<ClearingCondition[]> {
  const { standing, row } = loaded;
  if (standing.state !== 'monitored' && !standing.state.startsWith('clearing.')) return [];
  return clearingConditions({
    standing,
    today,
    lineFen: await lineFenOn(tx, row.countyCode, today),
    hasNewRisk: await hasNewRisk(tx, loaded, today),
  });
}

/** Who opened the newer case that is under way beside this one, which had ended. */
async function otherCaseBy(tx: Tx, { row, standing }: LoadedCase): Promise<string | undefined> {
  if (!isEnding(standing.state)) return undefined;
  const other = await tx.first(sql<{ who: string }>`
    select a.account_name as who from cases c
    join case_actions a on a.county_code = c.county_code and a.case_id = c.id and a.seq = 1
    where c.county_code = ${row.countyCode} and c.household_id = ${row.householdId} and c.id <> ${row.id}
      and c.ended_on is null`);
  return other?.who;
}

/** `known`: the conditions of clearing, where they were asked for already. */
export async function circumstancesOf(
  tx: Tx,
  loaded: LoadedCase,
  today: PlainDate,
  known?: readonly ClearingCondition[],
): Promise<Circumstances> {
  const conditions = known ?? (await conditionsOf(tx, loaded, today));
  return {
    role: tx.actor.role as Role,
    today,
    lifted: loaded.row.lifted,
    unmet: conditions.filter(({ met }) => !met).map(({ label }) => label),
    otherCaseBy: await otherCaseBy(tx, loaded),
  };
}
