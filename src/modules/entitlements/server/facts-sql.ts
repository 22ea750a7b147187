// What is so of households on a day, as one set of words each (`HOUSEHOLD_FACTS`), for a range or for one household.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';

const OLD = 60;
const SMALL = 6;
/** As the handbook of the national system has the words of a member's labour. */
const ABLE = sql`p.labour in ('普通劳动力', '技能劳动力', '弱劳动力或半劳动力')`;

const bornBy = (on: string, years: number) => Number(on.replaceAll('-', '')) - years * 10_000;

export type HouseholdsAsked = { range: RegionRange; on: string; one?: { countyCode: number; id: number } };

/**
 * `told`, for `with …`: `county_code, id, number, head_name, village_code, member_count, per_head_fen, facts`. Statuses are those of the
 * household's own spells where it has any, else those of the registry.
 */
export function factsSql({ range: { low, high }, on, one }: HouseholdsAsked): RawBuilder<unknown> {
  const only = (t: string, id: string) =>
    one
      ? sql`${sql.raw(t)}.county_code = ${one.countyCode} and ${sql.raw(`${t}.${id}`)} = ${one.id}`
      : sql`${sql.raw(t)}.village_code between ${low} and ${high}`;
  const [first, last] = one ? [one.countyCode, one.countyCode] : [Math.floor(low / 1e6), Math.floor(high / 1e6)];
  const counties = sql`between ${first} and ${last}`;
  const inForce = (t: string, from: string, until: string) =>
    sql.raw(
      `not ${t}.voided and ${t}.${from} <= date '${on}' and (${t}.${until} is null or ${t}.${until} > date '${on}')`,
    );
  return sql`at_work as materialized (
      select distinct j.county_code, j.person_id from employment_spells j where ${inForce('j', 'started_on', 'left_on')} and j.county_code ${counties}),
    people as materialized (
      select p.county_code, p.household_id, bool_or(${ABLE}) as able, bool_or(p.working is true or j.person_id is not null) as working,
        bool_or(p.schooling <> '') as student, bool_or(p.health like '%残疾%') as disabled, bool_or(p.health like '%病%') as ill,
        bool_or(p.birth <= ${bornBy(on, OLD)}) as elderly, bool_and(coalesce(p.birth <= ${bornBy(on, OLD)}, false)) as all_old,
        bool_or(p.birth > ${bornBy(on, SMALL)}) as infant, bool_or(p.dibao is true) as dibao
      from persons p left join at_work j on j.county_code = p.county_code and j.person_id = p.id
      where p.valid_to is null and p.end_reason is null and ${only('p', 'household_id')} group by 1, 2),
    spells as materialized (
      select s.household_number, bool_or(${inForce('s', 'started_on', 'ended_on')}) filter (where s.status = 'lifted') as lifted
      from household_statuses s where not s.voided and s.county_code ${counties} group by 1),
    moved as materialized (
      select distinct r.household_number from relocation_households r where ${inForce('r', 'moved_in_on', 'moved_out_on')} and r.county_code ${counties}),
    told as materialized (
      select h.county_code, h.id, h.number, h.head_name, h.village_code, h.member_count, h.net_per_capita_fen::bigint as per_head_fen,
        array_remove(array[
          case when k.lifted then 'lifted' end, case when k.monitored then 'monitored' end, case when k.cleared then 'cleared' end,
          case when not k.lifted and not k.monitored and not k.cleared then 'general' end,
          case when m.able then 'able' end, case when m.working then 'working' end, case when m.able and not m.working then 'zero-job' end,
          case when m.student then 'student' end, case when m.disabled then 'disabled' end, case when m.ill then 'ill' end,
          case when m.elderly then 'elderly' end, case when m.all_old then 'elderly-alone' end, case when m.infant then 'infant' end,
          case when m.dibao then 'dibao' end, case when v.household_number is not null then 'relocated' end], null) as facts
      from households h left join people m on m.county_code = h.county_code and m.household_id = h.id
        left join spells s on s.household_number = h.number left join moved v on v.household_number = h.number,
        lateral (select coalesce(s.lifted, h.kind = 'lifted') as lifted,
          h.monitoring_category is not null and h.risk_cleared is not true as monitored,
          h.monitoring_category is not null and h.risk_cleared is true as cleared) k
      where h.valid_to is null and ${only('h', 'id')})`;
}

/** Whether the rule `r` means the household `t` of `told`. Columns of rules are named as in their registers; whose income nobody knows is under no line. */
export const MATCH = sql`coalesce(r.all_facts, '{}') <@ t.facts and not coalesce(r.no_facts, '{}') && t.facts
  and (coalesce(cardinality(r.any_facts), 0) = 0 or r.any_facts && t.facts)
  and (r.per_head_below_fen is null or coalesce(t.per_head_fen < r.per_head_below_fen, false))`;
