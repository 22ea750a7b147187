// Terms of pairings: the plan of the year, reports on the half of it and the whole, another helper in the place of one who left; money of the
// cooperation.

import { type RawBuilder, sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { moneySql } from './cooperation/concerns-sql.ts';
import { pairsSql } from './pairs-sql.ts';
import { dayHeld, held, owedReportsSql } from './settings.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 100_000;

const near = (on: string) => sql`between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int`;

/**
 * What counties paired with Beijing owe it: the quarter that is over, and what they say of the year of themselves. Paired is who has money of
 * the cooperation in the year.
 */
function owedToBeijing(on: string) {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const quarter = Math.floor((month + 2) / 3) - 1;
  // Before the first quarter is over the fourth of last year is.
  const [of, over] = quarter === 0 ? [year - 1, 4] : [year, quarter];
  const through = quarter === 0 ? `${year}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
  const days = sql.raw(held('quarter.days', 'm.region_code', on));
  const selfBy = sql.raw(dayHeld('self.by', String(year), 'm.region_code', on));
  const missing = (
    ofYear: number,
    period: string,
  ) => sql`not exists (select from cooperation_reports q where q.region_code = m.region_code
      and q.year = ${ofYear}::int and q.period = ${period} and q.sent_on is not null and not q.voided)`;
  const terms = (ofYear: number, period: string, due: RawBuilder<unknown>) => sql`
    select m.region_code as place_code, ${due} as due_on from ${moneySql(sql`${ofYear}::int`, on)} m join regions r on r.code = m.region_code and r.level = 'county'
    where ${missing(ofYear, period)}`;
  return sql<DueRow>`
    select f.place_code, f.due_on::text as due_on from (${terms(of, `q${over}`, sql`${through}::date - 1 + (${days})::int`)}
      union all ${terms(year, 'year', sql`${selfBy}`)}) f
    where f.due_on ${near(on)} order by f.place_code, f.due_on limit ${MOST_ROWS}`;
}

export const pairingDues: readonly Due[] = [
  {
    ...{ key: 'pairing.plan', what: '报送结对年度计划', unit: '个结对', holder: 'county' },
    path: '/pairing/pairs?look=no-plan',
    rows: (tx, on) => {
      const by = sql.raw(held('plan.by', 'p.helped_code', on));
      return tx.rows(sql<DueRow>`
        with ${pairsSql({ range: WHOLE_REGION, on })},
        terms as (select p.number, p.helped_code, p.started_on, make_date(extract(year from ${on}::date)::int, (${by})::int / 100, (${by})::int % 100) as due_on from pairs p)
        select p.helped_code as place_code, p.due_on::text as due_on from terms p
        where p.due_on ${near(on)} and p.started_on < date_trunc('year', ${on}::date) and not exists (select from pairing_plans l
          where l.pairing_number = p.number and l.year = extract(year from ${on}::date)::int and not l.voided)
        order by p.helped_code, p.number limit ${MOST_ROWS}`);
    },
  },
  {
    ...{ key: 'pairing.successor', what: '接续已结束的结对', unit: '个结对', holder: 'county' },
    path: '/pairing/concerns?concern=no-successor',
    rows: (tx, on) => {
      const days = sql.raw(held('successor.days', 't.helped_code', on));
      return tx.rows(sql<DueRow>`
        with ${pairsSql({ range: WHOLE_REGION, on })},
        terms as (select t.number, t.pairing_kind, t.helped_code, t.ended_on + (${days})::int as due_on from pairings t
          where not t.voided and t.ended_on <= ${on}::date and t.ended_on > ${on}::date - interval '1 year')
        select t.helped_code as place_code, t.due_on::text as due_on from terms t
        where t.due_on ${near(on)} and not exists (select from pairs p where p.kind = t.pairing_kind and p.helped_code = t.helped_code)
        order by t.helped_code, t.number limit ${MOST_ROWS}`);
    },
  },
  {
    ...{ key: 'pairing.report', what: '报送结对帮扶报告', unit: '份', holder: 'county' },
    path: '/registers/pairing-reports',
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`
        with ${pairsSql({ range: WHOLE_REGION, on })}
        select p.helped_code as place_code, q.due_on::text as due_on from pairs p cross join lateral ${owedReportsSql(on)} q
        where q.due_on ${near(on)} order by p.helped_code, p.number, q.due_on limit ${MOST_ROWS}`),
  },
  {
    ...{ key: 'pairing.quarter', what: '向北京报送协作进展', unit: '份', holder: 'county' },
    path: '/registers/cooperation-reports',
    rows: (tx, on) => tx.rows(owedToBeijing(on)),
  },
  {
    ...{ key: 'pairing.agreement', what: '核查京蒙协作协议任务', unit: '项', holder: 'league' },
    path: '/registers/cooperation-agreements',
    rows: (tx, on) => {
      const due = sql.raw(dayHeld('agreement.by', 't.year', 't.region_code', on));
      return tx.rows(sql<DueRow>`
        select t.region_code as place_code, ${due}::text as due_on from cooperation_agreements t
        where not t.voided and t.checked_on is null and t.signed_on <= ${on}::date and ${due} ${near(on)} order by t.region_code, t.number limit ${MOST_ROWS}`);
    },
  },
  {
    ...{ key: 'pairing.fund', what: '京蒙协作资金到位', unit: '个地区', holder: 'county', path: '/cooperation' },
    rows: (tx, on) => {
      const due = sql.raw(dayHeld('fund.by', `extract(year from '${on}'::date)::int`, 'm.region_code', on));
      return tx.rows(sql<DueRow>`
        select m.region_code as place_code, ${due}::text as due_on from ${moneySql(sql`extract(year from ${on}::date)::int`, on)} m
        where m.planned > m.received and ${due} ${near(on)} order by m.region_code limit ${MOST_ROWS}`);
    },
  },
];
