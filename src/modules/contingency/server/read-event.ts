// One event: its plan, how far the visits are by township and day, the warnings it brought; and the households of its list.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { ListedHousehold } from '../../households/domain/listed-household.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { ACTIVATION_STATES } from '../domain/activation-states.ts';
import '../domain/problems.ts';
import type { HouseholdLook, VisitResult, VisitWay } from '../domain/words.ts';
import { CASE_OF_MONITORED, caseOf, LIST_SUMS, type ListCounts, readEvents } from './event-rows.ts';

const TOWNSHIP = 1000;
const MOST_DAYS = 400;

/** Throws `contingency.not-found`. */
export async function readEvent(tx: Tx, number: string, today: PlainDate) {
  const on = formatDate(today);
  const { range } = tx.actor;
  const [event] = await readEvents(tx, sql`a.number = ${number}`, range, on, 1);
  if (!event) throw new Problem('contingency.not-found');
  const { countyCode, id } = event;
  const listed = sql`l.activation_county = ${countyCode} and l.activation_id = ${id} and l.village_code between ${range.low} and ${range.high}`;
  const more = await tx.first(sql<{
    basis: string;
    approvedBy?: string;
    reviewText?: string;
    measures?: string;
    dutyPost?: string;
    warnings: number;
  }>`
    select a.basis, a.approved_by, a.review_text, p.response_measures as measures, p.duty_post,
      (select count(*)::int from activation_households l join warnings w on w.county_code = l.county_code and w.household_id = l.household_id
        where ${listed} and w.active and w.state = 'open' and w.found_at >= a.event_on) as warnings
    from contingency_activations a left join contingency_plans p on p.number = a.plan_number where a.county_code = ${countyCode} and a.id = ${id}`);
  const townships = await tx.rows(sql<ListCounts & { code: number; name: string }>`
    select l.village_code / ${TOWNSHIP}::bigint * ${TOWNSHIP}::bigint as code, coalesce(max(r.name), '') as name, ${LIST_SUMS}
    from activation_households l left join ${CASE_OF_MONITORED} left join regions r on r.code = l.village_code / ${TOWNSHIP}::bigint * ${TOWNSHIP}::bigint
    where ${listed} group by 1 order by count(*) - count(l.visit_result) desc, 1 limit 1000`);
  const days = await tx.rows(sql<{ on: string; seen: number; helped: number; lossFen: number; toMonitor: number }>`
    select l.visited_on::text as "on", count(*)::int as seen, (count(*) filter (where l.helped_first))::int as helped,
      coalesce(sum(l.loss_fen), 0)::bigint as loss_fen, (count(*) filter (where l.visit_result = 'to-monitor'))::int as to_monitor
    from activation_households l where ${listed} and l.visited_on is not null group by 1 order by 1 desc limit ${MOST_DAYS}`);
  const moves = await tx.rows(sql<{ move: string; on: string; at: string; by: string; opinion?: string }>`
    select m.move, m.done_on::text as "on", to_char(m.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, m.account_name as by, m.opinion
    from register_moves m where m.register = 'contingency-activations' and m.county_code = ${countyCode} and m.record_id = ${id} and m.withdrawn_at is null
    order by m.id limit 50`);
  return {
    ...event,
    ...withoutNulls(more ?? { basis: '', warnings: 0 }),
    ...{ townships, days },
    moves: moves.map(({ move, ...row }) => ({
      ...withoutNulls(row),
      move: ACTIVATION_STATES.moves[move]?.title ?? move,
    })),
  };
}

const LOOKED = {
  waiting: sql`l.visit_result is null`,
  loss: sql`l.loss_fen > 0`,
  'to-monitor': sql`l.visit_result = 'to-monitor'`,
  seen: sql`l.visit_result is not null`,
  all: sql`true`,
} as const;

/** Village and id of the last row. */
const PLACES = placesBy('int8', 'int8');

type Row = ListedHousehold & {
  villageCode: number;
  visitedOn?: string;
  way?: VisitWay;
  result?: VisitResult;
  lossFen?: number;
  helpedFirst?: boolean;
  note?: string;
  visitedBy?: string;
  hasCase: boolean;
};
export type ListAsked = {
  number: string;
  area?: number | undefined;
  look: HouseholdLook;
  text?: string | undefined;
};

export async function listEventHouseholds(tx: Tx, { number, area, look, text, cursor, limit }: ListAsked & Page) {
  const { low, high } = await rangeAsked(tx, area);
  const after = PLACES.read(cursor);
  const where = sql`(l.activation_county, l.activation_id) = (select a.county_code, a.id from contingency_activations a where a.number = ${number} and not a.voided)
    and l.village_code between ${low} and ${high} and ${LOOKED[look]}
    and (${text ?? null}::text is null or strpos(h.number, ${text ?? null}) > 0 or strpos(h.head_name, ${text ?? null}) > 0)`;
  const joined = sql`activation_households l join households h on h.county_code = l.county_code and h.id = l.household_id`;
  const rows = await tx.rows(sql<Row>`
    select l.county_code, l.household_id as id, h.number, h.head_name, coalesce(w.name, '') as township_name, coalesce(v.name, '') as village_name,
      l.village_code, h.member_count as members, l.visited_on::text as visited_on, l.visit_way as way, l.visit_result as result, l.loss_fen,
      l.helped_first, l.note, l.visited_by, c.id is not null as has_case
    from ${joined} left join ${caseOf(sql`true`)} left join regions v on v.code = l.village_code left join regions w on w.code = l.village_code / 1000 * 1000
    where ${where} and ${after ? sql`(l.village_code, l.household_id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
    order by l.village_code, l.household_id limit ${limit + 1}`);
  const total = after
    ? undefined
    : await tx.first(sql<{ n: number }>`select count(*)::int as n from ${joined} where ${where}`);
  const { shown, next } = PLACES.page(rows, limit, ({ villageCode, id: household }) => [villageCode, household]);
  return {
    items: shown.map(({ villageCode: _village, ...row }) => withoutNulls(row)),
    ...(total ? { total: total.n } : {}),
    ...(next ? { next } : {}),
  };
}
