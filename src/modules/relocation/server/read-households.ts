// Who lives in which site on a day, with the people who could work and those who do. Jobs come from 务工就业 alone (registers §10).

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { ABLE_LABOUR } from '../../households/domain/labour.ts';

/** The age from which somebody counts as old, and until which able people are asked for. */
const OLD = 60;

export type HouseholdRow = {
  siteNumber: string;
  countyCode: number;
  id: number;
  number: string;
  headName: string;
  villageCode: number;
  villageName: string;
  relocationStatus: string;
  movedInOn: string;
  oldHouseRazed: boolean | null;
  followUps: string[];
  members: number;
  lifted: boolean;
  elderly: number;
  able: number;
  working: number;
  away: number;
};

/** `living`, for `with …`: rows of `HouseholdRow` of households that live in one of the sites. */
export function livingSql(sites: RawBuilder<unknown>, on: string): RawBuilder<unknown> {
  const born = Number(on.replaceAll('-', '')) - OLD * 10_000;
  return sql`here as materialized (
      select r.site_number, r.relocation_status, r.moved_in_on, r.old_house_razed, coalesce(r.follow_up_measures, '{}') as follow_ups,
        h.county_code, h.id, h.number, h.head_name, h.village_code, h.member_count,
        coalesce((select bool_or(s.started_on <= ${on}::date and (s.ended_on is null or s.ended_on > ${on}::date)) from household_statuses s
          where s.household_number = h.number and s.status = 'lifted' and not s.voided), h.kind = 'lifted') as lifted
      from relocation_households r join households h on h.number = r.household_number and h.valid_to is null
      where not r.voided and r.moved_in_on <= ${on}::date and (r.moved_out_on is null or r.moved_out_on > ${on}::date) and r.site_number in (${sites})),
    people as materialized (
      select p.county_code, p.household_id, p.id, p.birth, p.labour = any(${[...ABLE_LABOUR]}::text[]) as is_able
      from persons p where p.valid_to is null and (p.county_code, p.household_id) in (select county_code, id from here)),
    jobs as materialized (
      select j.county_code, j.person_id, bool_or(j.job_form = 'away') as is_away from employment_spells j
      where not j.voided and j.started_on <= ${on}::date and (j.left_on is null or j.left_on > ${on}::date)
        and (j.county_code, j.person_id) in (select county_code, id from people) group by 1, 2),
    counts as materialized (
      select p.county_code, p.household_id, (count(*) filter (where p.birth <= ${born}))::int as elderly,
        (count(*) filter (where p.is_able))::int as able, count(j.person_id)::int as working, (count(*) filter (where p.is_able and j.is_away))::int as away
      from people p left join jobs j on j.county_code = p.county_code and j.person_id = p.id group by 1, 2),
    living as materialized (
      select h.site_number, h.county_code, h.id, h.number, h.head_name, h.village_code, coalesce(v.name, '') as village_name,
        h.relocation_status, h.moved_in_on::text as moved_in_on, h.old_house_razed, h.follow_ups, h.member_count as members, h.lifted,
        coalesce(c.elderly, 0) as elderly, coalesce(c.able, 0) as able, coalesce(c.working, 0) as working, coalesce(c.away, 0) as away
      from here h left join counts c on c.county_code = h.county_code and c.household_id = h.id left join regions v on v.code = h.village_code)`;
}

/** Numbers of sites of a range, after one of them, at most so many. */
export function sitesIn({ low, high }: RegionRange): RawBuilder<unknown> {
  return sql`not t.voided and t.place_code between ${low} and ${high}`;
}
