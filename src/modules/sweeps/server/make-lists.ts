// Whom a round lists in a county on a day, by one statement: what the registry and the cases say of a household, the rules of the regions, and what was imported. Made
// again it adds who came since, moves who moved, and takes out who is in no list any more and was not seen yet.

import { type RawBuilder, sql } from 'kysely';
import { levelOfCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { factsSql, MATCH } from '../../entitlements/server/index.ts';
import { LIST_CODES, type SweepKind } from '../domain/words.ts';
import { sweepSettings } from './settings.ts';
import { countVillages, holdVillages } from './village-counts.ts';

type Listed = { id: number; number: string; regionCode: number; kind: SweepKind };
type Asked = { sweep: Listed; countyCode: number; on: string };

/** Rows `(county_code, household_id, village_code, list, reason)`: of whom everything is known without looking at persons. */
function byStatus({ sweep, countyCode, on }: Asked, newDays: number): RawBuilder<unknown>[] {
  const h = sql`h.county_code, h.id as household_id, h.village_code`;
  const living = sql`households h where h.county_code = ${countyCode} and h.valid_to is null`;
  const monitored = sql`h.monitoring_category is not null and h.risk_cleared is not true`;
  const own = [
    sql`select ${h}, 'measures' as list, '监测对象' as reason from ${living} and ${monitored}`,
    sql`select ${h}, 'look-back', '已消除风险' from ${living} and h.monitoring_category is not null and h.risk_cleared is true`,
    sql`select ${h}, 'data-quality', '未处理疑点' from ${living} and exists (select from data_issues d where d.county_code = h.county_code
      and d.household_id = h.id and d.state = 'open')`,
    sql`select ${h}, 'new-object', '新识别' from ${living} and ${monitored} and (exists (select from cases c where c.county_code = h.county_code
        and c.household_id = h.id and c.decided_on > ${on}::date - ${newDays}::int)
      or exists (select from household_statuses s where s.household_number = h.number and not s.voided and s.status <> 'lifted'
        and s.started_on > ${on}::date - ${newDays}::int and s.started_on <= ${on}::date))`,
  ];
  if (sweep.kind === 'full-sweep')
    own.push(sql`select ${h}, 'ordinary', '常住农牧户' from ${living} and h.monitoring_category is null`);
  return sweep.kind === 'special' ? [] : own;
}

/** What a rule asks beside facts; of whom nothing is known, it is not so. */
function signalSql(on: string, staleDays: number): RawBuilder<unknown> {
  return sql`case r.signal when 'warned' then exists (select from warnings w where w.county_code = t.county_code and w.household_id = t.id and w.active and w.state = 'open')
    when 'stale' then 'monitored' = any(t.facts) and 'able' = any(t.facts) and exists (select from household_statuses s where s.household_number = t.number
      and not s.voided and s.status <> 'lifted' and s.risk_cleared_on is null and s.started_on <= ${on}::date - ${staleDays}::int)
    when 'income-fell' then exists (select from household_incomes y join households g on g.county_code = y.county_code and g.id = y.household_id
      where y.county_code = t.county_code and y.household_id = t.id and y.year = g.income_year and g.net_fen < y.previous_net_fen)
    else true end`;
}

const rulesOf = ({
  sweep,
  countyCode,
  on,
}: Asked) => sql`sweep_rules r where not r.voided and r.effective_on <= ${on}::date
  and (r.repealed_on is null or r.repealed_on > ${on}::date) and (coalesce(cardinality(r.kinds), 0) = 0 or ${sweep.kind} = any(r.kinds))
  and ${countyCode}::bigint * 1000000 between r.region_code and region_high(r.region_code)`;

/** Makes or renews the lists of one county; answers how many items changed. `on` is an ISO day. */
export async function listCounty(tx: Tx, asked: Asked): Promise<number> {
  const { sweep, countyCode, on } = asked;
  const county = countyCode * 1_000_000;
  // A round of a township or village lists that alone.
  const range =
    sweep.regionCode > county ? rangeOf(sweep.regionCode, levelOfCode(sweep.regionCode)) : rangeOf(county, 'county');
  const of = (await sweepSettings.inForce(tx, on))(county);
  const hasRules = await tx.first(sql`select 1 from ${rulesOf(asked)} limit 1`);
  const parts = [
    ...byStatus(asked, of('new.days')),
    ...(hasRules
      ? [
          sql`select t.county_code, t.id, t.village_code, r.list, string_agg(r.number, '、' order by r.number) from told t, ${rulesOf(asked)} and ${MATCH}
            and ${signalSql(on, of('stale.days'))} group by 1, 2, 3, 4`,
        ]
      : []),
    sql`select h.county_code, h.id, h.village_code, l.list, coalesce(l.reason, '导入名单') from sweep_listings l join households h on h.number = l.household_number
      where l.sweep_number = ${sweep.number} and not l.voided and h.county_code = ${countyCode} and h.valid_to is null`,
  ];
  // First of all: whoever lists the county at the same time waits here.
  await tx.run(sql`insert into sweep_refreshes (sweep_id, county_code, listed_for) values (${sweep.id}, ${countyCode}, ${on}::date)
    on conflict (sweep_id, county_code) do update set listed_for = excluded.listed_for`);
  await holdVillages(tx, sweep.id, range);
  const told = hasRules ? sql`${factsSql({ range, on })},` : sql``;
  const lists = sql.raw(LIST_CODES.map((code) => `case when bool_or(list = '${code}') then '${code}' end`).join(', '));
  const row = await tx.first(sql<{ changed: number }>`
    with ${told} found as (${sql.join(parts, sql` union all `)}),
    wanted as materialized (select county_code, household_id, max(village_code) as village_code, array_remove(array[${lists}], null) as lists, array_agg(reason order by reason) as reasons
      from found where village_code between ${range.low} and ${range.high} group by 1, 2),
    gone as (update sweep_items i set left_on = ${on}::date where i.sweep_id = ${sweep.id} and i.county_code = ${countyCode} and i.left_on is null
      and i.visit_result is null and not exists (select from wanted w where w.household_id = i.household_id) returning 1),
    -- Only what differs: to touch the rest, if only to see that it is the same, writes every row anew.
    differing as (select w.*, i.household_id is null as is_new from wanted w
        left join sweep_items i on i.county_code = w.county_code and i.sweep_id = ${sweep.id} and i.household_id = w.household_id
      where i.household_id is null or i.left_on is not null or (i.village_code, i.lists, i.reasons) is distinct from (w.village_code, w.lists, w.reasons)),
    -- Nobody else lists this county meanwhile, so that no row has to be tried first: a third of the time.
    added as (insert into sweep_items (county_code, sweep_id, household_id, village_code, listed_on, lists, reasons)
      select county_code, ${sweep.id}::bigint, household_id, village_code, ${on}::date, lists, reasons from differing where is_new returning 1),
    altered as (update sweep_items i set village_code = d.village_code, lists = d.lists, reasons = d.reasons, left_on = null from differing d
      where not d.is_new and i.county_code = d.county_code and i.sweep_id = ${sweep.id} and i.household_id = d.household_id returning 1)
    select ((select count(*) from gone) + (select count(*) from added) + (select count(*) from altered))::int as changed`);
  const changed = row?.changed ?? 0;
  if (changed > 0) await countVillages(tx, sweep.id, range);
  return changed;
}
