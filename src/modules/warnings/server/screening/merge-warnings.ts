// The hits of a screening become warnings. What people did is never lost: a result, an assignment and a deadline stand for
// as long as no new rule speaks up.

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { levelSql } from '../../domain/rules.ts';

/** Today where the offices are. */
export const TODAY = 'today_there()';

/**
 * Earlier warnings of the households hit: the newest result that covers every rule hit now, else the open warning of the
 * screening before, whose deadline goes on running.
 */
function earlierSelect(asOf: string): string {
  return `
    select distinct on (w.household_id) w.household_id, w.state, w.checked_at, w.checked_by, w.checked_by_id, w.note, w.photos, w.checked_rules,
      w.assignee_id, w.assignee_name, w.due_on, w.state <> 'open' as settled,
      case when h.rules <@ w.rules then w.found_at end as found_at
    from warnings w join work_hits h on h.county_code = w.county_code and h.household_id = w.household_id
    left join (${beforeSelect(asOf)}) b on b.county_code = w.county_code
    where w.as_of < date '${asOf}' and w.active
      and case when w.state = 'open' then w.as_of = b.as_of else h.rules <@ w.checked_rules end
    order by w.household_id, settled desc, w.as_of desc`;
}

/** The screening before for each county that has hits; it may have been one of the county alone. */
function beforeSelect(asOf: string): string {
  return `
    select c.county_code, max(s.as_of) as as_of from (select distinct county_code from work_hits) c
    join screenings s on s.as_of < date '${asOf}' and s.undone_at is null
      and c.county_code between s.region_code / 1000000 and region_high(s.region_code) / 1000000
    group by c.county_code`;
}

/** The deadline of a warning that goes out now, for each county. */
function deadlinesSelect(asOf: string): string {
  return `
    select county_code, case when screened + days >= today then screened + days else today + days end as due_on
    from (select county_code, value::int as days, date '${asOf}' as screened, ${TODAY} as today
      from screening_parameters where as_of = date '${asOf}' and key = 'warning.checkDays') p`;
}

/**
 * Turns `work_hits` into the warnings of the day; `scope` limits which warnings of the day may be taken back. The deadline runs
 * from the day screened; where that would be over already, because an old day is screened, from today. A checked warning
 * that is hit by a rule nobody has checked is open again.
 */
export async function mergeWarnings(tx: Tx, asOf: string, scope: string, villages?: string): Promise<void> {
  const noted = (change: string) =>
    villages
      ? `with changed as (${change} returning warnings.village_code) insert into ${villages} select distinct village_code, 0 from changed`
      : change;
  const reopened = `warnings.state <> 'open' and not excluded.rules <@ warnings.checked_rules`;
  const unless = (column: string, fresh: string) =>
    `${column} = case when ${reopened} then ${fresh} else warnings.${column} end`;
  // Without an earlier screening of the day nothing can be in the way, and looking for it would cost a third more.
  const again = await tx.first(sql`select 1 from screening_counts where as_of = ${asOf}::date limit 1`);
  const onConflict = `on conflict (county_code, household_id, as_of) do update set rules = excluded.rules, level = excluded.level,
      monitored = excluded.monitored, village_code = excluded.village_code, active = true,
      ${unless('found_at', 'now()')}, ${unless('due_on', 'excluded.due_on')}, ${unless('checked_at', 'null')},
      ${unless('checked_by', 'null')}, ${unless('checked_by_id', 'null')}, ${unless('carried', 'false')}, ${unless('state', `'open'`)}
    where (warnings.rules, warnings.level, warnings.monitored, warnings.village_code, warnings.active)
      is distinct from (excluded.rules, excluded.level, excluded.monitored, excluded.village_code, true)`;
  const merge = `
    insert into warnings (county_code, household_id, village_code, as_of, rules, level, monitored, found_at, due_on, state,
      checked_at, checked_by, checked_by_id, note, photos, checked_rules, carried, assignee_id, assignee_name)
    select h.county_code, h.household_id, h.village_code, date '${asOf}', h.rules, ${levelSql('h.rules')}, h.monitored,
      coalesce(e.found_at, now()), least(e.due_on, d.due_on),
      coalesce(e.state, 'open'), e.checked_at, e.checked_by, e.checked_by_id, coalesce(e.note, ''), coalesce(e.photos, '[]'),
      coalesce(e.checked_rules, '{}'), coalesce(e.settled, false), e.assignee_id, coalesce(e.assignee_name, '')
    from work_hits h join (${deadlinesSelect(asOf)}) d on d.county_code = h.county_code
    left join earlier e on e.household_id = h.household_id
    ${again ? onConflict : ''}`;
  const takeBack = `
    update warnings set active = false where as_of = date '${asOf}' and active and ${scope}
      and not exists (select from work_hits h where h.household_id = warnings.household_id)`;
  await tx.script(
    `create temp table earlier on commit drop as ${earlierSelect(asOf)}; ${noted(merge)}; ${noted(takeBack)};`,
  );
}
