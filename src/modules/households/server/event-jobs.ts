// After an event the slices above are told, as a job: what is not settled stands in the events themselves, so that a
// stopped program goes on with it.

import { sql } from 'kysely';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { HouseholdChanges, HouseholdsHooks } from './hooks.ts';
import { fillPinyin } from './search/name-pinyin.ts';

export const EVENTS_JOB_KEY = 'households.events';

const AT_ONCE = 500;

type Unsettled = { countyCode: number; id: number; householdId: number };

async function listUnsettled(tx: Tx): Promise<Unsettled[]> {
  return tx.rows(sql<Unsettled>`select county_code, id, household_id from household_events
    where not settled order by id limit ${AT_ONCE}`);
}

/** A split, merger or marriage has an event in both households, so all that members came from or went to are here. */
export function changesOfHouseholds(households: { countyCode: number; householdId: number }[]): HouseholdChanges {
  const keys = households.map((row) => `(${Math.trunc(row.countyCode)}, ${Math.trunc(row.householdId)}::bigint)`);
  const list = `(values ${[...new Set(keys)].join(', ')}) t (county_code, household_id)`;
  return {
    touched: `select h.id as household_id, h.village_code from ${list} join households h
      on h.county_code = t.county_code and h.id = t.household_id`,
    moved: `select distinct p.id as person_id, (v.before ->> 'household_id')::bigint as old_household_id, p.county_code, p.household_id
      from ${list} join persons p on p.county_code = t.county_code and p.household_id = t.household_id
      join record_versions v on v.county_code = p.county_code and v.subject = 'person' and v.subject_id = p.id
      where (v.before ->> 'household_id')::bigint <> p.household_id`,
  };
}

/**
 * Who came into another household after `since` (in a transaction that was under way then, too), as `moved` above; undefined
 * where nobody can have.
 */
export async function movedSince(tx: Tx, since: string): Promise<string | undefined> {
  const households = await tx.rows<{ countyCode: number; householdId: number }>(sql`
    select distinct county_code, household_id from household_events
    where at > ${since}::timestamptz - interval '10 minutes'`);
  return households.length === 0 ? undefined : changesOfHouseholds(households).moved;
}

async function settle(tx: Tx, events: Unsettled[]): Promise<void> {
  await tx.run(sql`update household_events e set settled = true
    from unnest(${events.map((row) => row.countyCode)}::int[], ${events.map((row) => row.id)}::bigint[]) s (county_code, id)
    where e.county_code = s.county_code and e.id = s.id`);
}

/** Tells the slices above of all that has happened and they do not know; done again, it changes nothing. */
export async function settleEvents(db: Database, actor: Actor, hooks: HouseholdsHooks): Promise<void> {
  for (;;) {
    const events = await db.bulkRead(listUnsettled);
    if (events.length === 0) return;
    await hooks.onChanged(db, actor, changesOfHouseholds(events));
    await db.bulk(actor, async (tx) => ({ result: await settle(tx, events), audit: [] }));
  }
}

/** Queues what the slices above have to do; several events in a row share it. */
export function startEventsJob(services: Services, db: Database, actor: Actor, hooks: HouseholdsHooks): void {
  services.jobs.start(EVENTS_JOB_KEY, () => settleEvents(db, actor, hooks));
}

/** When the program starts: events that nobody above was told of, and names without pinyin. */
export function resumeJobs(services: Services, db: Database, hooks: HouseholdsHooks): void {
  startEventsJob(services, db, systemActor('shouwang'), hooks);
  services.jobs.start('households.pinyin', () => fillPinyin(db));
}
