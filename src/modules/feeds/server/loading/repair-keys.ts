// What a damaged ID may have been, as blind keys: whoever holds one of them is a candidate of step 2 (data contract §4). A
// number that the check and the calendar allow is one of some eleven; the table of all persons says which of them is held.

import { repairsOf } from '../../../../kernel/id-number.ts';
import { KeyLookup, type SharedKeys } from '../../../../platform/server/bulk/key-table.ts';
import { rowLayout } from '../../../../platform/server/bulk/row-layout.ts';
import { BlindIndex } from '../../../../platform/server/keys.ts';
import type { Lent } from '../../../../platform/server/tables/bytes/lent.ts';
import { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';

/** Bytes from one blind key to the next. */
const KEY_STEP = 16;

export const REPAIR_ROW = rowLayout([
  ['line', 'int'],
  ['name', 'text'],
  ['id_key', 'bigint'],
]);

export class RepairKeys {
  readonly #index: BlindIndex;
  readonly #held: KeyLookup | undefined;
  readonly #rows = new BinaryRows();
  /** Whose row each key is of that waits for the cipher. */
  readonly #askers: { line: number; name: string }[] = [];

  /** Without `held`, the keys of all persons, any of the numbers may be somebody's. */
  constructor(indexKey: Buffer, held: SharedKeys | undefined) {
    this.#index = new BlindIndex(indexKey);
    this.#held = held && new KeyLookup(held);
  }

  add(line: number, name: string, id: string): void {
    const asker = { line, name };
    for (const repair of repairsOf(id)) {
      this.#index.add('id', repair);
      this.#askers.push(asker);
    }
  }

  /** The rows so far; starts anew. */
  take(): Lent {
    const keys = this.#index.take();
    const isHeld = this.#areHeld(keys);
    for (const [i, { line, name }] of this.#askers.entries()) {
      if (isHeld && !isHeld[i]) continue;
      this.#rows.row(REPAIR_ROW.count);
      this.#rows.int4(line);
      this.#rows.text(name);
      this.#rows.slice(keys, i * KEY_STEP, i * KEY_STEP + 8);
    }
    this.#askers.length = 0;
    return this.#rows.take();
  }

  /** In a loop of its own, so that memory is asked for many keys at once. */
  #areHeld(keys: Uint8Array): boolean[] | undefined {
    const held = this.#held;
    return held && this.#askers.map((_, i) => held.has(keys, i * KEY_STEP));
  }
}
