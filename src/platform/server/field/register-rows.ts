// Rows of registers as a phone takes them along: what is shown on screen, empty fields left out.

import { sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../db.ts';
import { withoutNulls } from '../lists/without-nulls.ts';
import { stateSql } from '../registers/moves/state-sql.ts';
import { ROW_HEAD, type ShownRow, shownColumns } from '../registers/shown-row.ts';
import { changedSince } from './changes.ts';

/** Of one register; the newest are looked at again, the others are in the office. */
const MOST_ROWS = 3000;

export type PhoneRow = {
  countyCode: number;
  id: number;
  placeCode: number;
  version: string;
  state?: string;
  values: Record<string, unknown>;
};

export async function readRegisterRows(
  tx: Tx,
  register: RegisterDefinition,
  { low, high }: RegionRange,
  since: number | undefined,
): Promise<PhoneRow[]> {
  const { columns, sql: shown } = shownColumns(register);
  const rows = await tx.rows(sql<ShownRow>`
    select ${sql.raw(`${ROW_HEAD}, ${shown}, ${stateSql(register)} as state from ${register.table} t`)}
    where t.place_code between ${low} and ${high} and not t.voided and ${changedSince('t', since)} order by t.id desc limit ${MOST_ROWS}`);
  return rows.map(({ countyCode, id, placeCode, version, state, ...row }) => ({
    ...{ countyCode, id, placeCode, version },
    ...(state ? { state } : {}),
    values: withoutNulls(Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))),
  }));
}
