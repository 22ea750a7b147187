// Which keys of a damaged ID anybody holds, as far as the table of all persons says: the others need not be asked for in the
// database, where each question costs a way down an index.

import { KeyLookup, type SharedKeys } from '../../../platform/server/key-table.ts';
import type { BinaryRows } from '../../../platform/server/tables/pg-binary.ts';

/** Keys that a row is asked for by. */
const HELD_KEYS = ['id_key', 'swap_a', 'swap_b'] as const;
export type HeldKey = (typeof HELD_KEYS)[number];

/** A bit for each of them, the first the lowest. */
const ALL_HELD = 2 ** HELD_KEYS.length - 1;
const PLACES = 1 + HELD_KEYS.length;

/** Whether a row has this key and somebody may hold it, as SQL. */
export function mayBeHeld(column: HeldKey): string {
  return `${column} is not null and held & ${2 ** HELD_KEYS.indexOf(column)} <> 0`;
}

export class HeldKeys {
  readonly #lookup: KeyLookup | undefined;
  /** For each row, where its bits will stand and where its keys will; -1 for a key it does not have. */
  readonly #places: number[] = [];

  /** Without a table every key may be held. */
  constructor(keys: SharedKeys | undefined) {
    this.#lookup = keys && new KeyLookup(keys);
  }

  /** Writes the field of bits, filled by `fill` where there is a table. */
  write(rows: BinaryRows, keys: readonly number[]): void {
    if (this.#lookup) this.#places.push(rows.later(2), ...keys);
    else rows.int2(ALL_HELD);
  }

  /** Must run once before the rows are taken, after the keys stand in them. */
  fill(rows: BinaryRows): void {
    const bytes = rows.written;
    const lookup = this.#lookup;
    if (!lookup) return;
    for (let at = 0; at < this.#places.length; at += PLACES) {
      const [bits = 0, ...keys] = this.#places.slice(at, at + PLACES);
      bytes[bits] = 0;
      bytes[bits + 1] = keys.reduce((held, key, i) => held | (key >= 0 && lookup.has(bytes, key) ? 1 << i : 0), 0);
    }
    this.#places.length = 0;
  }
}
