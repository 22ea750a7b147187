// How a round goes on day by day in an area: sums over villages, for every day of it so far.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { countsOf, getRound } from './read-rounds.ts';

/** A round that nobody closed goes on in the list; its curve ends here. */
const MOST_DAYS = 400;

type Day = { day: string; done: number; inPerson: number; total: number };

/** Throws `sweeps.not-found`. */
export async function readDays(tx: Tx, asked: { number: string; area?: number | undefined }, today: PlainDate) {
  const { id, startsOn, endsOn, closedOn } = await getRound(tx, asked.number);
  const range = await rangeAsked(tx, asked.area);
  const { items, away } = await countsOf(tx, id, range);
  const days = await tx.rows(sql<Day>`
    with seen as (select visited_on, sum(done)::int as done, sum(in_person)::int as in_person from sweep_days
        where sweep_id = ${id} and village_code between ${range.low} and ${range.high} group by 1),
      last as (select greatest(least(${formatDate(today)}::date, ${closedOn ?? endsOn}::date), (select max(visited_on) from seen)) as day)
    select d::date::text as day, coalesce(s.done, 0) as done, coalesce(s.in_person, 0) as in_person, (sum(coalesce(s.done, 0)) over (order by d))::int as total
    from last, generate_series(${startsOn}::date, last.day, interval '1 day') d left join seen s on s.visited_on = d::date
    order by d limit ${MOST_DAYS}`);
  return { due: items - away, days };
}
