// One key county on a day: its titles, what it was promised, who helps it, what was done, and its specialists.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { PairingKind } from '../../pairing/domain/pairing-words.ts';
import { deedsSql, HELPER, JOIN_HELPER, pairsSql } from '../../pairing/server/index.ts';
import type { Designation } from '../../regions/domain/designations.ts';
import { ownRegion } from '../../regions/server/index.ts';
import type { ServiceRow } from '../domain/forms.ts';
import '../domain/problems.ts';
import { type CountyAsked, favoursSql, keysSql, postedSql, teamsSql } from './county-sql.ts';
import { readConcerns, readCounties } from './read-overview.ts';

const MOST_ROWS = 500;

type CountyPageAsked = { county: number; asOf?: string | undefined };

/** Throws `regions.not-found` for a county of another area, `keycounties.not-key` for one that carries no such title on the day. */
export async function readCounty(tx: Tx, { county, asOf }: CountyPageAsked, today: PlainDate) {
  const region = await ownRegion(tx, county);
  const asked = { range: rangeOf(region.code, region.level), on: asOf ?? formatDate(today) };
  const [own] = await readCounties(tx, asked);
  if (own?.code !== region.code) throw new Problem('keycounties.not-key', { name: region.name, day: asked.on });
  return {
    ...{ asOf: asked.on, ...own },
    designations: await readDesignations(tx, county),
    plans: await readPlans(tx, asked),
    favours: await readFavours(tx, asked),
    pairs: await readPairs(tx, asked),
    teamsOf: await readTeams(tx, asked),
    specialistsOf: await readSpecialists(tx, asked),
    services: await readServices(tx, asked),
    ...(await readLoans(tx, asked)),
    concerns: await readConcerns(tx, asked),
  };
}

async function readDesignations(tx: Tx, county: number) {
  const rows = await tx.rows(sql<{ title: Designation; from?: string; until?: string; documentNo?: string }>`
    select d.title, d.designated_on::text as "from", d.revoked_on::text as until, d.document_no from county_designations d
    where not d.voided and d.region_code = ${county} order by d.designated_on nulls first, d.title limit 20`);
  return rows.map(withoutNulls);
}

type PlanRow = {
  number: string;
  title: string;
  startsOn: string;
  endsOn: string;
  goals: string;
  projects?: number;
  investFen?: number;
  approvedOn?: string;
  period?: string;
  investedFen?: number;
  progress?: string;
};

async function readPlans(tx: Tx, { range: { low, high }, on }: CountyAsked) {
  const rows = await tx.rows(sql<PlanRow>`
    select t.number, t.plan_title as title, t.starts_on::text as starts_on, t.ends_on::text as ends_on, t.goals, t.projects, t.invest_fen,
      t.approved_on::text as approved_on, q.period, q.invested_fen, q.progress_text as progress
    from key_county_plans t left join lateral (select q.* from key_county_reports q where q.plan_number = t.number and not q.voided
      and q.reported_on <= ${on}::date order by q.reported_on desc, q.period desc limit 1) q on true
    where not t.voided and t.place_code between ${low} and ${high} order by t.starts_on desc limit 20`);
  return rows.map(withoutNulls);
}

export type FavourRow = {
  documentNumber: string;
  documentTitle: string;
  clauseNo: string;
  gist: string;
  deeds: number;
  amountFen: number;
  confirmed: number;
  lastOn?: string;
};

export async function readFavours(tx: Tx, asked: CountyAsked): Promise<(FavourRow & { code: number; name: string })[]> {
  const rows = await tx.rows(sql<FavourRow & { code: number; name: string }>`
    with ${keysSql(asked)}, ${favoursSql(asked)}
    select f.code, k.name, f.document_number, f.document_title, f.clause_no, f.gist, f.deeds, f.amount_fen, f.confirmed, f.last_on::text as last_on
    from favours f join keys k on k.code = f.code order by f.code, f.document_number, f.clause_order limit ${MOST_ROWS}`);
  return rows.map(withoutNulls);
}

export type CountyPair = {
  number: string;
  kind: PairingKind;
  countyName: string;
  helper: string;
  startedOn: string;
  documentNo?: string;
  deeds: number;
  moneyFen: number;
  lastOn?: string;
};

