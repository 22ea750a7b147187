// A transform worker's half of the import of a register: records of a file in, rows for the staging table out.

import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { CellValue } from '../../../kernel/register/kinds/kind-rules.ts';
import { type Keys, sealSame } from '../keys.ts';
import { type Cells, hasMore } from '../tables/bytes/cells.ts';
import { BinaryRows } from '../tables/bytes/pg-binary.ts';
import { eachRecord, type TransformOutput } from '../tables/each-record.ts';
import type { TableChunk } from '../tables/table-source.ts';
import { type Column, columnsOf } from './columns.ts';
import { type ReadRow, type Refusal, type RowReader, rowReader } from './read-row.ts';

export type RegisterTransformInit = {
  register: RegisterDefinition;
  fileNo: number;
  width: number;
  positions: number[];
  units: string[];
  regions: ReadonlyMap<number, RegionLevel>;
  keys: Keys;
};

/** Rows of one file are told apart by their line, files by their number. */
export const ORDER_OF_FILE = 2 ** 32;

/** Columns of a staging table before those of the register. */
export const STAGED_HEAD = 'ord bigint, line int, said bigint, unread bigint, starred bigint, codes text';
const HEAD_FIELDS = 6;

/** The row as it is COPYed. */
export function writeStaged(
  out: BinaryRows,
  columns: readonly Column[],
  row: ReadRow,
  { ord, line, keys }: { ord: number; line: number; keys: Keys },
): void {
  out.row(HEAD_FIELDS + columns.length);
  out.int8(ord);
  out.int4(line);
  out.int8(row.said);
  out.int8(row.unread);
  out.int8(row.starred);
  if (row.refusals.length === 0) out.nullField();
  else out.text(codesText(row.refusals));
  for (const column of columns) writeValue(out, column, row.values[column.at], keys);
}

/** `3:bad-date,5:missing`. */
function codesText(refusals: readonly Refusal[]): string {
  return refusals.map(({ at, code }) => `${at}:${code}`).join(',');
}

function writeValue(out: BinaryRows, { copied }: Column, value: CellValue | undefined, keys: Keys): void {
  if (value === undefined) out.nullField();
  else if (copied === 'sealed') out.bytes(sealSame(keys, String(value)));
  else if (copied === 'int4') out.int4(Number(value));
  else if (copied === 'int8') out.int8(Number(value));
  else if (copied === 'date') out.date(Number(value));
  else if (copied === 'bool') out.bool(value === true);
  else out.text(String(value));
}

const NOTHING: ReadRow = { values: [], said: 0, unread: 0, starred: 0, refusals: [{ at: -1, code: 'columns' }] };

class RegisterTransform {
  readonly #init: RegisterTransformInit;
  readonly #columns: Column[];
  readonly #read: RowReader;
  readonly #out = new BinaryRows();
  #rows = 0;

  constructor(init: RegisterTransformInit) {
    this.#init = init;
    this.#columns = columnsOf(init.register);
    this.#read = rowReader(init.register, init.regions, init.units);
  }

  run(chunk: TableChunk): TransformOutput {
    this.#rows = 0;
    const skipped = eachRecord(chunk, (cells, line) => this.#record(cells, line, chunk.kind === 'csv'));
    return { streams: { rows: this.#out.take() }, counts: { rows: this.#rows, skipped } };
  }

  #record(cells: Cells, line: number, isCsv: boolean): void {
    const { width, positions, fileNo, keys } = this.#init;
    const texts = cells.texts();
    this.#rows++;
    const fits = !(isCsv && texts.length < width) && !hasMore(cells, width);
    const row = fits
      ? this.#read((at) => {
          const place = positions[at] as number;
          return place < 0 ? undefined : (texts[place] ?? '');
        })
      : NOTHING;
    writeStaged(this.#out, this.#columns, row, { ord: fileNo * ORDER_OF_FILE + line, line, keys });
  }
}

export function createTransform(init: RegisterTransformInit): (chunk: TableChunk) => TransformOutput {
  const transform = new RegisterTransform(init);
  return (chunk) => transform.run(chunk);
}
