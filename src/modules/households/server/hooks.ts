// What higher slices do when households change: the composition passes it, so that households need not know them.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';

/** Both are SELECTs to be run as the owner. */
export type HouseholdChanges = {
  /** household_id and village_code of every household concerned. */
  touched: string;
  /** person_id, old_household_id, county_code and household_id of members who came into another household. */
  moved: string;
};

export type HouseholdsHooks = {
  /** Called as a job after events and imports. Must give the same result when called again. */
  onChanged: (db: Database, actor: Actor, changes: HouseholdChanges) => Promise<unknown>;
};
