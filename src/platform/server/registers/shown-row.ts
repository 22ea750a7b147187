// A row as people get it: secret fields masked in the statement itself, so that no answer ever held them.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { type Column, columnsOf } from './columns.ts';

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
  (select r.name from regions r where r.code = t.place_code) as place_name,
  (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version`;

export type ShownRow = {
  countyCode: number;
  id: number;
  placeCode: number;
  placeName: string | null;
  isVoided: boolean;
  version: string;
} & Record<string, unknown>;

/** The answer of a row that was read with `ROW_HEAD` and its columns under their own names. */
export function asRegisterRow(columns: readonly Column[], row: ShownRow) {
  const { countyCode, id, placeCode, placeName, version, isVoided } = row;
  const values = Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
  return { countyCode, id, placeCode, placeName: placeName ?? '', version, voided: isVoided, values };
}

/** `…, t.name, left(t.contact, 1) || '*' as contact, …` */
export function shownColumns(
  register: RegisterDefinition,
  names?: readonly string[],
): { columns: Column[]; sql: string } {
  const columns = columnsOf(register).filter(({ name }) => names === undefined || names.includes(name));
  return { columns, sql: columns.map((column) => `${shownSql(column)} as ${column.column}`).join(', ') };
}
