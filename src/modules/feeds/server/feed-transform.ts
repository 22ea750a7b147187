// Runs in worker threads: a chunk of a department's table becomes COPY rows in three streams. `rows` are all good rows,
// `odd` what else is known of those whose ID is not sound, `quarantine` the rest. No ID leaves this file unsealed.

import { normalizeCell } from '../../../kernel/cell.ts';
import { birthOf, classifyId, idOfCertificate, normalizeId, sexOf } from '../../../kernel/id-number.ts';
import { normalizeName } from '../../../kernel/person-name.ts';
import { BlindIndex, type Keys, nameSalt, Sealer } from '../../../platform/server/keys.ts';
import { PendingKeys } from '../../../platform/server/pending-keys.ts';
import { eachRecord, type TransformOutput } from '../../../platform/server/tables/each-record.ts';
import { BinaryRows } from '../../../platform/server/tables/pg-binary.ts';
import type { TableChunk } from '../../../platform/server/tables/table-source.ts';
import { findFeed } from '../domain/datasets/index.ts';
import type { FeedColumn, FeedDefinition } from '../domain/feed-definition.ts';
import { type CellOutcome, readCell } from '../domain/read-cell.ts';

export type FeedTransformInit = {
  dataset: string;
  /** Position of each of the definition's columns in the file, or -1. */
  positions: number[];
  /** Number of cells in the header. */
  width: number;
  villages: Float64Array;
  keys: { data: Uint8Array; index: Uint8Array };
};

/** Columns of the `odd` stream, in order; `odd` is the staging table of rows whose ID is not sound. */
export const ODD_COLUMNS =
  'line int, name text, kind text, id_key bigint, swap_a bigint, swap_b bigint, birth_a int, birth_b int, tail_key bigint, sex smallint, county_code int, village_code bigint, id_sealed bytea';

export const QUARANTINE_COLUMNS = 'line int, column_name text, value text, reason text, raw_sealed bytea';

type Parts = {
  birthA: number;
  birthB: number;
  tail: string;
  swapA: string;
  swapB: string;
  sex: number;
  county: number;
};

function digitsOf(text: string): number {
  return /^\d{8}$/.test(text) ? Number(text) : 0;
}

/** The parts of a damaged ID that one edit would have left whole; empty or 0 where there is none. */
function partsOf(id: string): Parts {
  const n = id.length;
  const edit = n === 17 || n === 18;
  const border = (at: number) => id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
  return {
    birthA: edit ? digitsOf(id.slice(6, 14)) : 0,
    birthB: n === 17 ? digitsOf(id.slice(5, 13)) : 0,
    tail: edit ? id.slice(0, 6) + id.slice(-4) : '',
    swapA: n === 18 ? border(5) : '',
    swapB: n === 18 ? border(13) : '',
    sex: birthOf(id) === 0 ? 0 : sexOf(id),
    county: /^\d{6}/.test(id) ? Number(id.slice(0, 6)) : 0,
  };
}

function writeValue(rows: BinaryRows, column: FeedColumn, value: number | string | undefined): void {
  if (value === undefined) rows.nullField();
  else if (typeof value === 'string') rows.text(value);
  else if (column.kind === 'date' || column.kind === 'month') rows.date(value);
  else if (column.kind === 'amount' || column.kind === 'village') rows.int8(value);
  else rows.int2(value);
}

class FeedTransform {
  readonly #definition: FeedDefinition;
  readonly #init: FeedTransformInit;
  readonly #villages: Set<number>;
  readonly #sealer: Sealer;
  readonly #keys: Keys;
  readonly #stored: { column: FeedColumn; at: number; slot: number }[];
  readonly #idAt: number;
  readonly #nameAt: number;
  readonly #villageSlot: number;
  readonly #rows = new BinaryRows();
  readonly #odd = new BinaryRows();
  readonly #quarantine = new BinaryRows();
  readonly #rowKeys: PendingKeys;
  readonly #oddKeys: PendingKeys;
  readonly #outcomes: CellOutcome[] = [];

