// Where the households that rows of registers name were on a day (data contract for registers, §3).

import type { Tx } from '../../../../platform/server/db.ts';

/** Fills `found_households` for `asked_households`: the village of the day, before all moves that came after it. */
export async function findHouseholds(tx: Tx): Promise<void> {
  await tx.script(`insert into found_households
    select a.ord, coalesce((select (e.detail ->> 'fromVillage')::bigint from household_events e
        where e.county_code = h.county_code and e.household_id = h.id and e.kind = 'move' and e.on_date > a.on_day
        order by e.on_date, e.id limit 1), h.village_code)
    from asked_households a join households h on h.number = a.number`);
}
