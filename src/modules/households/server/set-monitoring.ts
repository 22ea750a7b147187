// A household comes into monitoring, or its risk is cleared: decided above, recorded here like every other change.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { HouseholdKey } from '../domain/addresses.ts';
import { addEvent, lockHousehold } from './event-households.ts';

export type MonitoringChange = { onDate: string; note: string } & (
  | { category: 'unstable-lifted' | 'borderline' | 'sudden-hardship' }
  | { cleared: true }
  /** A decision was taken back: what the registry said before it. */
  | { restored: { category: 'unstable-lifted' | 'borderline' | 'sudden-hardship' | null; cleared: boolean } }
);

function effectOf(change: MonitoringChange) {
  if ('restored' in change) {
    const { category, cleared } = change.restored;
    return { kind: 'monitoring-recalled', category: sql`${category}`, cleared } as const;
  }
  if ('cleared' in change) return { kind: 'risk-cleared', category: sql`monitoring_category`, cleared: true } as const;
  return { kind: 'monitored', category: sql`${change.category}`, cleared: false } as const;
}

/** Throws `households.not-found`, `households.ended`. Facts and warnings follow with the events (`startEventsJob`). */
export async function setMonitoring(tx: Tx, key: HouseholdKey, change: MonitoringChange): Promise<void> {
  const household = await lockHousehold(tx, key.countyCode, key.id);
  const { kind, category, cleared } = effectOf(change);
  await tx.run(sql`update households set monitoring_category = ${category}, risk_cleared = ${cleared}
    where county_code = ${key.countyCode} and id = ${key.id}`);
  await addEvent(tx, { household, kind, onDate: change.onDate, detail: { note: change.note } });
}
