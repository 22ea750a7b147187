// The texts of a workbook that cells only point to. They are kept as bytes: a million small strings of the language would
// take several times the room, and a bomb of twelve million all of it.

import { scanPart } from './scan-part.ts';
import { cellString } from './xml-scan.ts';
import type { ZipParts } from './zip-parts.ts';

export type StringLimits = { strings: number; stringBytes: number };

/** Thrown where there are more texts, or longer ones, than a sheet can hold. */
export class TooManyStrings extends Error {}

const BLOCK = 4 << 20;
const encoder = new TextEncoder();

export class SharedStrings {
  readonly #limits: StringLimits;
  readonly #blocks: Buffer[] = [];
  /** Where each text ends, counted over all blocks; it lies in the block of its end. */
  #ends = new Float64Array(1 << 10);
  #count = 0;
  #at = 0;

  constructor(limits: StringLimits) {
    this.#limits = limits;
  }

  add(text: string): void {
    const most = text.length * 3;
    if (this.#count === this.#limits.strings || this.#at + most > this.#limits.stringBytes) throw new TooManyStrings();
    if (this.#count + 1 >= this.#ends.length) {
      const larger = new Float64Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    const bytes = this.#roomFor(most);
    const { written } = encoder.encodeInto(text, bytes);
    this.#at += written;
    this.#ends[this.#count++] = this.#at;
  }

  /** Empty where there is no such text. */
  get(index: number): string {
    if (!(index >= 0 && index < this.#count) || !Number.isInteger(index)) return '';
    const end = this.#ends[index] as number;
    const block = Math.max(0, Math.ceil(end / BLOCK) - 1);
    const start = Math.max(index === 0 ? 0 : (this.#ends[index - 1] as number), block * BLOCK);
    return this.#blocks[block]?.toString('utf8', start - block * BLOCK, end - block * BLOCK) ?? '';
  }

  /** A text lies in one block: it moves to the next where it might not fit. */
  #roomFor(most: number): Buffer {
    if (most > BLOCK) throw new TooManyStrings();
    const used = this.#at % BLOCK;
    if (used + most > BLOCK) this.#at += BLOCK - used;
    const block = Math.floor(this.#at / BLOCK);
    while (this.#blocks.length <= block) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
    return (this.#blocks[block] as Buffer).subarray(this.#at % BLOCK);
  }
}

/** Reads them all; what is written above characters to tell how they are spoken is no part of a text. */
export async function readSharedStrings(parts: ZipParts, part: string, limits: StringLimits): Promise<SharedStrings> {
  const strings = new SharedStrings(limits);
  let text = '';
  let isSpoken = false;
  await scanPart(parts, part, (scanner) => ({
    onOpen: (tag) => {
      if (tag === 't' && !isSpoken) scanner.keepText();
      else if (tag === 'rPh') isSpoken = true;
      else if (tag === 'si') text = '';
    },
    onClose: (tag) => {
      if (tag === 't' && !isSpoken) text += cellString(scanner.takeText());
      else if (tag === 'rPh') isSpoken = false;
      else if (tag === 'si') strings.add(text);
    },
  }));
  return strings;
}
