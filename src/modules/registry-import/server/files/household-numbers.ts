// Which household a member's 户编号 names, while a first import reads both files: a hash table in shared memory, filled from
// households.csv by the main thread and asked by the workers that read members.csv. Twelve bytes a slot, two a line.

import { randomInt } from 'node:crypto';
import { countyOf } from '../../../../kernel/region-code.ts';
import { Positions } from '../persons/positions.ts';

/** What a worker answers of a household: both hashes of its 户编号, its line, its village's code as county and rest. */
const ENTRY = 5;
/** A slot: both hashes and the line; 0 marks an empty one. */
const FIELDS = 3;
const FULL = 0.8;
/** More than expected at once, so that it seldom has to grow. */
const MARGIN = 1.03;

function sharedShorts(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(length * 2));
}

function slotOf(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) * slots) / 4294967296);
}

/** `villageOf`: line → place in `villages`. */
export type SharedNumbers = {
  table: SharedArrayBuffer;
  villageOf: SharedArrayBuffer;
  villages: number[];
  seeds: readonly [number, number];
};
export type FoundHousehold = { line: number; county: number; village: number };

/** Sixty-four bits of hash with seeds of this import, so that nobody can make numbers that collide. */
class NumberHash {
  readonly #seeds: readonly [number, number];
  a = 0;
  b = 0;

  constructor(seeds: readonly [number, number]) {
    this.#seeds = seeds;
  }

  of(bytes: Uint8Array, start: number, end: number): void {
    let [a, b] = this.#seeds;
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(byte ^ 0xe6546b64, 0xcc9e2d51);
    }
    this.a = Math.imul(a ^ (a >>> 15), 0x85ebca6b) | 0;
    this.b = Math.imul(b ^ (b >>> 16), 0xc2b2ae35) | 0;
  }
}

/** In a worker that reads households: one entry per row, to be sent to the main thread with the chunk's rows. */
export class NumberEntries {
  readonly #hash: NumberHash;
  #entries: Int32Array = new Int32Array(4096 * ENTRY);
  #at = 0;

  constructor(seeds: readonly [number, number]) {
    this.#hash = new NumberHash(seeds);
  }

  add(bytes: Uint8Array, start: number, end: number, line: number, village: number): void {
    if (this.#at === this.#entries.length) {
      const larger = new Int32Array(this.#at * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#hash.of(bytes, start, end);
    const county = Math.floor(village / 1_000_000);
    const entries = this.#entries;
    entries[this.#at++] = this.#hash.a;
    entries[this.#at++] = this.#hash.b;
    entries[this.#at++] = line;
    entries[this.#at++] = county;
    entries[this.#at++] = village - county * 1_000_000;
  }

  take(): Uint8Array {
    const out = this.#entries.slice(0, this.#at);
    this.#at = 0;
    return new Uint8Array(out.buffer);
  }
}

/** In the main thread: the table, growing as entries come in the order of the file. */
export class NumberTable {
  readonly seeds: readonly [number, number] = [randomInt(2 ** 31), randomInt(2 ** 31)];
  #table: Int32Array;
  #villageOf: Uint16Array;
  readonly #villages = new Positions();
  #count = 0;
  /** Lines whose number an earlier line has; the earlier one counts. */
  readonly repeated: Set<number> = new Set();
  highestLine = 0;

  /** It grows where there are more than expected. */
  constructor(expected = 0) {
    const slots = Math.ceil((expected * MARGIN) / FULL) + 1024;
    this.#table = new Int32Array(new SharedArrayBuffer(slots * FIELDS * 4));
    this.#villageOf = sharedShorts(slots);
  }

  add(bytes: Uint8Array): void {
    const entries = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    for (let at = 0; at < entries.length; at += ENTRY) {
      if ((this.#count + 1) * FIELDS > this.#table.length * FULL) this.#grow();
      const line = entries[at + 2] as number;
      this.highestLine = Math.max(this.highestLine, line);
      if (line >= this.#villageOf.length) {
        const longer = sharedShorts(line * 2);
        longer.set(this.#villageOf);
        this.#villageOf = longer;
      }
      const village = (entries[at + 3] as number) * 1_000_000 + (entries[at + 4] as number);
      this.#villageOf[line] = this.#villages.of(village);
      if (this.#put(this.#table, entries, at)) this.#count++;
      else this.repeated.add(line);
    }
  }

  shared(): SharedNumbers {
    return {
      table: this.#table.buffer as SharedArrayBuffer,
      villageOf: this.#villageOf.buffer as SharedArrayBuffer,
      villages: this.#villages.codes,
      seeds: this.seeds,
    };
  }

  #put(table: Int32Array, entries: Int32Array, at: number): boolean {
    const slots = table.length / FIELDS;
    let slot = slotOf(entries[at] as number, slots);
    for (;;) {
      const place = slot * FIELDS;
      if (table[place + 2] === 0) {
        for (let i = 0; i < FIELDS; i++) table[place + i] = entries[at + i] as number;
        return true;
      }
      if (table[place] === entries[at] && table[place + 1] === entries[at + 1]) return false;
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(new SharedArrayBuffer(old.byteLength * 2));
    for (let at = 0; at < old.length; at += FIELDS) if (old[at + 2] !== 0) this.#put(this.#table, old, at);
  }
}

/** In a worker that reads members. */
export class NumberLookup {
  readonly #table: Int32Array;
  readonly #villageOf: Uint16Array;
  readonly #villages: number[];
  readonly #hash: NumberHash;
  readonly #found: FoundHousehold = { line: 0, county: 0, village: 0 };

  constructor({ table, villageOf, villages, seeds }: SharedNumbers) {
    this.#table = new Int32Array(table);
    this.#villageOf = new Uint16Array(villageOf);
    this.#villages = villages;
    this.#hash = new NumberHash(seeds);
  }

  /** The household of a number; line 0 where there is none. The answer is good until the next call. */
  find(bytes: Uint8Array, start: number, end: number): FoundHousehold {
    this.#hash.of(bytes, start, end);
    const { a, b } = this.#hash;
    const table = this.#table;
    const slots = table.length / FIELDS;
    const found = this.#found;
    for (let slot = slotOf(a, slots); ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const place = slot * FIELDS;
      found.line = table[place + 2] as number;
      if (found.line !== 0 && (table[place] !== a || table[place + 1] !== b)) continue;
      found.village = found.line === 0 ? 0 : (this.#villages[this.#villageOf[found.line] as number] as number);
      found.county = countyOf(found.village);
      return found;
    }
  }
}
