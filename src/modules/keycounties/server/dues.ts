// Terms of key counties: the half-year's report on the plan, specialists to be posted in the place of those who left, the yearly look at a
// team, the log of the month.

import { type RawBuilder, sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { halfOver, monthBefore } from '../domain/concerns.ts';
import { plansSql, postedSql, teamsSql } from './county-sql.ts';
import { held } from './settings.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 10_000;

/** Rows `(place_code, due_on)` of a statement, near the day. */
const near = (on: string, before: RawBuilder<unknown>, rows: RawBuilder<unknown>) => sql<DueRow>`
  with ${before} select f.place_code, f.due_on::text as due_on from (${rows}) f
  where f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int order by f.place_code, f.due_on limit ${MOST_ROWS}`;

type Told = Pick<Due, 'key' | 'what' | 'unit' | 'path'> & {
  rows: (on: string) => { before: RawBuilder<unknown>; rows: RawBuilder<unknown> };
};

const of = (on: string) => ({ range: WHOLE_REGION, on });
const posted = (on: string) => sql`${postedSql(of(on))}, ${teamsSql(of(on))}`;

const TOLD: readonly Told[] = [
  {
    ...{ key: 'keycounties.report', what: '报告实施方案进展', unit: '份', path: '/registers/key-county-reports' },
    rows: (on) => {
      const half = halfOver(on);
      return {
        before: plansSql(of(on)),
        rows: sql`select p.region_code as place_code, ${half.through}::date + ${sql.raw(held('report.days', 'p.region_code', on))}::int as due_on
          from plans p where p.starts_on <= ${half.through}::date and not exists (select from key_county_reports q
            where q.plan_number = p.number and q.period = ${half.name} and not q.voided)`,
      };
    },
  },
  {
    ...{ key: 'keycounties.vacant', what: '补齐科技特派员', unit: '个特派团', path: '/registers/specialist-teams' },
    rows: (on) => ({
      before: posted(on),
      rows: sql`select t.region_code as place_code, t.short_since + ${sql.raw(held('specialist.vacant', 't.region_code', on))}::int as due_on
        from teams t where t.members < t.planned`,
    }),
  },
  {
    ...{ key: 'keycounties.assess', what: '考核科技特派团', unit: '个特派团', path: '/registers/specialist-teams' },
    rows: (on) => ({
      before: posted(on),
      rows: sql`select t.region_code as place_code, (coalesce((select max(m.done_on) from register_moves m where m.register = 'specialist-teams'
          and m.county_code = t.county_code and m.record_id = t.id and m.withdrawn_at is null and m.move = 'assess'), t.formed_on)
          + make_interval(months => (${sql.raw(held('team.assess', 't.region_code', on))})::int))::date as due_on from teams t`,
    }),
  },
  {
    ...{ key: 'keycounties.log', what: '登记科技特派员服务日志', unit: '人', path: '/registers/specialist-services' },
    rows: (on) => {
      const month = monthBefore(on);
      const by = sql.raw(held('service.by', 'p.region_code', on));
      return {
        before: postedSql(of(on)),
        rows: sql`select p.region_code as place_code, ${month.through}::date + (${by})::int as due_on from posted p
          where p.posted_on <= ${month.from}::date and not exists (select from specialist_services s where s.cadre_number = p.cadre_number
            and not s.voided and s.region_code between p.region_code and p.region_code + 999999
            and s.served_on between ${month.from}::date and ${month.through}::date)`,
      };
    },
  },
];

export const keycountiesDues: readonly Due[] = TOLD.map(({ rows, ...told }) => ({
  ...told,
  holder: 'county',
  rows: (tx, on) => {
    const { before, rows: found } = rows(on);
    return tx.rows(near(on, before, found));
  },
}));