  constructor(init: FeedTransformInit) {
    const definition = findFeed(init.dataset);
    if (!definition) throw new Error(`no dataset ${init.dataset}`);
    this.#definition = definition;
    this.#init = init;
    this.#villages = new Set(init.villages);
    this.#keys = { data: Buffer.from(init.keys.data), index: Buffer.from(init.keys.index) };
    this.#sealer = new Sealer(this.#keys);
    this.#rowKeys = new PendingKeys(new BlindIndex(this.#keys.index));
    this.#oddKeys = new PendingKeys(new BlindIndex(this.#keys.index));
    const at = (kind: string) => init.positions[definition.columns.findIndex((column) => column.kind === kind)] ?? -1;
    this.#idAt = at('id');
    this.#nameAt = at('name');
    this.#stored = definition.columns.flatMap((column, i) =>
      column.kind === 'id' || column.kind === 'name' ? [] : [{ column, at: init.positions[i] ?? -1, slot: 0 }],
    );
    for (const [slot, stored] of this.#stored.entries()) stored.slot = slot;
    this.#villageSlot = this.#stored.findIndex(({ column }) => column.kind === 'village');
  }

  run(chunk: TableChunk): TransformOutput {
    let good = 0;
    let bad = 0;
    eachRecord(chunk, (cells, line, raw) => {
      if (this.#isFit(cells, line, raw, chunk.kind === 'rows')) {
        this.#keep(cells, line);
        good++;
      } else bad++;
    });
    this.#rowKeys.fill(this.#rows);
    this.#oddKeys.fill(this.#odd);
    return {
      streams: { rows: this.#rows.take(), odd: this.#odd.take(), quarantine: this.#quarantine.take() },
      counts: { rows: good, quarantined: bad },
    };
  }

  #isFit(cells: string[], line: number, raw: () => string, mayBeShort: boolean): boolean {
    const { width } = this.#init;
    const extra = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
    if (mayBeShort ? extra : cells.length !== width) {
      this.#refuse(line, '', raw(), 'columns', raw);
      return false;
    }
    for (const { column, at, slot } of this.#stored) {
      const cell = at < 0 ? '' : (cells[at] ?? '');
      const outcome = readCell(column, cell, this.#villages);
      if (outcome.reason) {
        this.#refuse(line, column.title, cell, outcome.reason, raw);
        return false;
      }
      this.#outcomes[slot] = outcome;
    }
    return true;
  }

  #refuse(line: number, column: string, value: string, reason: string, raw: () => string): void {
    const rows = this.#quarantine;
    rows.row(5);
    rows.int4(line);
    rows.text(column);
    // A whole record may hold an ID: only its sealed form is kept.
    rows.text(reason === 'columns' ? '' : value.replaceAll('\u0000', ''));
    rows.text(reason);
    rows.bytes(this.#sealer.seal(raw()));
  }

  #keep(cells: string[], line: number): void {
    const rows = this.#rows;
    const person = this.#definition.subject === 'person';
    rows.row((person ? 3 : 1) + this.#stored.length);
    rows.int4(line);
    if (person) {
      const rawId = normalizeId(normalizeCell(this.#idAt < 0 ? '' : (cells[this.#idAt] ?? '')));
      const id = this.#definition.certificate ? idOfCertificate(rawId) : rawId;
      const name = normalizeName(normalizeCell(this.#nameAt < 0 ? '' : (cells[this.#nameAt] ?? '')));
      const sound = classifyId(id) === 'sound';
      this.#rowKeys.write(rows, 1, sound ? id : '');
      rows.text(name);
      if (!sound) this.#keepOdd(line, id, name);
    }
    for (const { column, slot } of this.#stored) writeValue(rows, column, this.#outcomes[slot]?.value);
  }

  #keepOdd(line: number, id: string, name: string): void {
    const rows = this.#odd;
    const parts = partsOf(id);
    const kind = classifyId(id);
    const village = this.#villageSlot < 0 ? undefined : this.#outcomes[this.#villageSlot]?.value;
    const salt = nameSalt(name);
    rows.row(13);
    rows.int4(line);
    rows.text(name);
    rows.text(kind);
    this.#oddKeys.write(rows, 1, id);
    this.#oddKeys.write(rows, 1, parts.swapA);
    this.#oddKeys.write(rows, 1, parts.swapB);
    if (parts.birthA === 0) rows.nullField();
    else rows.int4(parts.birthA);
    if (parts.birthB === 0) rows.nullField();
    else rows.int4(parts.birthB);
    this.#oddKeys.write(rows, 2, parts.tail, salt);
    rows.int2(parts.sex);
    rows.int4(typeof village === 'number' ? Math.floor(village / 1_000_000) : parts.county);
    if (typeof village === 'number') rows.int8(village);
    else rows.nullField();
    rows.bytes(this.#sealer.seal(id));
  }
}

export function createTransform(init: FeedTransformInit): (chunk: TableChunk) => TransformOutput {
  const transform = new FeedTransform(init);
  return (chunk) => transform.run(chunk);
}
