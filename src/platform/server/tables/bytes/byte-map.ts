// Looks up a cell's bytes without making a string of them. For a few hundred known words at most.

export class ByteMap<T> {
  readonly #slots: Int32Array;
  readonly #words: Uint8Array[] = [];
  readonly #values: T[] = [];

  constructor(entries: Iterable<readonly [string, T]>) {
    const all = [...entries];
    let size = 8;
    while (size < all.length * 4) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    for (const [word, value] of all) {
      const bytes = new TextEncoder().encode(word);
      let slot = hashBytes(bytes, 0, bytes.length) & (size - 1);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = this.#words.length;
      this.#words.push(bytes);
      this.#values.push(value);
    }
  }

  get(bytes: Uint8Array, start: number, end: number): T | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = hashBytes(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] as number;
      if (at < 0) return undefined;
      const word = this.#words[at] as Uint8Array;
      if (word.length === end - start && sameBytes(word, bytes, start)) return this.#values[at];
    }
  }
}

export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ (bytes[i] as number), 0x01000193);
  return value ^ (value >>> 15);
}

/** Whether `bytes` from `start` on begins with `word`. */
export function sameBytes(word: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (word[i] !== bytes[start + i]) return false;
  return true;
}
