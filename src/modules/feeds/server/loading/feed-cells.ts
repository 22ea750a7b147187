// The cells of a feed's record, read by their kinds. The common forms go from the file's bytes to COPY bytes without a string
// in between; everything else goes through `readCell`, which alone decides what is quarantined.

import { hashtext } from '../../../../platform/server/bulk/postgres-hash.ts';
import { ByteMap } from '../../../../platform/server/tables/bytes/byte-map.ts';
import type { Cells } from '../../../../platform/server/tables/bytes/cells.ts';
import type { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import { mayBeScientific, readDay, readDigits, readYuan } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import type { VillageCodes } from '../../../regions/domain/village-codes.ts';
import type { FeedColumn, QuarantineReason } from '../../domain/feed-definition.ts';
import { readCell } from '../../domain/read-cell.ts';

const SLOW = Number.NaN;

/** One column: reads its cell of the current record, then writes it. */
export class ColumnReader {
  readonly column: FeedColumn;
  readonly at: number;
  /** What was read: a number, or NaN where the cell is text. */
  #number = 0;
  #text: string | undefined;
  #isEmpty = true;
  /** Text that stays in the record's bytes. */
  #start = -1;
  #end = -1;
  readonly #villages: VillageCodes;
  readonly #words: ByteMap<number> | undefined;
  readonly #maybe: boolean;
  readonly #unit: number;
  /** Years and months are the same for row after row: the last cell and its value. */
  #lastCell: Uint8Array = new Uint8Array(0);
  #lastValue = SLOW;

  /** `unit`: the yuan that a bare amount counts. */
  constructor(column: FeedColumn, at: number, villages: VillageCodes, unit = 1) {
    this.column = column;
    this.at = at;
    this.#unit = unit;
    this.#villages = villages;
    this.#words = column.kind === 'list' ? new ByteMap(Object.entries(column.values ?? {})) : undefined;
    this.#maybe = !column.required || column.kind === 'id' || column.kind === 'name';
  }

  /** The village code or other number read; undefined where the cell is empty. */
  get number(): number | undefined {
    return this.#isEmpty ? undefined : this.#number;
  }

  /** Reads the cell; answers why the row goes to the quarantine, if it does. */
  read(cells: Cells): QuarantineReason | undefined {
    this.#start = -1;
    const { at } = this;
    if (at < 0 || at >= cells.count || cells.odd[at] !== 0) return this.#readSlowly(cells);
    const start = cells.starts[at] as number;
    const end = cells.ends[at] as number;
    this.#isEmpty = start === end;
    if (start === end) return this.#maybe ? undefined : 'missing';
    if (this.column.kind === 'text' || (this.column.kind === 'serial' && !mayBeScientific(cells.bytes, start, end))) {
      this.#start = start;
      this.#end = end;
      return undefined;
    }
    const value = this.#readFast(cells, start, end);
    if (Number.isNaN(value)) return this.#readSlowly(cells);
    this.#number = value;
    return undefined;
  }

  write(rows: BinaryRows, cells: Cells): void {
    const { kind } = this.column;
    if (this.#isEmpty) rows.nullField();
    else if (this.#start >= 0) rows.slice(cells.bytes, this.#start, this.#end);
    else if (kind === 'text' || kind === 'serial') rows.text(this.#text ?? '');
    else if (kind === 'date' || kind === 'month') rows.date(this.#number);
    else if (kind === 'amount' || kind === 'village') rows.int8(this.#number);
    else rows.int2(this.#number);
  }

  /** Writes the hash of the text that was read. */
  writeHash(rows: BinaryRows, cells: Cells): void {
    if (this.#isEmpty) rows.nullField();
    else if (this.#start >= 0) rows.int4(hashtext(cells.bytes, this.#start, this.#end));
    else {
      const bytes = Buffer.from(this.#text ?? '');
      rows.int4(hashtext(bytes, 0, bytes.length));
    }
  }

  #readFast(cells: Cells, start: number, end: number): number {
    const { bytes } = cells;
    switch (this.column.kind) {
      case 'date':
        return readDay(bytes, start, end) || SLOW;
      case 'amount':
        return this.#unit === 1 ? readYuan(bytes, start, end) : SLOW;
      case 'list':
        return this.#words?.get(bytes, start, end) ?? SLOW;
      case 'village': {
        const code = end - start === 12 ? readDigits(bytes, start, end) : SLOW;
        return this.#villages.get(code) ?? SLOW;
      }
      default:
        return this.#isLast(bytes, start, end) ? this.#lastValue : SLOW;
    }
  }

  #readSlowly(cells: Cells): QuarantineReason | undefined {
    const { value, reason } = readCell(this.column, cells.text(this.at), this.#villages, this.#unit);
    if (reason) return reason;
    this.#isEmpty = value === undefined;
    this.#number = typeof value === 'number' ? value : SLOW;
    this.#text = typeof value === 'string' ? value : undefined;
    if (cells.isPlain(this.at) && typeof value === 'number') {
      this.#lastCell = cells.bytes.slice(cells.starts[this.at], cells.ends[this.at]);
      this.#lastValue = value;
    }
    return undefined;
  }

  #isLast(bytes: Uint8Array, start: number, end: number): boolean {
    const last = this.#lastCell;
    if (last.length === 0 || last.length !== end - start) return false;
    for (let i = 0; i < last.length; i++) if (last[i] !== bytes[start + i]) return false;
    return true;
  }
}
