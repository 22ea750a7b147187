// What plans listen to, told of areas on a day: `(signal, place, value, evidence, on_day)`, one select a signal. A trigger is reached where the value of a place
// below its plan's region is at least its threshold.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { factsSql } from '../../entitlements/server/index.ts';
import { HAZARD_WORDS } from '../domain/hazards.ts';
import type { ResponseLevel, Signal } from '../domain/words.ts';

const MOST_TRIGGERS = 500;
const MOST_PLACES = 20;
const TOWNSHIP = sql.raw('1000');

export type TriggerRow = {
  planNumber: string;
  planName: string;
  hazard: string;
  level: ResponseLevel;
  signal: Signal;
  threshold: number;
  windowDays: number;
  low: number;
  high: number;
};
export type Reached = Omit<TriggerRow, 'low' | 'high' | 'hazard' | 'windowDays'> & {
  regionCode: number;
  regionName: string;
  value: number;
  evidence: string;
  on: string;
};

type Asked = { range: RegionRange; on: string; days: number; hazard: string };

const inForce = (t: string, from: string, until: string, on: RawBuilder<unknown>) =>
  sql`not ${sql.raw(t)}.voided and ${sql.raw(`${t}.${from}`)} <= ${on} and (${sql.raw(`${t}.${until}`)} is null or ${sql.raw(`${t}.${until}`)} > ${on})`;

const SELECTS: Record<Signal, (asked: Asked) => RawBuilder<unknown>> = {
  'disaster-severity': ({ range: { low, high }, on, days, hazard }) => sql`
    select r.village_code / ${TOWNSHIP} * ${TOWNSHIP} as place, max(r.severity)::float8 as value, max(r.occurred_on) as on_day,
      string_agg(distinct r.hazard, '、') || '，' || count(distinct r.village_code) || ' 个嘎查村' as evidence
    from feed_disaster_report r where r.village_code between ${low} and ${high} and r.occurred_on <= ${on}::date and r.occurred_on > ${on}::date - ${days}::int
      and r.hazard ~ ${HAZARD_WORDS[hazard] ?? '^$'} group by 1`,
  'new-warnings': ({ range: { low, high }, on, days }) => sql`
    select w.village_code / ${TOWNSHIP} * ${TOWNSHIP} as place, count(distinct w.household_id)::float8 as value, max(w.found_at)::date as on_day,
      count(distinct w.household_id) || ' 户新增预警' as evidence
    from warnings w where w.village_code between ${low} and ${high} and w.active and w.state = 'open' and w.found_at::date <= ${on}::date
      and w.found_at::date > ${on}::date - ${days}::int group by 1`,
  'returned-workers': ({ range: { low, high }, on, days }) => sql`
    select j.county_code::bigint * 1000000 as place, count(distinct j.person_id)::float8 as value, max(j.left_on) as on_day,
      count(distinct j.person_id) || ' 人离岗' as evidence
    from employment_spells j where not j.voided and j.place_code between ${low} and ${high} and j.left_on <= ${on}::date and j.left_on > ${on}::date - ${days}::int
      and j.person_id is not null group by 1`,
  'jobs-drop': ({ range: { low, high }, on, days }) => sql`
    select place, round((100.0 * (before - now) / before)::numeric, 1)::float8 as value, ${on}::date as on_day, before || ' 人降到 ' || now || ' 人' as evidence from (
      select j.county_code::bigint * 1000000 as place,
        count(distinct j.person_id) filter (where ${inForce('j', 'started_on', 'left_on', sql`(${on}::date - ${days}::int)`)}) as before,
        count(distinct j.person_id) filter (where ${inForce('j', 'started_on', 'left_on', sql`${on}::date`)}) as now
      from employment_spells j where j.place_code between ${low} and ${high} group by 1) b where before > 0`,
  'price-drop': ({ range: { low, high }, on, days }) => sql`
    select place, round((100 * (1 - now / before))::numeric, 1)::float8 as value, ${on}::date as on_day, product || '均价下降' as evidence from (
      select s.region_code as place, s.product_name || coalesce('（' || s.unit || '）', '') as product,
        sum(s.sales_amount_fen) filter (where s.sales_month > ${on}::date - ${days}::int) / nullif(sum(s.sales_quantity) filter (where s.sales_month > ${on}::date - ${days}::int), 0) as now,
        sum(s.sales_amount_fen) filter (where s.sales_month <= ${on}::date - ${days}::int) / nullif(sum(s.sales_quantity) filter (where s.sales_month <= ${on}::date - ${days}::int), 0) as before
      from product_sales s where not s.voided and s.place_code between ${low} and ${high} and s.sales_quantity > 0 and s.sales_month <= ${on}::date
        and s.sales_month > (${on}::date - ${days}::int - interval '3 months') group by 1, 2) p where now > 0 and before > 0`,
  'site-unemployed': ({ range, on }) => sql`
    with ${factsSql({ range, on })}
    select v.village_code as place, round((100.0 * count(*) filter (where 'zero-job' = any(t.facts)) / count(*))::numeric, 1)::float8 as value, ${on}::date as on_day,
      v.site_name || '，有劳动力 ' || count(*) || ' 户，零就业 ' || count(*) filter (where 'zero-job' = any(t.facts)) || ' 户' as evidence
    from relocation_sites v join relocation_households m on m.site_number = v.number and ${inForce('m', 'moved_in_on', 'moved_out_on', sql`${on}::date`)}
      join told t on t.number = m.household_number and 'able' = any(t.facts) where not v.voided group by v.number, v.village_code, v.site_name`,
};

