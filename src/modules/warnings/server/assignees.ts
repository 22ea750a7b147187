// Who can be given warnings: accounts of the actor's area that go to families. Row-level security holds back the others.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { type RegionLevel, type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { CHECKERS } from '../domain/lifecycle.ts';

type Row = { id: number; name: string; role: Role; areaCode: number; areaName: string; level: RegionLevel };

const COLUMNS = sql.raw(`a.id, a.name, a.role, a.area_code, r.name as area_name, r.level
    from accounts a join regions r on r.code = a.area_code`);

export async function findAssignee(
  tx: Tx,
  id: number,
): Promise<{ id: number; name: string; role: Role; range: RegionRange } | undefined> {
  const row = await tx.first(sql<Row>`select ${COLUMNS} where a.id = ${id} and a.disabled_at is null`);
  return row ? { id: row.id, name: row.name, role: row.role, range: rangeOf(row.areaCode, row.level) } : undefined;
}

type Asked = { villageCode?: number | undefined; text?: string | undefined };

/** Nearest first: whose area ends at the village, then at its township, then at its county. */
export async function listAssignees(tx: Tx, { villageCode, text }: Asked) {
  const holders = villageCode
    ? [0, 3, 6].map((width) => Math.floor(villageCode / 10 ** width) * 10 ** width)
    : undefined;
  const rows = await tx.rows(sql<Row>`
    select ${COLUMNS} where a.disabled_at is null and a.role = any(${[...CHECKERS]}::text[])
      ${holders ? sql`and a.area_code = any(${holders}::bigint[])` : sql``}
      ${text ? sql`and strpos(a.name, ${text}) > 0` : sql``}
    order by a.area_code % 1000 = 0, a.area_code % 1000000 = 0, a.area_code, a.name limit 100`);
  return rows.map(({ id, name, role, areaName }) => ({ id, name, role, areaName }));
}
