// What a household was on a day: lifted, or monitored and not cleared (data contract §6). Registers say it by spells; of a household
// that has none of the kind there, the registry says it for every day. A case decided on screen adds its days.

import { sql } from 'kysely';
import { type Condition, often, type Reading } from './reading.ts';
import { knownHouseholds } from './registry-known.ts';

/** A spell from its beginning to the first of its ends, as a range of days. */
const spell = (ends: Condition): Condition =>
  sql`daterange(s.started_on, greatest(s.started_on, coalesce(${ends}, 'infinity')))`;

/** On a case `c`: the day from which its household is monitored no more, if there is one. */
export function caseEnd(r: Reading): Condition {
  return r.settings['monitored.cleared'] === 'in'
    ? sql`case when c.cleared_on is null then c.ended_on end`
    : sql`least(c.cleared_on, c.ended_on)`;
}

/** On a case `c`: the county decided that the household is monitored, and that was known. */
export function isTakenIn(r: Reading): Condition {
  return sql`c.decided_on is not null ${
    r.moment === undefined
      ? sql``
      : sql`and exists (select from case_actions a where a.county_code = c.county_code and a.case_id = c.id and a.seq = 1
          and a.at <= ${r.moment}::timestamptz)`
  }`;
}

/** Of a household `h`; all of its columns, put aside for four hundred thousand, would go to disk. */
const READ = sql.raw(
  'county_code id number village_code batch_id line member_count kind monitoring_category risk_cleared valid_to'
    .split(' ')
    .map((name) => `h.${name}`)
    .join(', '),
);

/**
 * Households `h` under the condition, one row each: county_code, id, number, village_code, batch_id, line, and the days on which
 * they were lifted and monitored. To stand behind `from`; without `where`, those of the area.
 */
export function statusesOf(r: Reading, where: Condition = r.within('h.village_code')): Condition {
  const countsCleared = r.settings['monitored.cleared'] === 'in';
  const monitoredEnd = countsCleared ? sql`s.ended_on` : sql`least(s.ended_on, s.risk_cleared_on)`;
  const lives = sql`daterange(null, h.valid_to)`;
  const isMonitored = sql`h.monitoring_category is not null ${countsCleared ? sql`` : sql`and h.risk_cleared is not true`}`;
  const spells = sql`select s.household_number, range_agg(${spell(sql`s.ended_on`)}) filter (where s.status = 'lifted') as lifted,
      range_agg(${spell(monitoredEnd)}) filter (where s.status <> 'lifted') as monitored
    from ${r.valid('household-statuses')} s where s.household_number in (select h.number from chosen h) group by 1`;
  const cases = sql`select c.county_code, c.household_id,
      range_agg(daterange(c.decided_on, greatest(c.decided_on, coalesce(${caseEnd(r)}, 'infinity')))) as monitored
    from cases c where ${isTakenIn(r)} group by 1, 2`;
  // Both are asked for once, whatever the planner thinks of their sizes.
  return sql`(with chosen as materialized (select ${READ} from ${knownHouseholds(r)} h where ${where}), on_days as materialized (
    select h.county_code, h.id, h.number, h.village_code, h.batch_id, h.line, h.member_count,
      coalesce(s.lifted, case when h.kind = 'lifted' then datemultirange(${lives}) else '{}' end) as lifted,
      coalesce(s.monitored, case when ${isMonitored} then datemultirange(${lives}) else '{}' end) + coalesce(k.monitored, '{}') as monitored
    from chosen h left join (${spells}) s on s.household_number = h.number
      left join (${cases}) k on k.county_code = h.county_code and k.household_id = h.id) select * from on_days)`;
}

export function isLiftedOn(alias: string, day: Condition): Condition {
  return often(sql`${day} <@ ${sql.ref(`${alias}.lifted`)}`);
}

export function isMonitoredOn(alias: string, day: Condition): Condition {
  return often(sql`${day} <@ ${sql.ref(`${alias}.monitored`)}`);
}

/** FOCUS: lifted or monitored. */
export function isFocusOn(alias: string, day: Condition): Condition {
  return sql`(${isLiftedOn(alias, day)} or ${isMonitoredOn(alias, day)})`;
}
