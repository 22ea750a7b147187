// The cells of one record as places in UTF-8 bytes: most cells go on to the database as they stand, and no string is made of
// them. `odd` marks those that have to be normalised first.

/** Ends a cell outside quotes: separator, line feed, carriage return. */
export const ENDS = 2;

const COMMA = 0x2c;
/** Characters of ASCII besides blanks and control characters, and first bytes of others, that `normalizeCell` looks at. */
const ODD_BYTES = [0x22, 0x27, 0x3d, 0x60, 0x7f, 0xc2, 0xcc, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xee, 0xef, 0xf0, 0xf3];

/**
 * By byte: 0 plain; 1 where `normalizeCell` or `normalizeName` might change the text (blanks, quotes, `=`, control
 * characters, and the first bytes of full-width forms, invisible marks, characters in another coding, special blanks and
 * dots); ENDS.
 */
export function byteKinds(separator: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(1, 0, 0x21);
  for (const byte of ODD_BYTES) kinds[byte] = 1;
  for (const byte of [separator, 0x0a, 0x0d]) kinds[byte] = ENDS;
  return kinds;
}

const BYTE_KIND = byteKinds(COMMA);

const encoder = new TextEncoder();

/** Columns of the widest sheet there can be. A record with more is none: of what comes after, the first that is not blank stands for all. */
export const MOST_CELLS = 16_384;

export class Cells {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  /** 1 where the cell is not plain. */
  odd: Uint8Array = new Uint8Array(64);
  #buffer: Buffer = Buffer.alloc(0);
  #scratch: Uint8Array = new Uint8Array(4096);

  /** All following records lie in these bytes, which must be valid UTF-8. */
  setBytes(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  add(start: number, end: number, odd: number): void {
    if (this.count > MOST_CELLS && (start === end || this.text(MOST_CELLS).trim() !== '')) return;
    const at = this.count > MOST_CELLS ? MOST_CELLS : this.count++;
    if (at >= this.starts.length) this.#grow();
    this.starts[at] = start;
    this.ends[at] = end;
    this.odd[at] = odd;
  }

  /** A record that was read as strings. */
  setTexts(texts: readonly string[]): void {
    this.count = 0;
    let needed = 0;
    for (const text of texts) needed += text.length * 3;
    if (needed > this.#scratch.length) this.#scratch = new Uint8Array(needed * 2);
    if (this.bytes !== this.#scratch) this.setBytes(this.#scratch);
    let at = 0;
    for (const text of texts) {
      const start = at;
      at += encoder.encodeInto(text, this.#scratch.subarray(at)).written;
      let odd = 0;
      for (let i = start; i < at; i++) if (BYTE_KIND[this.#scratch[i] as number] !== 0) odd = 1;
      this.add(start, at, odd);
    }
  }

  /** The cell as received; empty where the record has no such cell. */
  text(at: number): string {
    if (at < 0 || at >= this.count) return '';
    return this.#buffer.toString('utf8', this.starts[at], this.ends[at]);
  }

  /** All cells of the record. */
  texts(): string[] {
    return Array.from({ length: this.count }, (_, i) => this.text(i));
  }

  isPlain(at: number): boolean {
    return at >= 0 && at < this.count && this.odd[at] === 0;
  }

  #grow(): void {
    const [starts, ends, odd] = [this.starts, this.ends, this.odd];
    this.starts = new Int32Array(starts.length * 2);
    this.ends = new Int32Array(starts.length * 2);
    this.odd = new Uint8Array(starts.length * 2);
    this.starts.set(starts);
    this.ends.set(ends);
    this.odd.set(odd);
  }
}

/** Cells beyond the header that hold something: a workbook's rows may be shorter than the header, or have empty cells after. */
export function hasMore(cells: Cells, width: number): boolean {
  for (let i = width; i < cells.count; i++) if (cells.text(i).trim() !== '') return true;
  return false;
}

/** Whether the cell is a name of Chinese characters alone (or empty), which `normalizeCell` and `normalizeName` leave as it is. */
export function isPlainName(cells: Cells, at: number): boolean {
  if (!cells.isPlain(at)) return false;
  const end = cells.ends[at] as number;
  for (let i = cells.starts[at] as number; i < end; i++) if ((cells.bytes[i] as number) < 0x80) return false;
  return true;
}