/** Triggers of plans in force below or above the area, that are reached on the day and that no event since then has answered. */
export async function readReached(tx: Tx, range: RegionRange, on: string): Promise<Reached[]> {
  const triggers = await tx.rows(sql<TriggerRow>`
    select g.plan_number, p.plan_name, p.insurance_kind as hazard, g.level, g.signal, g.threshold::float8 as threshold, g.window_days,
      greatest(p.region_code, ${range.low}::bigint) as low, least(p.region_code + case when p.region_code % 10000000000 = 0 then 9999999999
        when p.region_code % 100000000 = 0 then 99999999 when p.region_code % 1000000 = 0 then 999999 when p.region_code % 1000 = 0 then 999 else 0 end,
        ${range.high}::bigint) as high
    from contingency_triggers g join contingency_plans p on p.number = g.plan_number and ${inForce('p', 'effective_on', 'repealed_on', sql`${on}::date`)}
    where not g.voided order by g.plan_number, array_position(array['first', 'second', 'third', 'fourth'], g.level) limit ${MOST_TRIGGERS}`);
  const found: Reached[] = [];
  const answered = new Set<string>();
  for (const { low, high, hazard, windowDays, ...trigger } of triggers) {
    if (low > high) continue;
    const rows = await tx.rows(sql<Pick<Reached, 'regionCode' | 'regionName' | 'value' | 'evidence' | 'on'>>`
      select s.place as region_code, coalesce(r.name, '') as region_name, s.value, s.evidence, s.on_day::text as "on"
      from (${SELECTS[trigger.signal]({ range: { low, high }, on, days: windowDays, hazard })}) s left join regions r on r.code = s.place
      where s.value >= ${trigger.threshold}::float8 and not exists (select from contingency_activations a where a.plan_number = ${trigger.planNumber} and not a.voided
        and a.event_on > s.on_day - ${windowDays}::int and a.region_code / 1000000 = s.place / 1000000)
      order by s.value desc, s.place limit ${MOST_PLACES}`);
    for (const row of rows) {
      // The highest level that is reached is proposed, not every one below it.
      const key = `${trigger.planNumber} ${trigger.signal} ${row.regionCode}`;
      if (!answered.has(key)) found.push({ ...trigger, ...row });
      answered.add(key);
    }
  }
  return found;
}
