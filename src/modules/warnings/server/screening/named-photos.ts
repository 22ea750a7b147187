// Which photos the records of this slice name: what none names is swept (platform/server/photos.ts).

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';

/** Ids of the photos of all checks, of those too that an undone screening brings back. */
export async function namedPhotos(tx: Tx): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select p ->> 'id' as id from warnings w, jsonb_array_elements(w.photos) p where w.photos <> '[]'
    union select p ->> 'id' from replaced_warnings r, jsonb_array_elements(r.warning -> 'photos') p
      where r.warning -> 'photos' <> '[]'`);
  return rows.map(({ id }) => id);
}
