// A row as people get it: secret fields masked in the statement itself, so that no answer ever held them.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../db.ts';
import { type Column, columnsOf } from './columns.ts';
import type { RegionDoor } from './region-door.ts';

/** The value of a column over the row `t`, masked where it is secret. */
export function shownSql({ column, field }: Column, alias = 't'): string {
  const stored = `${alias}.${column}`;
  if (field.secret === undefined) return stored;
  return field.secret === 'masked' && field.kind === 'name'
    ? `left(${stored}, 1) || '*'`
    : `case when ${stored} is not null then '*' end`;
}

/** Columns of `RegisterRow` before the values. */
export const ROW_HEAD = `t.county_code, t.id, t.place_code, t.voided as is_voided,
  (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version`;

export type ShownRow = {
  countyCode: number;
  id: number;
  placeCode: number;
  isVoided: boolean;
  version: string;
  state?: string | null;
} & Record<string, unknown>;

/** The answers of rows that were read with `ROW_HEAD` and their columns under their own names. */
export async function asRegisterRows(
  tx: Tx,
  regions: RegionDoor,
  columns: readonly Column[],
  rows: readonly ShownRow[],
) {
  const places = await regions.names(tx, [...new Set(rows.map(({ placeCode }) => placeCode))]);
  return rows.map((row) => asRegisterRow(columns, row, places.get(row.placeCode) ?? ''));
}

function asRegisterRow(columns: readonly Column[], row: ShownRow, placeName: string) {
  const { countyCode, id, placeCode, version, isVoided, state } = row;
  const values = Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
  return { countyCode, id, placeCode, placeName, version, voided: isVoided, ...(state ? { state } : {}), values };
}

/** `…, t.name, left(t.contact, 1) || '*' as contact, …` */
export function shownColumns(
  register: RegisterDefinition,
  names?: readonly string[],
): { columns: Column[]; sql: string } {
  const columns = columnsOf(register).filter(({ name }) => names === undefined || names.includes(name));
  return { columns, sql: columns.map((column) => `${shownSql(column)} as ${column.column}`).join(', ') };
}