/** Who is paired with a key county itself; units that took its villages are counted, not listed. */
export async function readPairs(tx: Tx, asked: CountyAsked): Promise<CountyPair[]> {
  const rows = await tx.rows(sql<CountyPair>`
    with ${keysSql(asked)}, ${pairsSql(asked)}, ${deedsSql(asked)}
    select p.number, p.kind, k.name as county_name, ${HELPER} as helper, p.started_on::text as started_on, p.document_no, coalesce(d.deeds, 0) as deeds,
      (coalesce(d.direct_fen, 0) + coalesce(d.attracted_fen, 0) + coalesce(d.goods_fen, 0))::bigint as money_fen, d.last_on::text as last_on
    from pairs p join keys k on k.code = p.helped_code left join deeds d on d.number = p.number ${JOIN_HELPER}
    order by k.code, p.kind, p.started_on, p.number limit ${MOST_ROWS}`);
  return rows.map(withoutNulls);
}

type TeamRow = {
  name: string;
  head?: string;
  industry: string;
  planned: number;
  members: number;
  formedOn: string;
  endedOn?: string;
};

async function readTeams(tx: Tx, asked: CountyAsked): Promise<TeamRow[]> {
  const rows = await tx.rows(sql<TeamRow>`
    with ${postedSql(asked)}, ${teamsSql(asked)}
    select t.team_name as name, c.name as head, t.industry, t.planned, t.members, t.formed_on::text as formed_on, t.ended_on::text as ended_on
    from teams t left join cadres c on c.number = t.head_number and not c.voided order by t.formed_on, t.team_name limit 50`);
  return rows.map(withoutNulls);
}

export type SpecialistRow = {
  number: string;
  name: string;
  countyName: string;
  team?: string;
  unit?: string;
  title?: string;
  profession?: string;
  industry?: string;
  postedOn: string;
  days: number;
  lastOn?: string;
};

/** Specialists of the counties with the days they served in the year. */
export async function readSpecialists(tx: Tx, asked: CountyAsked): Promise<SpecialistRow[]> {
  const { on } = asked;
  const rows = await tx.rows(sql<SpecialistRow>`
    with ${keysSql(asked)}, ${postedSql(asked)}
    select p.cadre_number as number, coalesce(c.name, p.cadre_number) as name, k.name as county_name, p.specialist_team as team,
      coalesce(p.sending_unit, c.organisation_name) as unit, p.professional_title as title, p.profession, p.served_industry as industry,
      p.posted_on::text as posted_on, s.days, s.last_on
    from posted p join keys k on k.code = p.region_code left join cadres c on c.number = p.cadre_number and not c.voided
      cross join lateral (select count(distinct s.served_on)::int as days, max(s.served_on)::text as last_on from specialist_services s
        where s.cadre_number = p.cadre_number and not s.voided and s.region_code between p.region_code and p.region_code + 999999
          and s.served_on <= ${on}::date and s.served_on >= date_trunc('year', ${on}::date)::date) s
    order by k.code, p.specialist_team nulls last, p.cadre_number limit ${MOST_ROWS}`);
  return rows.map(withoutNulls);
}

/** Services of the year in the area, the newest first. */
export async function readServices(
  tx: Tx,
  { range: { low, high }, on }: { range: RegionRange; on: string },
): Promise<ServiceRow[]> {
  const rows = await tx.rows(sql<ServiceRow>`
    select s.served_on::text as served_on, coalesce(c.name, s.cadre_number) as name, coalesce(r.name, '') as place, s.form, s.content, s.people, s.result
    from specialist_services s left join cadres c on c.number = s.cadre_number and not c.voided left join regions r on r.code = s.region_code
    where not s.voided and s.place_code between ${low} and ${high} and s.served_on <= ${on}::date
      and s.served_on >= date_trunc('year', ${on}::date)::date
    order by s.served_on desc, s.cadre_number limit 200`);
  return rows.map(withoutNulls);
}

async function readLoans(tx: Tx, { range: { low, high }, on }: CountyAsked) {
  const found = await tx.first(sql<{ loans: number; loansFen: number }>`
    select count(*)::int as loans, coalesce(sum(t.loan_amount_fen), 0)::bigint as loans_fen from micro_loans t
    where not t.voided and t.place_code between ${low} and ${high} and t.lent_on <= ${on}::date and t.lent_on >= date_trunc('year', ${on}::date)::date`);
  return found ?? { loans: 0, loansFen: 0 };
}
