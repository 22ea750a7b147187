// Photos of a measure's result or of a visit: files of the case like those of its actions, which the record names.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { CaseKey } from '../../cases/domain/addresses.ts';

export type NamedFile = { id: string; name: string };

/** Names of a case's files by their id. */
export async function fileNames(tx: Tx, { countyCode, id }: CaseKey): Promise<(ids: readonly string[]) => NamedFile[]> {
  const rows = await tx.rows(sql<NamedFile>`select id, name from case_files
    where county_code = ${countyCode} and case_id = ${id} limit 5000`);
  const byId = new Map(rows.map((file) => [file.id, file.name]));
  return (ids) => ids.flatMap((fileId) => ({ id: fileId, name: byId.get(fileId) ?? '照片' }));
}
