// Runs in worker threads: chunks of an export of the national system become COPY rows.

import { MOST_BAD_IN_CHUNK } from '../../../platform/server/tables/bad-rows.ts';
import { BinaryRows } from '../../../platform/server/tables/bytes/pg-binary.ts';
import { eachRecord, type TransformOutput } from '../../../platform/server/tables/each-record.ts';
import type { TableChunk } from '../../../platform/server/tables/table-source.ts';
import { type BadRow, COMPARED, type NationalRow, readNationalRow } from '../domain/national-table.ts';

export type NationalTransformInit = { positions: number[] };

/** A column for each of COMPARED, null where the file has no such column. */
export const STAGED_NATIONAL =
  'line int, number text, shown text, category text, cleared text, identified text, cleared_month text, clearing_mode text, responsible text';
export const STAGED_REFUSED = 'line int, column_name text, value text, reason text';

function write(out: BinaryRows, { line, number, shown, values }: NationalRow): void {
  out.row(3 + COMPARED.length);
  out.int4(line);
  out.text(number);
  out.text(shown);
  for (const field of COMPARED) {
    const value = values[field];
    if (value === undefined) out.nullField();
    else out.text(value);
  }
}

function writeBad(out: BinaryRows, { line, column, value, reason }: BadRow): void {
  out.row(4);
  out.int4(line);
  out.text(column);
  out.text(value);
  out.text(reason);
}

export function createTransform({ positions }: NationalTransformInit): (chunk: TableChunk) => TransformOutput {
  const [rows, refused] = [new BinaryRows(), new BinaryRows()];
  return (chunk) => {
    const counts = { rows: 0, refused: 0, skipped: 0 };
    counts.skipped = eachRecord(chunk, (cells, line) => {
      if (counts.refused >= MOST_BAD_IN_CHUNK) return;
      const row = readNationalRow(cells.texts(), positions, line);
      if ('reason' in row) {
        counts.refused++;
        writeBad(refused, row);
      } else {
        counts.rows++;
        write(rows, row);
      }
    });
    return { streams: { rows: rows.take(), refused: refused.take() }, counts };
  };
}
