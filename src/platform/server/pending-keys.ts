// Blind keys of a whole chunk of rows go through the cipher in one call: each row leaves a gap of eight bytes, filled at
// the end.

import type { BlindIndex, IndexPurpose } from './keys.ts';
import type { BinaryRows } from './tables/pg-binary.ts';

export class PendingKeys {
  readonly #index: BlindIndex;
  readonly #places: number[] = [];

  constructor(index: BlindIndex) {
    this.#index = index;
  }

  /** Writes the key of `text` as a bigint field, or null where the text is empty or has no key. */
  write(rows: BinaryRows, purpose: IndexPurpose, text: string, salt = 0): void {
    const position = text === '' ? -1 : this.#index.add(purpose, text, salt);
    if (position < 0) rows.nullField();
    else this.#places.push(rows.int8Later());
  }

  /** Must run once before the rows are taken. */
  fill(rows: BinaryRows): void {
    const keys = this.#index.take();
    for (const [i, place] of this.#places.entries()) rows.patch8(place, keys, i * 16);
    this.#places.length = 0;
  }
}
