// The sites of an area with who lives in them, and one of them. Small sites are many: numbers are shown, and no rate ranks them.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { householdConcerns, type SiteTerms, siteConcerns, vacantFlats, winterOf } from '../domain/concerns.ts';
import { type SiteRisk, siteRiskRegister } from '../domain/site-risk-register.ts';
import '../domain/problems.ts';
import { type HouseholdRow, livingSql, sitesIn } from './read-households.ts';
import { relocationSettings } from './settings.ts';

const RISKS = siteRiskRegister as unknown as RegisterDefinition;

type SiteRow = {
  number: string;
  name: string;
  kind?: string;
  regionCode: number;
  regionName: string;
  dwellings?: number;
  responsible: boolean;
  redRisks: number;
  heatingChecks: number;
  heatingFaults: number;
  households: number;
  persons: number;
  registered: number;
  ableHouseholds: number;
  joblessHouseholds: number;
  able: number;
  working: number;
};

/** Looks at the heating of site `t` for the winter of the day. */
const heatingSql = (
  on: string,
  which: RawBuilder<unknown>,
) => sql`(select count(*) from heating_checks c where c.site_number = t.number
    and not c.voided and c.winter = ${winterOf(on)}::int and c.checked_on <= ${on}::date and ${which})::int`;
const siteSql = (
  on: string,
) => sql`t.number, t.site_name as name, t.site_kind as kind, t.village_code as region_code, coalesce(v.name, '') as region_name,
  t.dwellings, t.responsible is not null as responsible,
  (select count(*) from site_risks k where k.site_number = t.number and not k.voided and k.level = 'red' and k.cleared_on is null)::int as red_risks,
  ${heatingSql(on, sql`true`)} as heating_checks,
  ${heatingSql(on, sql`c.heating_result = 'faulty' and (c.mended_on is null or c.mended_on > ${on}::date)`)} as heating_faults`;
const SUMS = sql`count(l.id)::int as households, coalesce(sum(l.members), 0)::int as persons,
  (count(*) filter (where l.relocation_status = 'registered'))::int as registered, (count(*) filter (where l.able > 0))::int as able_households,
  (count(*) filter (where l.able > 0 and l.working = 0))::int as jobless_households, coalesce(sum(l.able), 0)::int as able, coalesce(sum(l.working), 0)::int as working`;

type TermsOf = (code: number) => SiteTerms;

async function termsOn(tx: Tx, on: string): Promise<TermsOf> {
  const of = await relocationSettings.inForce(tx, on);
  return (code) => ({
    herding: { from: of(code)('herding.from'), until: of(code)('herding.until') },
    heatingBy: of(code)('heating.by'),
  });
}

function told(row: SiteRow, on: string, termsOf: TermsOf) {
  const {
    responsible: _responsible,
    redRisks: _risks,
    heatingChecks: _c,
    heatingFaults: _f,
    ...line
  } = withoutNulls(row);
  const vacant = vacantFlats(line as SiteRow);
  return {
    ...line,
    ...(vacant === undefined ? {} : { vacant }),
    concerns: siteConcerns({ ...row, dwellings: row.dwellings ?? undefined }, on, termsOf(row.regionCode)),
  };
}

type ListAsked = { area?: number | undefined; text?: string | undefined; cursor?: string | undefined; limit: number };

export async function listSites(tx: Tx, { area, text, cursor, limit }: ListAsked, today: PlainDate) {
  const range = await rangeAsked(tx, area);
  const on = formatDate(today);
  const where = sql`${sitesIn(range)} and (${text ?? null}::text is null or strpos(t.number, ${text ?? null}) > 0 or strpos(t.site_name, ${text ?? null}) > 0)`;
  const rows = await tx.rows(sql<SiteRow>`
    with shown as materialized (select t.* from relocation_sites t where ${where} and (${cursor ?? null}::text is null or t.number > ${cursor ?? null})
      order by t.number limit ${limit + 1}),
    ${livingSql(sql`select number from shown`, on)}
    select ${siteSql(on)}, ${SUMS} from shown t left join regions v on v.code = t.village_code left join living l on l.site_number = t.number
    group by t.number, t.site_name, t.site_kind, t.village_code, v.name, t.dwellings, t.responsible order by t.number`);
  const counts = await tx.first(sql<{ total: number; livingElsewhere: number }>`
    select (select count(*)::int from relocation_sites t where ${where}) as total,
      (select count(distinct r.household_number)::int from relocation_households r left join relocation_sites t on t.number = r.site_number
        where not r.voided and r.place_code between ${range.low} and ${range.high} and r.moved_in_on <= ${on}::date
          and (r.moved_out_on is null or r.moved_out_on > ${on}::date) and t.place_code not between ${range.low} and ${range.high}) as living_elsewhere`);
  const terms = await termsOn(tx, on);
  const items = rows.slice(0, limit).map((row) => told(row, on, terms));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    ...{ asOf: on, items, livingElsewhere: counts?.livingElsewhere ?? 0 },
    settings: await relocationSettings.shown(tx, area ?? tx.actor.areaCode, on),
    ...(cursor === undefined ? { total: counts?.total ?? 0 } : {}),
    ...(last ? { next: last.number } : {}),
  };
}

