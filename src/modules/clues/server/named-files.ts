// Which photos the records of this slice name: what none names is swept (platform/server/photos.ts).

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Ids of the files of all clues. */
export async function filesOfClues(tx: Tx): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select distinct f ->> 'id' as id from clues c, jsonb_array_elements(c.files) f where c.files <> '[]'`);
  return rows.map(({ id }) => id);
}
