// Rows in PostgreSQL's binary COPY format, written straight into a growing buffer: no text to escape, nothing to parse on
// the other side. https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".

import { borrow, copyOf, type Lent, ownMemory, partOf } from './lent.ts';

/** Must come before the first row of a COPY. */
export const binaryHeader: Uint8Array = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);

/** Must come after the last row. */
export const binaryTrailer: Uint8Array = Buffer.of(0xff, 0xff);

/** From here on rows are handed over in the memory they were written in. */
const LARGE = 1 << 18;
const EPOCH_2000 = 10957;
const encoder = new TextEncoder();

/** Days from 2000-01-01 for a day given as yyyymmdd, by the civil-from-days rule (no Date objects). */
export function daysSince2000(date: number): number {
  const day = date % 100;
  const month = Math.floor(date / 100) % 100;
  const year = Math.floor(date / 10000) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468 - EPOCH_2000;
}

export class BinaryRows {
  // A plain array, written byte by byte: the checks of Buffer's methods cost more than the writing.
  #bytes = ownMemory(1 << 20);
  #at = 0;

  /** Begins a row of `fields` fields. */
  row(fields: number): void {
    this.#need(2);
    this.#bytes[this.#at++] = fields >>> 8;
    this.#bytes[this.#at++] = fields;
  }

  nullField(): void {
    this.#need(4);
    this.#put4(-1);
  }

  bool(value: boolean): void {
    this.#need(5);
    this.#put4(1);
    this.#bytes[this.#at++] = value ? 1 : 0;
  }

  int2(value: number): void {
    this.#need(6);
    this.#put4(2);
    this.#bytes[this.#at++] = value >>> 8;
    this.#bytes[this.#at++] = value;
  }

  int4(value: number): void {
    this.#need(8);
    this.#put4(4);
    this.#put4(value);
  }

  /** A safe integer as bigint. */
  int8(value: number): void {
    this.#need(12);
    const high = Math.floor(value / 4294967296);
    this.#put4(8);
    this.#put4(high);
    this.#put4(value - high * 4294967296);
  }

  /** A field of `length` bytes to be filled later through `patch`; returns its place. */
  later(length: number): number {
    this.#need(4 + length);
    this.#put4(length);
    const place = this.#at;
    this.#at += length;
    return place;
  }

  patch(place: number, source: Uint8Array, from: number, length: number): void {
    const bytes = this.#bytes;
    for (let i = 0; i < length; i++) bytes[place + i] = source[from + i] as number;
  }

  /** A day as yyyymmdd. */
  date(value: number): void {
    this.int4(daysSince2000(value));
  }

  bytes(value: Uint8Array): void {
    this.slice(value, 0, value.length);
  }

  /** The bytes from `start` to `end` as they are: a bytea, or text that is UTF-8 already. */
  slice(source: Uint8Array, start: number, end: number): void {
    const length = end - start;
    this.#need(4 + length);
    this.#put4(length);
    if (length > 64) this.#bytes.set(source.subarray(start, end), this.#at);
    else this.patch(this.#at, source, start, length);
    this.#at += length;
  }

  /** Bytes that are fields already. */
  raw(source: Uint8Array, start: number, end: number): void {
    const length = end - start;
    this.#need(length);
    if (length > 256) this.#bytes.set(source.subarray(start, end), this.#at);
    else this.patch(this.#at, source, start, length);
    this.#at += length;
  }

  text(value: string): void {
    this.#need(4 + value.length * 3);
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(this.#at + 4));
    this.#put4(written);
    this.#at += written;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#at;
  }

  /** The memory the rows stand in, up to `length`; good until the next write. */
  get written(): Uint8Array {
    return this.#bytes;
  }

  /** Starts anew. */
  clear(): void {
    this.#at = 0;
  }

  /** The rows so far, to be given back once they are read; starts anew. */
  take(): Lent {
    const length = this.#at;
    this.#at = 0;
    if (length < LARGE) return copyOf(this.#bytes, 0, length);
    const out = partOf(this.#bytes, 0, length);
    this.#bytes = borrow(length);
    return out;
  }

  #put4(value: number): void {
    const bytes = this.#bytes;
    const at = this.#at;
    bytes[at] = value >>> 24;
    bytes[at + 1] = value >>> 16;
    bytes[at + 2] = value >>> 8;
    bytes[at + 3] = value;
    this.#at = at + 4;
  }

  #need(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const larger = borrow(Math.max(this.#bytes.length * 2, this.#at + length));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}
