// Rows in PostgreSQL's binary COPY format, written straight into a growing buffer: no text to escape, nothing to parse on
// the other side. https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".

/** Must come before the first row of a COPY. */
export const binaryHeader: Uint8Array = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);

/** Must come after the last row. */
export const binaryTrailer: Uint8Array = Buffer.of(0xff, 0xff);

const EPOCH_2000 = 10957;

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
  #buffer: Buffer = Buffer.allocUnsafe(1 << 20);
  #at = 0;

  /** Begins a row of `fields` fields. */
  row(fields: number): void {
    this.#need(2);
    this.#at = this.#buffer.writeInt16BE(fields, this.#at);
  }

  nullField(): void {
    this.#length(-1, 0);
  }

  bool(value: boolean): void {
    this.#length(1, 1);
    this.#buffer[this.#at++] = value ? 1 : 0;
  }

  int2(value: number): void {
    this.#length(2, 2);
    this.#at = this.#buffer.writeInt16BE(value, this.#at);
  }

  int4(value: number): void {
    this.#length(4, 4);
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  /** A safe integer as bigint. */
  int8(value: number): void {
    this.#length(8, 8);
    const high = Math.floor(value / 4294967296);
    this.#buffer.writeInt32BE(high, this.#at);
    this.#buffer.writeUInt32BE(value - high * 4294967296, this.#at + 4);
    this.#at += 8;
  }

  /** Leaves eight bytes to be filled by `patch8`; returns their place. */
  int8Later(): number {
    this.#length(8, 8);
    const place = this.#at;
    this.#at += 8;
    return place;
  }

  patch8(place: number, source: Uint8Array, from: number): void {
    for (let i = 0; i < 8; i++) this.#buffer[place + i] = source[from + i] ?? 0;
  }

  /** A day as yyyymmdd. */
  date(value: number): void {
    this.int4(daysSince2000(value));
  }

  bytes(value: Uint8Array): void {
    this.#length(value.length, value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }

  text(value: string): void {
    const most = value.length * 3;
    this.#need(4 + most);
    const buffer = this.#buffer;
    const start = this.#at + 4;
    let at = start;
    if (value.length > 64) at += buffer.write(value, start, 'utf8');
    else
      for (let i = 0; i < value.length; i++) {
        const code = value.charCodeAt(i);
        if (code < 0x80) buffer[at++] = code;
        else if (code < 0x800) {
          buffer[at++] = 0xc0 | (code >> 6);
          buffer[at++] = 0x80 | (code & 63);
        } else if (code < 0xd800 || code > 0xdfff) {
          buffer[at++] = 0xe0 | (code >> 12);
          buffer[at++] = 0x80 | ((code >> 6) & 63);
          buffer[at++] = 0x80 | (code & 63);
        } else {
          // Characters beyond the basic plane are rare: leave the whole text to Node.
          at = start + buffer.write(value, start, 'utf8');
          break;
        }
      }
    buffer.writeInt32BE(at - start, this.#at);
    this.#at = at;
  }

  /** The rows so far, in memory of their own; starts anew. */
  take(): Uint8Array {
    const out = new Uint8Array(this.#at);
    out.set(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    return out;
  }

  #length(length: number, space: number): void {
    this.#need(4 + space);
    this.#at = this.#buffer.writeInt32BE(length, this.#at);
  }

  #need(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}
