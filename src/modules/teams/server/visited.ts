// Which households a member visited on which day: linked from the records of visits, never typed into a diary a second time.

import { sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Evidence } from '../domain/words.ts';
import type { Span } from './members.ts';

const MOST_VISITS = 3000;

type Row = { day: string; household: string; what: Evidence[] };

/** By day, of the person with this name in the village: records name people as they are called. */
export async function visitedHouseholds(
  tx: Tx,
  { name, villageCode }: { name: string; villageCode: number },
  { from, through }: Span,
): Promise<Map<string, { household: string; what: Evidence[] }[]>> {
  const range: RegionRange = { low: villageCode, high: villageCode };
  const within = (column: string) => sql`${sql.raw(column)} between ${from}::date and ${through}::date`;
  const here = (alias: string) => sql`${sql.raw(alias)}.village_code between ${range.low} and ${range.high}`;
  const rows = await tx.rows(sql<Row>`
    with seen as (
      select v.visited_on as day, c.county_code, c.household_id, 'visits' as what from case_visits v
        join cases c on c.county_code = v.county_code and c.id = v.case_id where ${here('v')} and ${within('v.visited_on')} and ${name} = any(v.visitors)
      union select s.visited_on, s.county_code, s.household_id, 'sweep-visits' from sweep_visits s
        where ${here('s')} and ${within('s.visited_on')} and s.replaced_at is null and ${name} in (s.visitor_1_name, s.visitor_2_name)
      union select u.received_on, u.county_code, u.household_id, 'clues' from clues u
        where ${here('u')} and ${within('u.received_on')} and u.channel = 'visit' and u.account_name = ${name} and u.household_id is not null
      union select a.on_date, a.county_code, c.household_id, 'verifications' from case_actions a
        join cases c on c.county_code = a.county_code and c.id = a.case_id
        where ${here('a')} and ${within('a.on_date')} and a.kind = 'verify' and a.account_name = ${name}
      union select e.visited_on, e.county_code, e.household_id, 'emergencies' from activation_households e
        where ${here('e')} and ${within('e.visited_on')} and e.visited_by = ${name})
    select s.day::text as day, h.head_name as household, array_agg(distinct s.what order by s.what) as what
    from seen s join households h on h.county_code = s.county_code and h.id = s.household_id
    group by s.day, s.county_code, s.household_id, h.head_name order by s.day, s.household_id limit ${MOST_VISITS}`);
  return Map.groupBy(rows, ({ day }) => day);
}
