// A hash table in memory that all workers share: from blind keys of 64 bits to three whole numbers and a small code, 22 bytes
// a slot. Written once by one thread, then read by many.

import { readInt4 } from '../tables/bytes/read-bytes.ts';

const FULL = 0.88;
/** Two halves of the key, three values. The first value is never 0: that marks an empty slot. */
const FIELDS = 5;
/** The code of a key that was added twice: it finds nothing. */
const TWICE = 0xffff;

export type SharedKeys = { fields: SharedArrayBuffer; codes: SharedArrayBuffer };

/** Bytes that a table of so many keys takes. */
export function keyTableBytes(keys: number): number {
  return slotsFor(keys) * (FIELDS * 4 + 2);
}

function slotsFor(keys: number): number {
  return Math.ceil(keys / FULL) + 16;
}

function slotOf(high: number, slots: number): number {
  return Math.floor(((high >>> 0) * slots) / 4294967296);
}

export class KeyTableWriter {
  readonly #fields: Int32Array;
  readonly #codes: Uint16Array;
  #seen = 0;
  #added = 0;

  constructor(keys: number) {
    const slots = slotsFor(keys);
    this.#fields = new Int32Array(new SharedArrayBuffer(slots * FIELDS * 4));
    this.#codes = new Uint16Array(new SharedArrayBuffer(slots * 2));
  }

  get shared(): SharedKeys {
    return {
      fields: this.#fields.buffer as SharedArrayBuffer,
      codes: this.#codes.buffer as SharedArrayBuffer,
    };
  }

  /**
   * Brings the place of a key that is about to be added into the processor's cache: memory answers several such questions at
   * once, but only one `add` after the other.
   */
  expect(high: number): void {
    this.#seen ^= this.#fields[slotOf(high, this.#codes.length) * FIELDS] as number;
  }

  /** Whether there is no place for another key. */
  get isFull(): boolean {
    return this.#added + 1 >= this.#codes.length;
  }

  /** The key in two halves; `a` is a whole number other than 0, `code` below 65535. */
  add(high: number, low: number, a: number, b: number, c: number, code: number): void {
    const fields = this.#fields;
    const slots = this.#codes.length;
    let slot = slotOf(high, slots);
    for (; fields[slot * FIELDS + 2] !== 0; slot = slot + 1 === slots ? 0 : slot + 1) {
      if (fields[slot * FIELDS] !== high || fields[slot * FIELDS + 1] !== low) continue;
      this.#codes[slot] = TWICE;
      return;
    }
    this.#added++;
    const place = slot * FIELDS;
    fields[place] = high;
    fields[place + 1] = low;
    fields[place + 2] = a;
    fields[place + 3] = b;
    fields[place + 4] = c;
    this.#codes[slot] = code;
  }

  /** Keys that were added more than once; undefined where they are more than `most`. */
  repeated(most: number): bigint[] | undefined {
    const keys: bigint[] = [];
    for (let slot = this.#codes.indexOf(TWICE); slot >= 0; slot = this.#codes.indexOf(TWICE, slot + 1)) {
      if (keys.length === most) return undefined;
      const [high = 0, low = 0] = this.#fields.subarray(slot * FIELDS, slot * FIELDS + 2);
      keys.push((BigInt(high) << 32n) | BigInt(low >>> 0));
    }
    return keys;
  }
}

/** Answers of a lookup that are no slots. */
export const KEY_ABSENT = -1;
export const KEY_TWICE = -2;

/** Finds by key; the values are those of the slot read last. */
export class KeyLookup {
  readonly #fields: Int32Array;
  readonly #codes: Uint16Array;
  a = 0;
  b = 0;
  c = 0;
  code = 0;

  constructor({ fields, codes }: SharedKeys) {
    this.#fields = new Int32Array(fields);
    this.#codes = new Uint16Array(codes);
  }

  /**
   * The slot of the key in the eight bytes at `at`; `KEY_ABSENT` where it was not added, `KEY_TWICE` where it was more than
   * once. Ask for many before reading any.
   */
  slotOf(bytes: Uint8Array, at: number): number {
    const slot = this.#find(bytes, at);
    return slot >= 0 && this.#codes[slot] === TWICE ? KEY_TWICE : slot;
  }

  /** Whether the key in the eight bytes at `at` was added, however often. */
  has(bytes: Uint8Array, at: number): boolean {
    return this.#find(bytes, at) >= 0;
  }

  #find(bytes: Uint8Array, at: number): number {
    const high = readInt4(bytes, at);
    const low = readInt4(bytes, at + 4);
    const fields = this.#fields;
    const slots = this.#codes.length;
    for (let slot = slotOf(high, slots); ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const place = slot * FIELDS;
      if (fields[place + 2] === 0) return KEY_ABSENT;
      if (fields[place] === high && fields[place + 1] === low) return slot;
    }
  }

  /** Reads what stands in a slot. */
  read(slot: number): void {
    const place = slot * FIELDS;
    this.a = this.#fields[place + 2] as number;
    this.b = this.#fields[place + 3] as number;
    this.c = this.#fields[place + 4] as number;
    this.code = this.#codes[slot] as number;
  }
}
