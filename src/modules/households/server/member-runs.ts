// What a household's own row says of its members (how many, the head's name) gathered while members.csv is read: members of
// one household nearly always stand together, so a run of them becomes one row instead of every member being grouped.

import { BinaryRows } from '../../../platform/server/tables/pg-binary.ts';
import type { Slice } from './registry-rows.ts';

/** One row per run of members of one household; the smallest name of each sort, the last line of a head. */
export const STAGED_RUNS =
  'household_id bigint, members int, heads int, head_name text, first_name text, head_line int';

function isBefore(a: Slice, b: Slice): boolean {
  return Buffer.compare(a.bytes.subarray(a.start, a.end), b.bytes.subarray(b.start, b.end)) < 0;
}

/** The bytes of a record may be written over by the next one. */
function copyOf({ bytes, start, end }: Slice): Slice {
  return { bytes: bytes.slice(start, end), start: 0, end: end - start };
}

export class MemberRuns {
  readonly #rows = new BinaryRows();
  #household = 0;
  #members = 0;
  #heads = 0;
  #headLine = 0;
  #headName: Slice | undefined;
  #firstName: Slice | undefined;

  add(household: number, name: Slice, isHead: boolean, line: number): void {
    if (household !== this.#household) this.#end();
    this.#household = household;
    this.#members++;
    if (!this.#firstName || isBefore(name, this.#firstName)) this.#firstName = copyOf(name);
    if (!isHead) return;
    this.#heads++;
    this.#headLine = line;
    if (!this.#headName || isBefore(name, this.#headName)) this.#headName = copyOf(name);
  }

  take(): Uint8Array {
    this.#end();
    return this.#rows.take();
  }

  #end(): void {
    const rows = this.#rows;
    if (this.#members > 0 && this.#household > 0) {
      rows.row(6);
      rows.int8(this.#household);
      rows.int4(this.#members);
      rows.int4(this.#heads);
      for (const name of [this.#headName, this.#firstName])
        if (name) rows.slice(name.bytes, name.start, name.end);
        else rows.nullField();
      if (this.#heads > 0) rows.int4(this.#headLine);
      else rows.nullField();
    }
    this.#members = 0;
    this.#heads = 0;
    this.#headName = undefined;
    this.#firstName = undefined;
  }
}
