// The list of parts of a ZIP archive, read without unpacking anything, so that a bomb is seen before it goes off; and the
// check that every part unpacks to exactly what the list says.

import { crc32, createInflateRaw } from 'node:zlib';

export type ZipEntry = {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where the part's local header is. */
  at: number;
};

/** Thrown where the bytes are no sound ZIP archive. */
export class DamagedArchive extends Error {}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const IN_EXTRA = 0xffffffff;
const MOST_ENTRIES = 10_000;

export function readZipDirectory(bytes: Buffer): ZipEntry[] {
  try {
    const { at, count } = findDirectory(bytes);
    if (count > MOST_ENTRIES) throw new DamagedArchive(`${count} parts`);
    const entries: ZipEntry[] = [];
    let next = at;
    for (let i = 0; i < count; i++) {
      if (bytes.readUInt32LE(next) !== ENTRY) throw new DamagedArchive('directory broken');
      const nameLength = bytes.readUInt16LE(next + 28);
      const extraLength = bytes.readUInt16LE(next + 30);
      entries.push(readEntry(bytes, next, nameLength, extraLength));
      next += 46 + nameLength + extraLength + bytes.readUInt16LE(next + 32);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new DamagedArchive('directory reaches beyond the file');
    throw error;
  }
}

function findDirectory(bytes: Buffer): { at: number; count: number } {
  const from = Math.max(0, bytes.length - 65_557);
  for (let end = bytes.length - 22; end >= from; end--) {
    if (bytes.readUInt32LE(end) !== END) continue;
    const count = bytes.readUInt16LE(end + 10);
    const at = bytes.readUInt32LE(end + 16);
    if (count !== 0xffff && at !== IN_EXTRA) return { at, count };
    if (bytes.readUInt32LE(end - 20) !== END_64_LOCATOR) throw new DamagedArchive('no 64-bit directory');
    const end64 = readSafe(bytes, end - 12);
    if (bytes.readUInt32LE(end64) !== END_64) throw new DamagedArchive('no 64-bit directory');
    return { count: readSafe(bytes, end64 + 32), at: readSafe(bytes, end64 + 48) };
  }
  throw new DamagedArchive('no directory');
}

function readSafe(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

function readEntry(bytes: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const nameEnd = at + 46 + nameLength;
  const wide = findWideSizes(bytes, nameEnd, nameEnd + extraLength);
  const size = (place: number): number => {
    const value = bytes.readUInt32LE(place);
    if (value !== IN_EXTRA) return value;
    const full = wide.shift();
    if (full === undefined) throw new DamagedArchive('size missing');
    return full;
  };
  // The order of the 64-bit sizes: unpacked, packed, place.
  const unpacked = size(at + 24);
  const packed = size(at + 20);
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed,
    unpacked,
    at: size(at + 42),
  };
}

function findWideSizes(bytes: Buffer, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== 1) continue;
    const count = Math.floor(bytes.readUInt16LE(at + 2) / 8);
    return Array.from({ length: Math.min(count, 3) }, (_, i) => readSafe(bytes, at + 4 + i * 8));
  }
  return [];
}

/** Unpacks a part piece by piece and throws it away; fails as soon as it is not what the directory says. */
export async function checkZipEntry(bytes: Buffer, entry: ZipEntry): Promise<void> {
  const { at, packed, unpacked, method, crc, name } = entry;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new DamagedArchive(`${name}: no header`);
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw new DamagedArchive(`${name}: cut off`);
  const content = bytes.subarray(start, start + packed);
  const found = method === 0 ? { size: packed, crc: crc32(content) } : await unpackAway(content, unpacked, entry);
  if (found.size !== unpacked || found.crc !== crc) throw new DamagedArchive(`${name}: not as listed`);
}

async function unpackAway(content: Buffer, limit: number, entry: ZipEntry): Promise<{ size: number; crc: number }> {
  if (entry.method !== 8) throw new DamagedArchive(`${entry.name}: packed in an unknown way`);
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(content);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of inflate) {
      size += (piece as Buffer).length;
      if (size > limit) break;
      crc = crc32(piece as Buffer, crc);
    }
  } catch (error) {
    throw new DamagedArchive(`${entry.name}: ${error instanceof Error ? error.message : 'broken'}`);
  }
  return { size, crc };
}
