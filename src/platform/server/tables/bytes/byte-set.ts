// Which texts were there before, by their bytes: for millions of texts of which most come again.

import { hashBytes } from './byte-map.ts';

/** So many texts are remembered; of those that come later every one is new. */
const MOST = 1 << 18;

export class ByteSet {
  /** Slot → place of a text and one; its hash beside it. */
  #slots: Int32Array = new Int32Array(1 << 12);
  #hashes: Int32Array = new Int32Array(1 << 12);
  #starts: Uint32Array = new Uint32Array(1 << 11);
  #bytes: Uint8Array = new Uint8Array(1 << 15);
  #count = 0;

  /** Whether the text from `start` to `end` was not there yet; now it is. */
  add(bytes: Uint8Array, start: number, end: number): boolean {
    const hash = hashBytes(bytes, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask)
      if (this.#hashes[slot] === hash && this.#equals((this.#slots[slot] as number) - 1, bytes, start, end))
        return false;
    if (this.#count === MOST) return true;
    this.#remember(bytes, start, end);
    this.#slots[slot] = this.#count;
    this.#hashes[slot] = hash;
    if (this.#count * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #equals(text: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[text] as number;
    if ((this.#starts[text + 1] as number) - from !== end - start) return false;
    for (let i = start; i < end; i++) if (bytes[i] !== this.#bytes[from + i - start]) return false;
    return true;
  }

  #remember(bytes: Uint8Array, start: number, end: number): void {
    const at = this.#starts[this.#count] as number;
    const until = at + end - start;
    if (until > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, until));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    for (let i = start; i < end; i++) this.#bytes[at + i - start] = bytes[i] as number;
    this.#count++;
    if (this.#count === this.#starts.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#count] = until;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    const mask = slots.length * 2 - 1;
    this.#slots = new Int32Array(slots.length * 2);
    this.#hashes = new Int32Array(slots.length * 2);
    for (let i = 0; i < slots.length; i++) {
      if (slots[i] === 0) continue;
      let slot = (hashes[i] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = slots[i] as number;
      this.#hashes[slot] = hashes[i] as number;
    }
  }
}
