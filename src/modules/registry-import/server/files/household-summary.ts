// What members.csv says of each household (how many, the head's name), by the household's line, until its own row is written:
// nine bytes a household and its name.

import { readInt4 } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import type { Slice } from './registry-rows.ts';

/** Whose name stands for the household, beside nobody's yet (0): any member's, the head's. */
const MEMBER = 1;
const HEAD = 2;

// Places in a run (member-runs.ts): its fields have four bytes, each behind its length.
const LINE = 6;
const MEMBERS = 14;
const HEADS = 22;
const NAMES = 26;

/** Three characters, as nearly all names have, and the zero. */
const NAME_BYTES = 10;

export class HouseholdSummary {
  readonly #members: Int32Array;
  readonly #named: Uint8Array;
  readonly #nameStarts: Uint32Array;
  /** Names one behind the other, each with a zero after it; the first is nobody's. */
  #names: Uint8Array;
  #used = 1;
  /** Households with more than one head, and the line of the last. */
  readonly secondHeads: Map<number, number> = new Map();

  /** `lines`: the highest line of a household. */
  constructor(lines: number) {
    this.#names = new Uint8Array(lines * NAME_BYTES + 1024);
    this.#members = new Int32Array(lines + 1);
    this.#named = new Uint8Array(lines + 1);
    this.#nameStarts = new Uint32Array(lines + 1);
  }

  /** Takes the runs of a chunk, in the order of the file. */
  add(runs: Uint8Array): void {
    for (let at = 0; at < runs.length; ) {
      const line = readInt4(runs, at + LINE);
      const heads = readInt4(runs, at + HEADS);
      this.#members[line] = (this.#members[line] as number) + readInt4(runs, at + MEMBERS);
      const headName = at + NAMES + 4;
      const headEnd = headName + Math.max(0, readInt4(runs, headName - 4));
      const firstName = headEnd + 4;
      const firstEnd = firstName + readInt4(runs, firstName - 4);
      const isSecond = heads > 1 || (heads === 1 && this.#named[line] === HEAD);
      if (isSecond) this.secondHeads.set(line, readInt4(runs, firstEnd + 4));
      if (heads > 0) this.#offer(line, HEAD, runs, headName, headEnd);
      else this.#offer(line, MEMBER, runs, firstName, firstEnd);
      at = firstEnd + (heads > 0 ? 8 : 4);
    }
  }

  membersOf(line: number): number {
    return this.#members[line] as number;
  }

  /** The smallest name of a head, or of any member where there is no head. */
  nameOf(line: number): Slice {
    const start = this.#nameStarts[line] as number;
    return { bytes: this.#names, start, end: this.#names.indexOf(0, start) };
  }

  #offer(line: number, named: number, bytes: Uint8Array, start: number, end: number): void {
    const before = this.#named[line] as number;
    if (before > named || (before === named && !this.#isSmaller(line, bytes, start, end))) return;
    const length = end - start;
    const until = this.#used + length + 1;
    if (until > this.#names.length) {
      const larger = new Uint8Array(Math.max(this.#names.length * 1.25, until));
      larger.set(this.#names);
      this.#names = larger;
    }
    for (let i = 0; i < length; i++) this.#names[this.#used + i] = bytes[start + i] as number;
    this.#named[line] = named;
    this.#nameStarts[line] = this.#used;
    this.#used = until;
  }

  /** The zero behind the name of the household is less than every byte of a longer one. */
  #isSmaller(line: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#nameStarts[line] as number;
    for (let i = 0; i < end - start; i++) {
      const difference = (bytes[start + i] as number) - (this.#names[from + i] as number);
      if (difference !== 0) return difference < 0;
    }
    return (this.#names[from + end - start] as number) > 0;
  }
}
