// Which photos the records of this slice name: what none names is swept (platform/server/photos.ts).

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Ids of the files of all visits. */
export async function filesOfSweeps(tx: Tx): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select f ->> 'id' as id from sweep_visits v, jsonb_array_elements(v.photos) f where v.photos <> '[]'`);
  return rows.map(({ id }) => id);
}
