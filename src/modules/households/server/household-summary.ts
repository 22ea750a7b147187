// What members.csv says of each household (how many, the head's name), by the household's line, until its own row is written:
// 13 bytes a household and its name.

import { readInt4 } from '../../../platform/server/key-table.ts';
import type { Slice } from './registry-rows.ts';

/** Whose name stands for the household, beside nobody's yet (0): any member's, the head's. */
const MEMBER = 1;
const HEAD = 2;

// Places in a run (member-runs.ts): its fields have four bytes, each behind its length.
const LINE = 6;
const MEMBERS = 14;
const HEADS = 22;
const NAMES = 26;

export class HouseholdSummary {
  readonly #members: Int32Array;
  readonly #named: Uint8Array;
  readonly #nameStarts: Uint32Array;
  readonly #nameEnds: Uint32Array;
  #names: Uint8Array = new Uint8Array(1 << 16);
  #used = 0;
  /** Households with more than one head, and the line of the last. */
  readonly secondHeads: Map<number, number> = new Map();

  /** `lines`: the highest line of a household. */
  constructor(lines: number) {
    this.#members = new Int32Array(lines + 1);
    this.#named = new Uint8Array(lines + 1);
    this.#nameStarts = new Uint32Array(lines + 1);
    this.#nameEnds = new Uint32Array(lines + 1);
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
    return {
      bytes: this.#names,
      start: this.#nameStarts[line] as number,
      end: this.#nameEnds[line] as number,
    };
  }

  #offer(line: number, named: number, bytes: Uint8Array, start: number, end: number): void {
    const before = this.#named[line] as number;
    if (before > named || (before === named && !this.#isSmaller(line, bytes, start, end))) return;
    const length = end - start;
    if (this.#used + length > this.#names.length) {
      const larger = new Uint8Array(Math.max(this.#names.length * 2, this.#used + length));
      larger.set(this.#names);
      this.#names = larger;
    }
    for (let i = 0; i < length; i++) this.#names[this.#used + i] = bytes[start + i] as number;
    this.#named[line] = named;
    this.#nameStarts[line] = this.#used;
    this.#used += length;
    this.#nameEnds[line] = this.#used;
  }

  #isSmaller(line: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#nameStarts[line] as number;
    const length = (this.#nameEnds[line] as number) - from;
    for (let i = 0; i < Math.min(length, end - start); i++) {
      const difference = (bytes[start + i] as number) - (this.#names[from + i] as number);
      if (difference !== 0) return difference < 0;
    }
    return end - start < length;
  }
}
