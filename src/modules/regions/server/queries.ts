// Regions as other slices ask for them.

import { sql } from 'kysely';
import type { RegionLevel, RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';

export type Region = { code: number; parentCode: number | null; level: RegionLevel; name: string; kind: string };

/** Codes of all villages that exist today, within `range` when given. */
export async function listVillageCodes(tx: Tx, range?: RegionRange): Promise<number[]> {
  const rows = await tx.rows<{ code: number }>(sql`
    select code from regions where level = 'village' and valid_to is null
      and code between ${range?.low ?? 0} and ${range?.high ?? 999999999999} order by code`);
  return rows.map(({ code }) => code);
}

export async function findRegion(tx: Tx, code: number): Promise<Region | undefined> {
  return tx.first<Region>(sql`select code, parent_code, level, name, kind from regions where code = ${code}`);
}
