// The cells of one row of a register, read by their kinds: the same for a line of a file and for what is typed on screen.

import { hasLostDigits, normalizeCell, normalizeText } from '../../../kernel/cell.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { type CellValue, type ReadContext, Unreadable } from '../../../kernel/register/kinds/kind-rules.ts';
import { KIND_RULES } from '../../../kernel/register/kinds.ts';
import type { RefusalCode } from '../../../kernel/register/refusals.ts';
import { bitOf, type Column, columnsOf } from './columns.ts';

export type Refusal = { at: number; code: RefusalCode };

/** A row as it is staged. Masks have a bit for each column. */
export type ReadRow = {
  values: (CellValue | undefined)[];
  /** Columns the row speaks of: what it does not say stays as it is. */
  said: number;
  /** Columns whose cell could not be read; they count as filled. */
  unread: number;
  /** Secret columns given as `*`: what is stored stays. */
  starred: number;
  refusals: Refusal[];
};

type Reader = { column: Column; bit: number; keeps: boolean; finds: boolean; isSecret: boolean; context: ReadContext };

export type RowReader = (cellOf: (at: number) => string | undefined) => ReadRow;

/** A reader of rows; `units` are those of the file's money columns. The row it answers is reused. */
export function rowReader(
  register: RegisterDefinition,
  regions: ReadContext['regions'],
  units?: readonly string[],
): RowReader {
  const readers: Reader[] = columnsOf(register).map((column) => ({
    column,
    bit: bitOf(column),
    keeps: KIND_RULES[column.field.kind].keepsPunctuation === true && !register.key.includes(column.name),
    finds:
      KIND_RULES[column.field.kind].copied === 'text' &&
      (register.key.includes(column.name) || column.field.target !== undefined || column.field.kind === 'household-no'),
    isSecret: column.field.secret !== undefined,
    context: { unit: units?.[column.at] ?? column.field.unit ?? '', regions },
  }));
  const row: ReadRow = { values: new Array(readers.length), said: 0, unread: 0, starred: 0, refusals: [] };
  return (cellOf) => {
    row.said = 0;
    row.unread = 0;
    row.starred = 0;
    row.refusals = [];
    for (const reader of readers) readColumn(reader, cellOf(reader.column.at), row);
    return row;
  };
}

const LOST = new Unreadable('bad-number');

function readColumn(
  { column, bit, keeps, finds, isSecret, context }: Reader,
  raw: string | undefined,
  row: ReadRow,
): void {
  const { at, field } = column;
  row.values[at] = undefined;
  if (raw === undefined) return;
  const cell = keeps ? normalizeText(raw) : normalizeCell(raw);
  if (isSecret && cell.includes('*')) {
    row.starred += bit;
    return;
  }
  row.said += bit;
  if (cell === '') {
    if (field.required === true) row.refusals.push({ at, code: 'missing' });
    return;
  }
  // A number that finds a row and has lost its last digits finds another one.
  const value = finds && hasLostDigits(cell) ? LOST : KIND_RULES[field.kind].read(cell, field, context);
  if (value instanceof Unreadable) {
    row.unread += bit;
    row.refusals.push({ at, code: value.code });
  } else row.values[at] = value;
}
