// One import changes the registry at a time, and none while others rely on it as it is.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

const REGISTRY_LOCK = 15000003;

/** Until the end of the transaction no import changes the registry; waits for one that runs. Matching asks for it. */
export async function holdRegistry(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock_shared(${REGISTRY_LOCK})`);
}

/** For an import: waits until nobody holds the registry. */
export async function holdRegistryAlone(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${REGISTRY_LOCK})`);
}
