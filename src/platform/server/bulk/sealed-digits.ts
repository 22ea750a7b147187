// Seals the numbers of a whole chunk of rows (identity numbers, phones) in two calls of the cipher. Each value is sealed by
// itself: AES-256 in CCM mode (RFC 3610) with a nonce of its own, over its digits packed two to a byte, so that a value
// fits one block. CCM is made of single block encryptions, and those of many values can share a call; a call per value
// costs ten times as much. `open` of `keys.ts` reads a value with Node's own CCM.

import { createCipheriv, randomBytes } from 'node:crypto';
import { type Keys, NONCE, nibble, SEALED_DIGITS, TAG } from '../keys.ts';
import type { BinaryRows } from '../tables/bytes/pg-binary.ts';

const BLOCK = 16;
/** Digits a value may have: one block of them. */
const MOST_DIGITS = 32;
const SEPARATOR = 11;
const PADDING = 15;
/** First byte of CCM's blocks: tag of 16 bytes and a length field of 3 for the first, the length field alone for counters. */
const FIRST_FLAGS = 8 * ((TAG - 2) / 2) + 2;
const COUNTER_FLAGS = 2;

export class SealedDigits {
  readonly #key: Buffer;
  readonly #nonce = new Uint8Array(randomBytes(NONCE));
  /** Three blocks per value: the first block of the tag, the counters 0 and 1. */
  #blocks: Uint8Array = new Uint8Array(1024 * 3 * BLOCK);
  #texts: Uint8Array = new Uint8Array(1024 * BLOCK);
  #lengths: Uint8Array = new Uint8Array(1024);
  #places: Int32Array = new Int32Array(1024);
  #count = 0;
  #digits = 0;

  constructor(keys: Keys) {
    this.#key = keys.data;
  }

  /** Begins a value. */
  begin(): void {
    if (this.#count === this.#places.length) this.#grow();
    this.#texts.fill(PADDING | (PADDING << 4), this.#count * BLOCK, (this.#count + 1) * BLOCK);
    this.#digits = 0;
  }

  /** Adds digits and X to the value; false where there is another character or no room, and the value must not be ended. */
  add(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#digits + end - start > MOST_DIGITS) return false;
    for (let i = start; i < end; i++) {
      const digit = nibble(bytes[i] as number);
      if (digit < 0) return false;
      this.#put(digit);
    }
    return true;
  }

  /** A line feed between two numbers. */
  separate(): boolean {
    if (this.#digits >= MOST_DIGITS) return false;
    this.#put(SEPARATOR);
    return true;
  }

  /** Ends the value and writes it as a field of `rows`, to be filled by `fill`. */
  write(rows: BinaryRows): void {
    if (this.#digits === 0) throw new Error('nothing to seal'); // an empty text has no second block, and is no secret
    const length = (this.#digits + 1) >> 1;
    const at = this.#count++;
    this.#nextNonce();
    this.#writeBlock(at * 3, FIRST_FLAGS, length);
    this.#writeBlock(at * 3 + 1, COUNTER_FLAGS, 0);
    this.#writeBlock(at * 3 + 2, COUNTER_FLAGS, 1);
    this.#lengths[at] = length;
    this.#places[at] = rows.later(1 + NONCE + length + TAG);
  }

  /** Must run once before the rows are taken. */
  fill(rows: BinaryRows): void {
    const count = this.#count;
    if (count === 0) return;
    const blocks = this.#blocks;
    const texts = this.#texts;
    const first = this.#encrypt(blocks.subarray(0, count * 3 * BLOCK));
    const second = new Uint8Array(count * BLOCK);
    for (let i = 0; i < count; i++) {
      const length = this.#lengths[i] as number;
      for (let j = 0; j < BLOCK; j++) {
        const text = j < length ? (texts[i * BLOCK + j] as number) : 0;
        second[i * BLOCK + j] = (first[i * 48 + j] as number) ^ text;
      }
    }
    const tags = this.#encrypt(second);
    const value = new Uint8Array(1 + NONCE + BLOCK + TAG);
    value[0] = SEALED_DIGITS;
    for (let i = 0; i < count; i++) {
      const length = this.#lengths[i] as number;
      for (let j = 0; j < NONCE; j++) value[1 + j] = blocks[i * 48 + 1 + j] as number;
      for (let j = 0; j < length; j++)
        value[1 + NONCE + j] = (texts[i * BLOCK + j] as number) ^ (first[i * 48 + 32 + j] as number);
      for (let j = 0; j < TAG; j++)
        value[1 + NONCE + length + j] = (tags[i * BLOCK + j] as number) ^ (first[i * 48 + 16 + j] as number);
      rows.patch(this.#places[i] as number, value, 0, 1 + NONCE + length + TAG);
    }
    this.#count = 0;
  }

  #put(digit: number): void {
    const at = this.#count * BLOCK + (this.#digits >> 1);
    const byte = this.#texts[at] as number;
    this.#texts[at] = this.#digits % 2 === 0 ? (digit << 4) | PADDING : (byte & 0xf0) | digit;
    this.#digits++;
  }

  #nextNonce(): void {
    const nonce = this.#nonce;
    for (let i = NONCE - 1; i >= 0; i--) {
      const next = ((nonce[i] as number) + 1) & 255;
      nonce[i] = next;
      if (next !== 0) return;
    }
  }

  #writeBlock(block: number, flags: number, last: number): void {
    const at = block * BLOCK;
    this.#blocks[at] = flags;
    for (let i = 0; i < NONCE; i++) this.#blocks[at + 1 + i] = this.#nonce[i] as number;
    this.#blocks[at + 13] = 0;
    this.#blocks[at + 14] = 0;
    this.#blocks[at + 15] = last;
  }

  #encrypt(blocks: Uint8Array): Uint8Array {
    return createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false).update(blocks);
  }

  #grow(): void {
    const larger = <T extends Uint8Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const n = this.#places.length * 2;
    this.#blocks = larger(this.#blocks, new Uint8Array(n * 3 * BLOCK));
    this.#texts = larger(this.#texts, new Uint8Array(n * BLOCK));
    this.#lengths = larger(this.#lengths, new Uint8Array(n));
    this.#places = larger(this.#places, new Int32Array(n));
  }
}
