// Problems that are not closed, with what their terms are reckoned from.

import { sql } from 'kysely';
import { parseDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { checkers, type Rank } from '../domain/levels.ts';
import type { ProblemSource } from '../domain/sources.ts';
import type { Standing } from '../domain/terms.ts';
import { lastMove, STATE } from './problem-sql.ts';
import { rectificationSettings } from './settings.ts';

const MOST = 50_000;

type Found = {
  number: string;
  placeCode: number;
  unit: string;
  source: ProblemSource;
  kind: Standing['kind'];
  state: string;
  reportedOn: string;
  rectifyBy: string;
  rectifiedOn: string | null;
  since: string | null;
  pausedDays: number;
  isReopened: boolean;
};

export type OpenProblem = Standing & Pick<Found, 'number' | 'placeCode' | 'unit' | 'isReopened'> & { closedBy: Rank };

/** Days between each pause and the next step, up to the day where it still stands. */
const pausedSql = (on: string) => sql`coalesce((select sum(coalesce((select min(n.done_on) from register_moves n
    where n.register = 'problems' and n.county_code = p.county_code and n.record_id = p.record_id and n.id > p.id and n.withdrawn_at is null),
    ${on}::date) - p.done_on) from register_moves p where p.register = 'problems' and p.county_code = t.county_code
    and p.record_id = t.id and p.move = 'pause' and p.withdrawn_at is null), 0)::int`;

const PASSED: Record<string, number> = { 'checked-county': 1, 'checked-league': 2, 'checked-region': 3 };

/** In an area on a day (ISO text), by place; those of one number where asked. */
export async function openProblems(
  tx: Tx,
  { low, high }: RegionRange,
  on: string,
  number?: string,
): Promise<OpenProblem[]> {
  const rows = await tx.rows(sql<Found>`
    select t.number, t.place_code, t.responsible_unit as unit, t.problem_source as source, t.rectification_kind as kind,
      ${sql.raw(STATE)} as state, t.reported_back_on::text as reported_on, t.rectify_by::text, t.rectified_on::text,
      ${sql.raw(lastMove('m.done_on::text'))} as since, ${pausedSql(on)} as paused_days,
      ${sql.raw(lastMove('true', `m.move = 'reopen'`))} is not null as is_reopened
    from problems t where not t.voided and t.closed_on is null and t.place_code between ${low} and ${high}
      and t.reported_back_on <= ${on}::date and ${number === undefined ? sql`true` : sql`t.number = ${number}`}
    order by t.place_code, t.id limit ${MOST}`);
  const inForce = await rectificationSettings.inForce(tx, on);
  return rows.map(({ reportedOn, rectifyBy, rectifiedOn, since, source, ...row }) => {
    const levels = checkers(row.placeCode, inForce(row.placeCode)(`level.${source}`) as Rank);
    const passed = PASSED[row.state] ?? 0;
    return {
      ...row,
      reportedOn: parseDate(reportedOn),
      rectifyBy: parseDate(rectifyBy),
      rectifiedOn: rectifiedOn === null ? undefined : parseDate(rectifiedOn),
      since: since === null ? undefined : parseDate(since),
      left: levels.filter((rank) => rank > passed),
      closedBy: levels.at(-1) ?? 3,
    };
  });
}
