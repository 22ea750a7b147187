// The header of a table: the first of the first ten rows that holds every required column. A title, 附件1 or notes may stand
// above it, and merged cells may spread it over two or three rows.

import { isKnownHeader, missingColumns, type NamedColumn, unitInNote } from '../../../kernel/match-headers.ts';

/** A row with anything in it and the physical line it starts on. */
export type HeadRow = { cells: string[]; line: number };

export type FoundHeader = {
  header: string[];
  /** Of the header's last row among the rows. */
  at: number;
  line: number;
  /** What a note above says of amounts: the yuan that a bare number counts; undefined where none says it. */
  unit: number | undefined;
};

/** The row that comes nearest, and what it lacks. */
export type NearMiss = { line: number; missing: string[]; cells: number };

/** Rows that are looked at for the beginning of a header. */
export const HEADER_ROWS = 10;
const MOST_DEEP = 3;
/** Rows that have to be known: a header may begin in the last one that counts, and its columns go on below. */
export const HEAD_ROWS = HEADER_ROWS + MOST_DEEP;

/**
 * Finds it among the first rows of a table. Without required columns the first row is the header. Throws
 * `tables.repeated-column` where a header has a column twice.
 */
export function findHeader(
  file: string,
  rows: readonly HeadRow[],
  columns: readonly NamedColumn[],
): FoundHeader | undefined {
  for (let depth = 1; depth <= MOST_DEEP; depth++) {
    for (const [i, row] of rows.slice(0, HEADER_ROWS).entries()) {
      if (i + depth > rows.length) break;
      const header = depth === 1 ? row.cells : joinRows(rows.slice(i, i + depth), columns);
      if (missingColumns(file, header, columns).length > 0) continue;
      const below = depth === 1 && columns.length > 0 ? rows[i + 1] : undefined;
      const whole = below && goesOn(header, below.cells, columns);
      const unit = unitAbove(rows.slice(0, i));
      return { header: whole ?? header, at: i + depth - 1 + (whole ? 1 : 0), line: row.line, unit };
    }
  }
  return undefined;
}

/** The row taken for a header where none is one, so that it can be seen what is missing: the nearest, else the fullest. */
export function likeliestHeader(
  file: string,
  rows: readonly HeadRow[],
  columns: readonly NamedColumn[],
): FoundHeader | undefined {
  const ranked = rows.slice(0, HEADER_ROWS).map(({ cells, line }, at) => ({
    ...{ header: cells, line, at, unit: unitAbove(rows.slice(0, at)) },
    missing: missingColumns(file, cells, columns).length,
    filled: cells.filter(isFilled).length,
  }));
  const [best] = ranked.sort((a, b) => a.missing - b.missing || b.filled - a.filled);
  return best;
}

/** Of rows that hold no header, the one that holds most of it. */
export function nearestHeader(
  file: string,
  rows: readonly HeadRow[],
  columns: readonly NamedColumn[],
): NearMiss | undefined {
  let nearest: NearMiss | undefined;
  for (const { cells, line } of rows.slice(0, HEADER_ROWS)) {
    const missing = missingColumns(file, cells, columns);
    if (!nearest || missing.length < nearest.missing.length) nearest = { line, missing, cells: cells.length };
  }
  return nearest;
}

function isFilled(cell: string | undefined): cell is string {
  return cell !== undefined && cell.trim() !== '';
}

/** Of a cell and those above it: what names a column, else all that says something. */
function joinCells(upper: string, lower: string, spread: string, columns: readonly NamedColumn[]): string {
  const candidates = isFilled(lower) ? [spread + lower, lower, upper + lower, upper] : [upper];
  return candidates.find((text) => isKnownHeader(text, columns)) ?? (isFilled(lower) ? lower : upper);
}

/** Several rows as one: a cell merged over several columns stands in the first of them only. */
function joinRows(rows: readonly HeadRow[], columns: readonly NamedColumn[]): string[] {
  let joined: string[] = [];
  for (const { cells } of rows) {
    let spread = '';
    const width = Math.max(joined.length, cells.length);
    joined = Array.from({ length: width }, (_, i) => {
      if (isFilled(joined[i])) spread = joined[i] ?? '';
      return joinCells(joined[i] ?? '', cells[i] ?? '', spread, columns);
    });
  }
  return joined;
}

/** The header with the row below, where that names further columns and nothing else stands in it. */
function goesOn(header: string[], below: string[], columns: readonly NamedColumn[]): string[] | undefined {
  const joined = joinRows(
    [
      { cells: header, line: 0 },
      { cells: below, line: 0 },
    ],
    columns,
  );
  let named = 0;
  for (const [i, cell] of below.entries()) {
    if (!isFilled(cell)) continue;
    if (isKnownHeader(header[i] ?? '', columns)) return undefined;
    if (isKnownHeader(joined[i] ?? '', columns)) named++;
  }
  return named > 0 ? joined : undefined;
}

function unitAbove(rows: readonly HeadRow[]): number | undefined {
  for (const { cells } of rows)
    for (const cell of cells) {
      const unit = unitInNote(cell);
      if (unit !== undefined) return unit;
    }
  return undefined;
}
