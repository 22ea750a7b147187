// Blind keys of a whole chunk of rows go through the cipher in one call: each row leaves a gap of eight bytes, filled at
// the end.

import type { BlindIndex, IndexPurpose } from '../keys.ts';
import type { BinaryRows } from '../tables/bytes/pg-binary.ts';

export class PendingKeys {
  readonly #index: BlindIndex;
  #places: Int32Array = new Int32Array(1024);
  #count = 0;

  constructor(index: BlindIndex) {
    this.#index = index;
  }

  /**
   * Writes the key of `text` as a bigint field, or null where the text is empty or has no key. Answers where the key will
   * stand in the rows, or -1 for none.
   */
  write(rows: BinaryRows, purpose: IndexPurpose, text: string): number {
    return this.#writePosition(rows, text === '' ? -1 : this.#index.add(purpose, text));
  }

  /** The same for text that stands in bytes. */
  writeSlice(rows: BinaryRows, purpose: IndexPurpose, bytes: Uint8Array, start: number, end: number): number {
    return this.#writePosition(rows, this.#index.addSlice(purpose, bytes, start, end));
  }

  #writePosition(rows: BinaryRows, position: number): number {
    if (position < 0) {
      rows.nullField();
      return -1;
    }
    if (this.#count === this.#places.length) {
      const larger = new Int32Array(this.#count * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    const place = rows.later(8);
    this.#places[this.#count++] = place;
    return place;
  }

  /** Must run once before the rows are taken. */
  fill(rows: BinaryRows): void {
    const keys = this.#index.take();
    for (let i = 0; i < this.#count; i++) rows.patch(this.#places[i] as number, keys, i * 16, 8);
    this.#count = 0;
  }
}
