// Columns and cells of a form (表册) of a register: titles, units and words are those of its fields.

import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { KIND_RULES } from '../../../../kernel/register/kinds.ts';
import type { SheetCell, SheetColumn } from '../../tables/xlsx/xlsx-write.ts';

const FEN_PER_WAN = 1_000_000;
const FEN_PER_YUAN = 100;

/** A column that no register has: read or added up by the statement under its name, or left empty to be filled in by hand. */
export type Reckoned = { name: string; title: string; kind: 'text' | 'number' | 'date' | 'wan' | 'yuan' };

/** A field of the register by its name, or a column of its own. */
export type FormColumn = string | Reckoned;

/** Filled in and signed on paper. */
export const byHand = (title: string): Reckoned => ({ name: '', title, kind: 'text' });

type Row = Record<string, unknown>;

export function formColumn(
  { code, fields }: Pick<RegisterDefinition, 'code' | 'fields'>,
  column: FormColumn,
): SheetColumn {
  if (typeof column !== 'string') {
    const unit = column.kind === 'wan' ? '（万元）' : column.kind === 'yuan' ? '（元）' : '';
    const isMoney = column.kind === 'wan' || column.kind === 'yuan';
    return { title: `${column.title}${unit}`, kind: isMoney ? 'number' : (column.kind as 'text'), width: 16 };
  }
  const field = fields[column];
  if (!field) throw new Error(`a form has the column ${column}, which ${code} has not`);
  const title = field.kind === 'region-code' ? field.title.replace('代码', '') : field.title;
  return {
    title: field.unit ? `${title}（${field.unit}）` : title,
    kind: KIND_RULES[field.kind].sheet,
    width: field.kind === 'long-text' ? 36 : 16,
  };
}

/** `names`: of the regions that rows name. */
export function formCell(
  { fields }: Pick<RegisterDefinition, 'fields'>,
  column: FormColumn,
  row: Row,
  names: ReadonlyMap<number, string>,
): SheetCell {
  if (typeof column !== 'string') {
    const value = row[column.name] ?? null;
    if (value === null) return null;
    if (column.kind === 'wan') return Number(value) / FEN_PER_WAN;
    return column.kind === 'yuan' ? Number(value) / FEN_PER_YUAN : (value as SheetCell);
  }
  const field = fields[column];
  const value = row[column];
  if (!field || value === null || value === undefined) return null;
  if (field.kind === 'region-code') return names.get(Number(value)) ?? String(value);
  const written = KIND_RULES[field.kind].write(value, field);
  return KIND_RULES[field.kind].sheet === 'number' ? Number(written) : written;
}
