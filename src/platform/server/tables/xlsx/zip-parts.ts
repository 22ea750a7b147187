// The parts of an archive by name, unpacked piece by piece under one budget, and checked against what the directory says.

import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { DamagedArchive, readAt, type ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const PIECE = 256 * 1024;

/** Thrown where more would be unpacked than is allowed. */
export class TooMuchUnpacked extends Error {}

export class ZipParts {
  readonly #file: FileHandle;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  /** Bytes that may still be unpacked, from whatever part, however often. */
  #budget: number;

  constructor(file: FileHandle, entries: readonly ZipEntry[], budget: number) {
    this.#file = file;
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    this.#budget = budget;
  }

  /** Names in lower case: spreadsheets do not mind the case either. */
  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Throws `DamagedArchive` as soon as the part is not what the directory says, at the latest after its last piece. */
  async *unpack(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw new DamagedArchive(`${name}: missing`);
    let size = 0;
    let crc = 0;
    for await (const piece of this.#pieces(entry)) {
      size += piece.length;
      this.#budget -= piece.length;
      if (size > entry.unpacked) break;
      if (this.#budget < 0) throw new TooMuchUnpacked();
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.unpacked || crc !== entry.crc) throw new DamagedArchive(`${name}: not as listed`);
  }

  async *#pieces(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const { at, packed, method, name } = entry;
    const header = await readAt(this.#file, at, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new DamagedArchive(`${name}: no header`);
    const start = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (method === 0) {
      yield* this.#packed(start, packed);
      return;
    }
    if (method !== 8) throw new DamagedArchive(`${name}: packed in an unknown way`);
    const source = Readable.from(this.#packed(start, packed));
    const inflate = source.pipe(createInflateRaw({ chunkSize: PIECE }));
    source.once('error', (error) => inflate.destroy(error));
    try {
      yield* inflate;
    } catch (error) {
      throw new DamagedArchive(`${name}: ${error instanceof Error ? error.message : 'broken'}`);
    } finally {
      source.destroy();
    }
  }

  async *#packed(start: number, length: number): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = start; at < start + length; at += PIECE) {
      const piece = await readAt(this.#file, at, Math.min(PIECE, start + length - at));
      if (piece.length === 0) return;
      yield piece;
    }
  }
}
