// Rounds as a phone takes them along: those that are running, with what is still to be done in an area.

import { sql } from 'kysely';
import type * as z from 'zod';
import { addDays, formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { countyOf, type RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RoundOnPhone, recheckOnPhone, visitOnPhone } from '../domain/phone-round.ts';
import type { SweepList } from '../domain/words.ts';
import { levelOf } from './draw-sample.ts';
import { questionsFor, sweepSettings } from './settings.ts';

/** Of a township, with several rounds. */
const MOST_TAKEN = 10_000;
const MOST_ROUNDS = 10;

/** Items `i` and rechecks `c` that are open, of rounds `s` in which things are written down. */
const RUNNING = sql`s.issued_on is not null and s.closed_on is null and not s.voided`;

/** To be visited: not seen yet, or not met. Whole families away are told from those. */
export const openItemsSql = ({ low, high }: RegionRange) => sql`
  sweep_items i join sweeps s on s.id = i.sweep_id and ${RUNNING}
  where i.village_code between ${low} and ${high} and i.left_on is null and (i.visit_result is null or i.visit_result = 'not-met')`;

export const openRechecksSql = ({ low, high }: RegionRange) => sql`
  sweep_rechecks c join sweeps s on s.id = c.sweep_id and ${RUNNING}
  where c.village_code between ${low} and ${high} and c.redone_at is null and c.checked_on is null`;

type RoundRow = Omit<RoundOnPhone, 'questions'> & { issuedOn: string };

/** Rounds that are asked for here. */
async function roundsIn(tx: Tx, range: RegionRange): Promise<RoundOnPhone[]> {
  const rows = await tx.rows(sql<RoundRow>`
    select s.number, s.name, s.starts_on::text as starts_on, s.ends_on::text as ends_on, s.issued_on::text as issued_on from sweeps s
    where ${RUNNING} and exists (select from sweep_villages v where v.sweep_id = s.id and v.village_code between ${range.low} and ${range.high})
    order by s.ends_on, s.id limit ${MOST_ROUNDS}`);
  const rounds: RoundOnPhone[] = [];
  for (const { issuedOn, ...round } of rows) {
    const questions = await questionsFor(tx, countyOf(range.low), issuedOn);
    rounds.push({
      ...round,
      questions: questions.map(({ choices, ...each }) => ({ ...each, choices: { ...choices } })),
    });
  }
  return rounds;
}

type VisitRow = {
  number: string;
  countyCode: number;
  id: number;
  villageCode: number;
  lists: SweepList[];
  mine: boolean;
  notMetOn: string | null;
};

/** `retryBy` by the setting of the village on the day. */
async function visitsIn(tx: Tx, range: RegionRange, today: PlainDate): Promise<z.output<typeof visitOnPhone>[]> {
  const inForce = await sweepSettings.inForce(tx, formatDate(today));
  const rows = await tx.rows(sql<VisitRow>`
    select s.number, i.county_code, i.household_id as id, i.village_code, i.lists, i.assigned_to is not distinct from ${tx.actor.accountId}::bigint as mine,
      case when i.visit_result = 'not-met' then i.visited_on::text end as not_met_on
    from ${openItemsSql(range)} order by s.ends_on, s.id, i.household_id limit ${MOST_TAKEN}`);
  return rows.map(({ number, countyCode, id, villageCode, lists, mine, notMetOn }) => ({
    ...{ number, household: { countyCode, id }, lists, mine },
    ...(notMetOn ? { retryBy: formatDate(addDays(parseDate(notMetOn), inForce(villageCode)('retry'))) } : {}),
  }));
}

type RecheckRow = { number: string; recheckId: number; countyCode: number; id: number; lists: SweepList[] };

/** Of the own level, and not of visits this account made itself: those are for somebody else. */
async function rechecksIn(tx: Tx, range: RegionRange): Promise<z.output<typeof recheckOnPhone>[]> {
  const { accountId, areaCode, name } = tx.actor;
  const rows = await tx.rows(sql<RecheckRow>`
    select s.number, c.id as recheck_id, c.county_code, c.household_id as id,
      (select i.lists from sweep_items i where i.county_code = c.county_code and i.sweep_id = c.sweep_id and i.household_id = c.household_id) as lists
    from ${openRechecksSql(range)} and c.level = ${levelOf(areaCode)}
      and not exists (select from sweep_visits v where v.county_code = c.county_code and v.sweep_id = c.sweep_id and v.household_id = c.household_id
        and v.replaced_at is null and (v.visitor_1 = ${accountId} or ${name} in (v.visitor_1_name, v.visitor_2_name)))
    order by c.id limit ${MOST_TAKEN}`);
  return rows.map(({ number, recheckId, countyCode, id, lists }) => ({
    number,
    recheckId,
    household: { countyCode, id },
    lists,
  }));
}

/** What is to be done of all running rounds in an area, for the account that asks. `mayRecheck`: whether its role does that. */
export async function takeRoundsAlong(tx: Tx, range: RegionRange, today: PlainDate, mayRecheck: boolean) {
  return {
    rounds: await roundsIn(tx, range),
    visits: await visitsIn(tx, range, today),
    rechecks: mayRecheck ? await rechecksIn(tx, range) : [],
  };
}
