// A household comes into monitoring, or its risk is cleared: decided above, recorded here like every other change.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { HouseholdKey } from '../domain/addresses.ts';
import { addEvent, lockHousehold } from './event-households.ts';

export type MonitoringChange = { onDate: string; note: string } & (
  | { category: 'unstable-lifted' | 'borderline' | 'sudden-hardship' }
  | { cleared: true }
);

/** Throws `households.not-found`, `households.ended`. Facts and warnings follow with the events (`startEventsJob`). */
export async function setMonitoring(tx: Tx, key: HouseholdKey, change: MonitoringChange): Promise<void> {
  const household = await lockHousehold(tx, key.countyCode, key.id);
  const kind = 'cleared' in change ? 'risk-cleared' : 'monitored';
  const category = 'cleared' in change ? sql`monitoring_category` : sql`${change.category}`;
  await tx.run(sql`update households set monitoring_category = ${category}, risk_cleared = ${kind === 'risk-cleared'}
    where county_code = ${key.countyCode} and id = ${key.id}`);
  await addEvent(tx, { household, kind, onDate: change.onDate, detail: { note: change.note } });
}
