// What the transforms of households.csv and members.csv share: cells by column, sealed values, refused rows. IDs and phones
// leave only sealed, beside the blind keys by which they are found again.

import { hasLostDigits, normalizeCell } from '../../../../kernel/cell.ts';
import { hideIds } from '../../../../kernel/hide-ids.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { readYesNo, YES_NO_WORDS } from '../../../../kernel/yes-no.ts';
import { PendingKeys } from '../../../../platform/server/bulk/pending-keys.ts';
import { REFUSED_ROW } from '../../../../platform/server/bulk/row-layout.ts';
import { SealedDigits } from '../../../../platform/server/bulk/sealed-digits.ts';
import { BlindIndex, type Keys, Sealer } from '../../../../platform/server/keys.ts';
import { MOST_BAD_IN_CHUNK } from '../../../../platform/server/tables/bad-rows.ts';
import { ByteMap, sameBytes } from '../../../../platform/server/tables/bytes/byte-map.ts';
import { Cells, hasMore } from '../../../../platform/server/tables/bytes/cells.ts';
import { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import { mayBeScientific, readDigits } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import { eachRecord, type TransformOutput } from '../../../../platform/server/tables/each-record.ts';
import type { TableChunk } from '../../../../platform/server/tables/table-source.ts';
import { type VillageCodes, villagesOf } from '../../../regions/domain/village-codes.ts';
import type { SharedNumbers } from './household-numbers.ts';

export type RegistryTransformInit = {
  table: 'households' | 'members';
  positions: number[];
  /** The yuan that numbers of each column count. */
  units: number[];
  /** IDs that end with zeros have lost what stood there. */
  paddedIds?: boolean;
  width: number;
  villages: Float64Array;
  /** The day in Beijing, for what cannot be in the future. */
  today: PlainDate;
  keys: { data: Uint8Array; index: Uint8Array };
  /** Households: rows as they will stay instead of staged ones, their incomes, and their numbers. */
  finalHouseholds?: FinalHouseholds;
  /** Members: rows of `persons` itself instead of staged ones. */
  final?: FinalPersons;
};

/** What a household's final rows need beside its own cells: its id is the base plus its line. */
export type FinalHouseholds = { numberSeeds: readonly [number, number]; batchId: number; householdBase: number };

/** What a member's final row needs beside its own cells: a row's id is the base plus its line. */
export type FinalPersons = {
  numbers: SharedNumbers;
  batchId: number;
  personBase: number;
  householdBase: number;
  /** Also answer entries of the table of all persons. */
  withEntries: boolean;
};

const YES = new TextEncoder().encode('是');
const NO = new TextEncoder().encode('否');

export type Refusal = { column: string; value: string; reason: string };

/** Text in UTF-8 bytes. */
export type Slice = { bytes: Uint8Array; start: number; end: number };

export function sliceText({ bytes, start, end }: Slice): string {
  return Buffer.from(bytes.subarray(start, end)).toString();
}

export abstract class RegistryTransform {
  readonly rows = new BinaryRows();
  readonly refused = new BinaryRows();
  readonly villages: VillageCodes;
  readonly sealer: Sealer;
  readonly digits: SealedDigits;
  readonly pending: PendingKeys;
  readonly #init: RegistryTransformInit;
  readonly #at: Map<string, number>;
  readonly #units: Map<string, number>;
  readonly #yesNo = new ByteMap(YES_NO_WORDS);
  /** Values that had to be normalised before they go on as bytes. */
  readonly #mended = new Cells();
  cells: Cells = new Cells();

  constructor(init: RegistryTransformInit, columns: readonly string[]) {
    const keys: Keys = { data: Buffer.from(init.keys.data), index: Buffer.from(init.keys.index) };
    this.#init = init;
    this.villages = villagesOf(init.villages);
    this.sealer = new Sealer(keys);
    this.digits = new SealedDigits(keys);
    this.pending = new PendingKeys(new BlindIndex(keys.index));
    this.#at = new Map(columns.map((name, i) => [name, init.positions[i] ?? -1]));
    this.#units = new Map(columns.map((name, i) => [name, init.units[i] ?? 1]));
  }

  /** Position of a column in the file, or -1. */
  at(column: string): number {
    return this.#at.get(column) ?? -1;
  }

  /** The yuan that a bare number in the column counts. */
  unit(column: string): number {
    return this.#units.get(column) ?? 1;
  }

  /** The cell as received. */
  raw(at: number): string {
    return this.cells.text(at);
  }

  cell(at: number): string {
    return normalizeCell(this.cells.text(at));
  }

  isEmpty(at: number): boolean {
    return this.cells.isPlain(at) ? this.cells.starts[at] === this.cells.ends[at] : this.cell(at) === '';
  }

  /** Writes a cell as text. */
  write(at: number): void {
    if (this.cells.isPlain(at))
      this.rows.slice(this.cells.bytes, this.cells.starts[at] as number, this.cells.ends[at] as number);
    else this.rows.text(this.cell(at));
  }

  /** The word a cell holds, among known ones. */
  word<T>(at: number, words: ByteMap<T>): T | undefined {
    const { cells } = this;
    if (cells.isPlain(at)) return words.get(cells.bytes, cells.starts[at] as number, cells.ends[at] as number);
    this.#mended.setTexts([this.cell(at)]);
    return words.get(this.#mended.bytes, 0, this.#mended.ends[0] as number);
  }

  /** Whether a spreadsheet has taken the last digits of the number in the cell. */
  isLost(at: number): boolean {
    const { cells } = this;
    if (at < 0 || at >= cells.count) return false;
    const [start, end] = [cells.starts[at] as number, cells.ends[at] as number];
    return (cells.odd[at] !== 0 || mayBeScientific(cells.bytes, start, end)) && hasLostDigits(this.cell(at));
  }

  /** Null where the cell says neither yes nor no, or nothing; `isEmpty` tells which. */
  yesNo(at: number): boolean | null {
    const { cells } = this;
    if (at >= 0 && at < cells.count && cells.odd[at] === 0) {
      const start = cells.starts[at] as number;
      const length = (cells.ends[at] as number) - start;
      if (length === 0) return null;
      if (length === YES.length && sameBytes(YES, cells.bytes, start)) return true;
      if (length === NO.length && sameBytes(NO, cells.bytes, start)) return false;
    }
    return this.word(at, this.#yesNo) ?? readYesNo(this.cell(at)) ?? null;
  }

  /** Writes the row, or says why it cannot come in. */
  abstract writeRow(line: number): Refusal | undefined;

  run(chunk: TableChunk): TransformOutput {
    let good = 0;
    let bad = 0;
    const { width } = this.#init;
    const skipped = eachRecord(chunk, (cells, line, raw) => {
      if (bad >= MOST_BAD_IN_CHUNK) return;
      this.cells = cells;
      const misfit = cells.count !== width && !(chunk.kind === 'rows' && !hasMore(cells, width));
      const refusal = misfit ? { column: '', value: '', reason: 'columns' } : this.writeRow(line);
      if (!refusal) {
        good++;
        return;
      }
      bad++;
      this.refused.row(REFUSED_ROW.count);
      this.refused.int4(line);
      this.refused.text(refusal.column);
      this.refused.text(hideIds(refusal.value.replaceAll('\u0000', '')));
      this.refused.text(refusal.reason);
      this.refused.bytes(this.sealer.seal(raw()));
    });
    this.pending.fill(this.rows);
    this.digits.fill(this.rows);
    const more = this.moreStreams();
    const streams = { rows: this.rows.take(), refused: this.refused.take(), ...more };
    return { streams, counts: { rows: good, refused: bad, skipped } };
  }

  /** Streams beside rows and refused ones; the rows are complete, and not taken yet. */
  moreStreams(): Record<string, Uint8Array> {
    return {};
  }

  /** The text of a cell in bytes, normalised where it has to be. */
  slice(at: number): Slice {
    const { cells } = this;
    if (cells.isPlain(at))
      return { bytes: cells.bytes, start: cells.starts[at] as number, end: cells.ends[at] as number };
    const bytes = Buffer.from(this.cell(at));
    return { bytes, start: 0, end: bytes.length };
  }

  boolOrNull(value: boolean | null): void {
    if (value === null) this.rows.nullField();
    else this.rows.bool(value);
  }

  textOrNull(value: string | undefined): void {
    if (value === undefined || value === '') this.rows.nullField();
    else this.rows.text(value);
  }

  /** The phone's digits in bytes; none where some of them are lost. */
  readPhone(at: number): Slice {
    const { cells } = this;
    if (cells.isPlain(at)) {
      const [start, end] = [cells.starts[at] as number, cells.ends[at] as number];
      if (start === end || !Number.isNaN(readDigits(cells.bytes, start, end)))
        return { bytes: cells.bytes, start, end };
    }
    const cell = this.cell(at);
    const bytes = Buffer.from(hasLostDigits(cell) ? '' : cell.replace(/[\s-]/g, ''));
    return { bytes, start: 0, end: bytes.length };
  }

  /** The key by which a phone is found: only what looks like one has a key. */
  writePhoneKey({ bytes, start, end }: Slice): void {
    const n = end - start;
    let isPhone = n >= 5 && n <= 20;
    for (let i = start; isPhone && i < end; i++) {
      const digit = (bytes[i] as number) - 48;
      isPhone = digit >= 0 && digit <= 9;
    }
    if (isPhone) this.pending.writeSlice(this.rows, 'phone', bytes, start, end);
    else this.rows.nullField();
  }
}
