// Splits staged rows once their blind keys are known (data contract §4): rows whose sound ID and name are those of one person
// go straight into the dataset's table, as do rows whose ID nobody holds, which stay known as strays; the rest go to the
// statements that match by the other steps.

import type { RegionRange } from '../../../../kernel/region-code.ts';
import { KEY_ABSENT, KEY_TWICE, KeyLookup } from '../../../../platform/server/bulk/key-table.ts';
import { hashtext } from '../../../../platform/server/bulk/postgres-hash.ts';
import { rowLayout } from '../../../../platform/server/bulk/row-layout.ts';
import type { Lent } from '../../../../platform/server/tables/bytes/lent.ts';
import { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import type { SharedPersons } from '../../../registry-import/server/index.ts';

/** What a staged row of a person begins with, before the columns of its dataset. */
export const STAGED_PERSON = rowLayout([
  ['line', 'int'],
  ['id_key', 'bigint'],
  ['name', 'text'],
]);
/** The same of a matched row, and of a row of somebody unknown. */
export const MATCHED_PERSON = rowLayout([
  ['line', 'int'],
  ['county_code', 'int'],
  ['household_id', 'bigint'],
  ['person_id', 'bigint'],
]);
export const UNKNOWN_PERSON = rowLayout([
  ['line', 'int'],
  ['method', 'text'],
]);
/** What is remembered of a row of somebody unknown. */
export const STRAY = rowLayout([
  ['batch_id', 'int'],
  ['line', 'int'],
  ['method', 'text'],
  ['id_sound', 'boolean'],
  ['id_key', 'bigint'],
  ['name', 'text'],
]);

const UNKNOWN = 'not-in-registry';

// Fields of a staged row are handed on with the length before them.
const LENGTH = 4;
const LINE = STAGED_PERSON.placeOf('line') - LENGTH;
const KEY = STAGED_PERSON.placeOf('id_key') - LENGTH;
const NAME = STAGED_PERSON.placeOf('name') - LENGTH;
const NULL_BYTE = 255;

export type MatchedStreams = Record<'matched' | 'unknown' | 'strays' | 'rows', Lent>;

export class MatchedRows {
  readonly #shared: SharedPersons;
  readonly #keys: KeyLookup;
  readonly #counties: RegionRange;
  readonly #batchId: number;
  readonly #columns: number;
  readonly #matched = new BinaryRows();
  readonly #unknown = new BinaryRows();
  readonly #strays = new BinaryRows();
  readonly #rest = new BinaryRows();
  /** Where each staged row begins, and where its dataset's columns begin. */
  #places: Int32Array = new Int32Array(1 << 14);
  #noted = 0;
  /** Rows of the last `take` that need no statement any more. */
  counts = { matched: 0, unknown: 0 };

  constructor(shared: SharedPersons, counties: RegionRange, batchId: number, datasetColumns: number) {
    this.#shared = shared;
    this.#keys = new KeyLookup(shared.keys);
    this.#counties = counties;
    this.#batchId = batchId;
    this.#columns = datasetColumns;
  }

  /** Remembers a row that is being staged. */
  note(begin: number, columns: number): void {
    if (this.#noted + 2 > this.#places.length) {
      const larger = new Int32Array(this.#places.length * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places[this.#noted++] = begin;
    this.#places[this.#noted++] = columns;
  }

  /** Takes all staged rows. Only rows with a key can be decided here. */
  take(staged: BinaryRows): MatchedStreams {
    const bytes = staged.written;
    const length = staged.length;
    const slots = this.#findSlots(bytes);
    this.counts = { matched: 0, unknown: 0 };
    for (let i = 0; i < this.#noted; i += 2) {
      const begin = this.#places[i] as number;
      const columns = this.#places[i + 1] as number;
      const end = i + 2 < this.#noted ? (this.#places[i + 2] as number) : length;
      const slot = slots[i >> 1] as number;
      if (slot === KEY_ABSENT) this.#writeUnknown(bytes, begin, columns, end);
      else if (this.#isMatched(slot, bytes, begin + NAME + 4, columns)) this.#write(bytes, begin, columns, end);
      else this.#rest.raw(bytes, begin, end);
    }
    this.#noted = 0;
    staged.clear();
    return {
      matched: this.#matched.take(),
      unknown: this.#unknown.take(),
      strays: this.#strays.take(),
      rows: this.#rest.take(),
    };
  }

  /** In a loop of its own, so that memory is asked for many slots at once. Rows without a key are like those held twice: not decided. */
  #findSlots(bytes: Uint8Array): Int32Array {
    const slots = new Int32Array(this.#noted >> 1);
    for (let i = 0; i < slots.length; i++) {
      const key = (this.#places[i * 2] as number) + KEY;
      slots[i] = bytes[key] === NULL_BYTE ? KEY_TWICE : this.#keys.slotOf(bytes, key + 4);
    }
    return slots;
  }

  #isMatched(slot: number, bytes: Uint8Array, name: number, nameEnd: number): boolean {
    if (slot < 0) return false;
    this.#keys.read(slot);
    const county = this.#county;
    if (county < this.#counties.low || county > this.#counties.high) return false;
    return name === nameEnd || hashtext(bytes, name, nameEnd) === this.#keys.c;
  }

  get #county(): number {
    return this.#shared.countyCodes[this.#keys.code] as number;
  }

  #write(bytes: Uint8Array, begin: number, columns: number, end: number): void {
    const rows = this.#matched;
    this.counts.matched++;
    rows.row(MATCHED_PERSON.count + this.#columns);
    rows.raw(bytes, begin + LINE, begin + KEY);
    rows.int4(this.#county);
    rows.int8(this.#shared.householdBase + this.#keys.b);
    rows.int8(this.#shared.personBase + this.#keys.a);
    rows.raw(bytes, columns, end);
  }

  #writeUnknown(bytes: Uint8Array, begin: number, columns: number, end: number): void {
    this.counts.unknown++;
    const rows = this.#unknown;
    rows.row(UNKNOWN_PERSON.count + this.#columns);
    rows.raw(bytes, begin + LINE, begin + KEY);
    rows.text(UNKNOWN);
    rows.raw(bytes, columns, end);
    const strays = this.#strays;
    strays.row(STRAY.count);
    strays.int4(this.#batchId);
    strays.raw(bytes, begin + LINE, begin + KEY);
    strays.text(UNKNOWN);
    strays.bool(true);
    strays.raw(bytes, begin + KEY, columns);
  }
}