type OneSite = SiteRow & {
  openedOn: string;
  planHouseholds?: number;
  planPersons?: number;
  facilities: string[];
  manager?: string;
};

const MOST_LINES = 1000;

/** Throws `relocation.site-not-found`, also for a site of another area. */
export async function readSite(tx: Tx, number: string, today: PlainDate) {
  const on = formatDate(today);
  const living = livingSql(sql`select ${number}::text`, on);
  const { low, high } = tx.actor.range;
  const site = await tx.first(sql<OneSite>`
    with ${living}
    select ${siteSql(on)}, t.moved_in_on::text as opened_on, t.design_households as plan_households, t.design_persons as plan_persons,
      coalesce(t.facilities, '{}') as facilities, t.manager, ${SUMS}
    from relocation_sites t left join regions v on v.code = t.village_code left join living l on l.site_number = t.number
    where t.number = ${number} and ${sitesIn({ low, high })}
    group by t.county_code, t.id, v.name`);
  if (!site) throw new Problem('relocation.site-not-found', { number });
  const lines = await tx.rows(sql<HouseholdRow>`
    with ${living} select l.* from living l order by (l.able > 0 and l.working = 0) desc, l.number limit ${MOST_LINES}`);
  const projects = await tx.rows(sql<{
    number: string;
    name: string;
    planYear?: number;
    plannedFen?: number;
    startedOn?: string;
    acceptedOn?: string;
  }>`
    select p.number, p.project_name as name, p.plan_year, p.planned_total_fen as planned_fen, p.started_on::text as started_on, p.accepted_on::text as accepted_on
    from projects p where p.site_number = ${number} and not p.voided and (p.removed_on is null or p.removed_on > ${on}::date)
    order by p.plan_year desc nulls last, p.number limit 200`);
  const workshops = await tx.rows(sql<{ number: string; name: string; workers?: number; month?: string }>`
    select w.number, w.workshop_name as name, m.workers, to_char(m.month, 'YYYY-MM') as month
    from workshops w left join lateral (select m.workers, m.month from workshop_months m where m.workshop_number = w.number and not m.voided
      and m.month <= ${on}::date order by m.month desc limit 1) m on true
    where w.village_code = ${site.regionCode} and not w.voided and w.opened_on <= ${on}::date and (w.closed_on is null or w.closed_on > ${on}::date)
    order by w.number limit 100`);
  return {
    ...told(site, on, await termsOn(tx, on)),
    asOf: on,
    ...{ openedOn: site.openedOn, facilities: site.facilities },
    lines: lines.map((line) => lineOf(line, site.regionCode)),
    risks: (await risksOf(tx, number)).map(withoutNulls),
    projects: projects.map(withoutNulls),
    workshops: workshops.map(withoutNulls),
  };
}

type RiskRow = {
  countyCode: number;
  id: number;
  kind: SiteRisk['riskKind'];
  level: SiteRisk['level'];
  foundOn: string;
  actedOn?: string;
  clearedOn?: string;
  state: string;
};

/** Those that are not gone first, the reddest among them. */
async function risksOf(tx: Tx, number: string): Promise<RiskRow[]> {
  return tx.rows(sql<RiskRow>`
    select t.county_code, t.id, t.risk_kind as kind, t.level, t.found_on::text as found_on, t.acted_on::text as acted_on,
      t.cleared_on::text as cleared_on, ${sql.raw(stateSql(RISKS))} as state
    from site_risks t where t.site_number = ${number} and not t.voided
    order by t.cleared_on is not null, array_position(array['red', 'orange', 'yellow'], t.level), t.found_on limit 100`);
}

function lineOf(row: HouseholdRow, siteVillage: number) {
  const { countyCode, id, headName, number, relocationStatus, movedInOn, members, able, working, followUps } = row;
  return {
    ...{ countyCode, id, headName, number, relocationStatus, movedInOn, members, able, working, followUps },
    ...(row.villageCode === siteVillage ? {} : { registeredIn: row.villageName }),
    concerns: householdConcerns({ ...row, oldHouseRazed: row.oldHouseRazed ?? undefined }),
  };
}
