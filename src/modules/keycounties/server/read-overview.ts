// Key counties of an area on a day: who helps each, its plan, its team, what was done in its favour; and all together.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { pairsSql } from '../../pairing/server/index.ts';
import type { Designation } from '../../regions/domain/designations.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import type { CONCERN_REGISTERS, KeyCountyConcern } from '../domain/concerns.ts';
import { concernsSql } from './concerns-sql.ts';
import { type CountyAsked, favoursSql, keysSql, plansSql, postedSql, teamsSql } from './county-sql.ts';
import { keyCountySettings } from './settings.ts';

const MOST_CONCERNS = 300;
const MOST_COUNTIES = 200;

export type Counts = {
  leaders: number;
  soes: number;
  firms: number;
  units: number;
  teams: number;
  planned: number;
  specialists: number;
  serviceDays: number;
  served: number;
  clauses: number;
  clausesDone: number;
  deeds: number;
  amountFen: number;
};

/** Numbers over the key counties that `of` picks: an expression on a region code in `x.code`, or all. */
function countsSql({ range: { low, high }, on }: CountyAsked, of: RawBuilder<unknown>): RawBuilder<unknown> {
  const helpers = (kinds: readonly string[], who: string) =>
    sql`(select count(distinct ${sql.ref(`p.${who}`)}) from pairs p where p.kind = any(${[...kinds]}::text[])
      and p.helped_code / 1000000 * 1000000 in ${of})::int`;
  // As figures have it: a firm of 万企兴万村 counts where it took the county itself.
  const firms = sql`(select count(distinct p.unit) from pairs p where p.kind in ('firms-key-county', 'firms-villages') and p.helped_code in ${of})::int`;
  const services = sql`from specialist_services s where not s.voided and s.place_code between ${low} and ${high}
    and s.region_code / 1000000 * 1000000 in ${of} and s.served_on <= ${on}::date and s.served_on >= date_trunc('year', ${on}::date)::date`;
  return sql`${helpers(['leader-county'], 'cadre')} as leaders, ${helpers(['soe-key-county'], 'unit')} as soes, ${firms} as firms,
    ${helpers(['unit-village'], 'unit')} as units, (select count(*) from teams t where t.region_code in ${of})::int as teams,
    coalesce((select sum(t.planned) from teams t where t.region_code in ${of}), 0)::int as planned,
    (select count(distinct p.cadre_number) from posted p where p.region_code in ${of})::int as specialists,
    (select count(distinct (s.cadre_number, s.served_on)) ${services})::int as service_days,
    (select count(distinct s.cadre_number) ${services})::int as served,
    (select count(distinct (f.document_number, f.clause_no)) from favours f where f.code in ${of})::int as clauses,
    (select count(distinct (f.document_number, f.clause_no)) from favours f where f.deeds > 0 and f.code in ${of})::int as clauses_done,
    coalesce((select sum(f.deeds) from favours f where f.code in ${of}), 0)::int as deeds,
    coalesce((select sum(f.amount_fen) from favours f where f.code in ${of}), 0)::bigint as amount_fen`;
}

/** Everything that numbers and concerns of key counties are told from. */
export const withCounties = (asked: CountyAsked) =>
  sql`${keysSql(asked)}, ${pairsSql(asked)}, ${postedSql(asked)}, ${teamsSql(asked)}, ${plansSql(asked)}, ${favoursSql(asked)}`;

export type CountyRow = Counts & { code: number; name: string; titles: Designation[]; plan?: string };

export async function readCounties(tx: Tx, asked: CountyAsked): Promise<CountyRow[]> {
  const rows = await tx.rows(sql<CountyRow>`
    with ${withCounties(asked)}
    select k.code, k.name, k.titles, (select max(p.plan_title) from plans p where p.region_code = k.code) as plan, ${countsSql(asked, sql`(k.code)`)}
    from keys k order by k.code limit ${MOST_COUNTIES}`);
  return rows.map(withoutNulls);
}

type ConcernRow = {
  concern: KeyCountyConcern;
  register: (typeof CONCERN_REGISTERS)[number];
  subject?: string;
  title: string;
  regionCode: number;
  regionName: string;
  on?: string;
};

export async function readConcerns(tx: Tx, asked: CountyAsked): Promise<ConcernRow[]> {
  const rows = await tx.rows(sql<ConcernRow>`
    with ${withCounties(asked)}
    select f.*, coalesce(r.name, '') as region_name from (${concernsSql(asked)}) f left join regions r on r.code = f.region_code
    order by f.region_code, f.concern, f.subject limit ${MOST_CONCERNS}`);
  return rows.map(withoutNulls);
}

type OverviewAsked = { area?: number | undefined; asOf?: string | undefined };

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readOverview(tx: Tx, { area: code, asOf }: OverviewAsked, today: PlainDate) {
  const area = await getRegion(tx, code ?? tx.actor.areaCode);
  const asked = { range: await rangeAsked(tx, code), on: asOf ?? formatDate(today) };
  const total = await tx.first(
    sql<Counts>`with ${withCounties(asked)} select ${countsSql(asked, sql`(select code from keys)`)}`,
  );
  if (!total) throw new Error('numbers without rows are still one row');
  return {
    ...{ asOf: asked.on, areaName: area.name, total },
    rows: await readCounties(tx, asked),
    concerns: await readConcerns(tx, asked),
    settings: await keyCountySettings.shown(tx, area.code, asked.on),
  };
}
