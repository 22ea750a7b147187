// What a household's own row says of its members (how many, the head's name) gathered while members.csv is read: members of
// one household nearly always stand together, so a run of them becomes one row instead of every member being grouped.

import { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import type { Slice } from './registry-rows.ts';

/** The smallest of the names it was offered, in memory of its own: the bytes of a record may be written over by the next. */
class SmallestName {
  #bytes = new Uint8Array(64);
  #length = 0;
  isSet = false;

  offer({ bytes, start, end }: Slice): void {
    if (this.isSet && !this.#isAfter(bytes, start, end)) return;
    const length = end - start;
    if (length > this.#bytes.length) this.#bytes = new Uint8Array(length * 2);
    for (let i = 0; i < length; i++) this.#bytes[i] = bytes[start + i] as number;
    this.#length = length;
    this.isSet = true;
  }

  clear(): void {
    this.isSet = false;
  }

  write(rows: BinaryRows): void {
    if (this.isSet) rows.slice(this.#bytes, 0, this.#length);
    else rows.nullField();
  }

  #isAfter(bytes: Uint8Array, start: number, end: number): boolean {
    const both = Math.min(this.#length, end - start);
    for (let i = 0; i < both; i++) {
      const difference = (this.#bytes[i] as number) - (bytes[start + i] as number);
      if (difference !== 0) return difference > 0;
    }
    return this.#length > end - start;
  }
}

/**
 * In a worker that reads members: a row per run of members of one household (line of the household, members, heads, smallest
 * name of a head, smallest name, line of the last head), to be sent to the main thread with the chunk's rows.
 */
export class MemberRuns {
  readonly #rows = new BinaryRows();
  #household = 0;
  #members = 0;
  #heads = 0;
  #headLine = 0;
  readonly #headName = new SmallestName();
  readonly #firstName = new SmallestName();

  /** `household` is its line; 0 for a household that is not known, whose members count nowhere. */
  add(household: number, name: Slice, isHead: boolean, line: number): void {
    if (household !== this.#household) this.#end();
    this.#household = household;
    this.#members++;
    this.#firstName.offer(name);
    if (!isHead) return;
    this.#heads++;
    this.#headLine = line;
    this.#headName.offer(name);
  }

  take(): Uint8Array {
    this.#end();
    return this.#rows.take();
  }

  #end(): void {
    const rows = this.#rows;
    if (this.#members > 0 && this.#household > 0) {
      rows.row(6);
      rows.int4(this.#household);
      rows.int4(this.#members);
      rows.int4(this.#heads);
      this.#headName.write(rows);
      this.#firstName.write(rows);
      if (this.#heads > 0) rows.int4(this.#headLine);
      else rows.nullField();
    }
    this.#members = 0;
    this.#heads = 0;
    this.#headName.clear();
    this.#firstName.clear();
  }
}
