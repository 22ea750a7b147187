// What beside the case itself decides whether an action may be done: who asks, the day, the registry, the conditions of
// clearing.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Channel } from '../../clues/domain/words.ts';
import { parameterOn } from '../../parameters/server/index.ts';
import { isEnding } from '../../process/domain/steps.ts';
import { type ClearingCondition, clearingConditions } from '../domain/clearing-conditions.ts';
import { clueCountsUntil, type NewRisk } from '../domain/new-risk.ts';
import type { Circumstances } from '../domain/refuse-action.ts';
import { templateNow } from '../domain/standing.ts';
import type { LoadedCase } from './load-case.ts';

/** The monitoring line of the county on a day, in fen; undefined where none is set. */
export async function lineFenOn(tx: Tx, countyCode: number, day: PlainDate): Promise<number | undefined> {
  const yuan = await parameterOn(tx, countyCode, 'income.line', formatDate(day));
  return yuan === undefined ? undefined : Math.round(yuan * 100);
}

type ClueRow = { on: string; channel: Channel; isOpen: boolean };

/** Open clues of the household, and clues that were taken into the case after it was approved; the newest first. */
async function cluesSince(tx: Tx, { row, standing }: LoadedCase): Promise<ClueRow[]> {
  const since = formatDate(standing.decidedOn ?? standing.since);
  return tx.rows(sql<ClueRow>`
    select c.received_on as on, c.channel, c.state = 'open' as is_open from clues c
    where c.county_code = ${row.countyCode} and c.household_id = ${row.householdId}
      and (c.state = 'open' or (c.case_id = ${row.id} and c.received_on > ${since}::date))
    order by c.received_on desc, c.id desc limit 100`);
}

/** Warnings of the newest screening that nobody has checked. */
async function openWarnings(tx: Tx, { row }: LoadedCase): Promise<NewRisk[]> {
  const rows = await tx.rows(sql<{ asOf: string }>`
    select w.as_of from warnings w where w.county_code = ${row.countyCode} and w.household_id = ${row.householdId}
      and w.active and w.state = 'open' and w.level <> 'data'
      and w.as_of = newest_screening(w.village_code, w.village_code) limit 10`);
  return rows.map(({ asOf }) => ({ kind: 'warning', on: parseDate(asOf) }));
}

/** Clues, and the newest screening: what new speaks against clearing. */
async function newRisksOf(tx: Tx, loaded: LoadedCase, today: PlainDate): Promise<NewRisk[]> {
  const { stableMonths } = templateNow(loaded.standing);
  const clues = (await cluesSince(tx, loaded)).map(
    ({ on, channel, isOpen }): NewRisk => ({ kind: isOpen ? 'open-clue' : 'case-clue', on: parseDate(on), channel }),
  );
  const counting = clues.filter(({ kind, on }) => kind === 'open-clue' || today < clueCountsUntil(on, stableMonths));
  return [...counting, ...(await openWarnings(tx, loaded))];
}

/** Conditions of clearing as facts; none while they do not matter. */
export async function conditionsOf(tx: Tx, loaded: LoadedCase, today: PlainDate): Promise<ClearingCondition[]> {
  const { standing, row } = loaded;
  if (standing.state !== 'monitored' && !standing.state.startsWith('clearing.')) return [];
  return clearingConditions({
    standing,
    today,
    lineFen: await lineFenOn(tx, row.countyCode, today),
    newRisks: await newRisksOf(tx, loaded, today),
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
