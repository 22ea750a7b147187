// Splits staged rows once their blind keys are known: rows whose sound ID and name are those of one person go straight into
// the dataset's table, the rest to the statements that match by the other steps (data contract §4).

import type { RegionRange } from '../../../kernel/region-code.ts';
import { KeyLookup } from '../../../platform/server/key-table.ts';
import { hashtext } from '../../../platform/server/postgres-hash.ts';
import { BinaryRows } from '../../../platform/server/tables/pg-binary.ts';
import type { SharedPersons } from '../../households/server/index.ts';

/** Columns a matched row has before those of its dataset. */
export const MATCHED_COLUMNS = ['line', 'county_code', 'household_id', 'person_id'] as const;

// A staged row begins with the number of its fields (2 bytes), then line, key, name and whether the ID is not one person's,
// each behind its length (4 bytes).
const LINE = 2;
const KEY = 10;
const NAME = 22;
const UNKNOWN = 5;
const NULL_BYTE = 255;

export class MatchedRows {
  readonly #shared: SharedPersons;
  readonly #keys: KeyLookup;
  readonly #counties: RegionRange;
  readonly #fields: number;
  readonly #matched = new BinaryRows();
  readonly #rest = new BinaryRows();
  /** Where each staged row begins, and where its dataset's columns begin. */
  #places: Int32Array = new Int32Array(1 << 14);
  #noted = 0;
  /** Rows matched by the last `take`. */
  count = 0;

  constructor(shared: SharedPersons, counties: RegionRange, datasetColumns: number) {
    this.#shared = shared;
    this.#keys = new KeyLookup(shared.keys);
    this.#counties = counties;
    this.#fields = MATCHED_COLUMNS.length + datasetColumns;
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

  /** Takes all staged rows. Only rows with a key can be matched here. */
  take(staged: BinaryRows): { matched: Uint8Array; rows: Uint8Array } {
    const bytes = staged.written;
    const length = staged.length;
    const slots = this.#findSlots(bytes);
    this.count = 0;
    for (let i = 0; i < this.#noted; i += 2) {
      const begin = this.#places[i] as number;
      const columns = this.#places[i + 1] as number;
      const end = i + 2 < this.#noted ? (this.#places[i + 2] as number) : length;
      const slot = slots[i >> 1] as number;
      if (this.#isMatched(slot, bytes, begin + NAME + 4, columns - UNKNOWN)) this.#write(bytes, begin, columns, end);
      else {
        // Nobody holds the ID, or several do: those stand in `repeated_ids`. Whose it is need not be looked up again.
        if (slot < 0) bytes[columns - 1] = 1;
        this.#rest.raw(bytes, begin, end);
      }
    }
    this.#noted = 0;
    staged.clear();
    return { matched: this.#matched.take(), rows: this.#rest.take() };
  }

  /** In a loop of its own, so that memory is asked for many slots at once. */
  #findSlots(bytes: Uint8Array): Int32Array {
    const slots = new Int32Array(this.#noted >> 1);
    for (let i = 0; i < slots.length; i++) {
      const key = (this.#places[i * 2] as number) + KEY;
      slots[i] = bytes[key] === NULL_BYTE ? -1 : this.#keys.slotOf(bytes, key + 4);
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
    this.count++;
    rows.row(this.#fields);
    rows.raw(bytes, begin + LINE, begin + KEY);
    rows.int4(this.#county);
    rows.int8(this.#shared.householdBase + this.#keys.b);
    rows.int8(this.#shared.personBase + this.#keys.a);
    rows.raw(bytes, columns, end);
  }
}
