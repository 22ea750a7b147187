// Which photos the records of this slice name: what none names is swept (platform/server/photos.ts).

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Ids of the files of all cases. */
export async function filesOfCases(tx: Tx): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`select id::text as id from case_files`);
  return rows.map(({ id }) => id);
}
