// The list of parts of a ZIP archive, read without unpacking anything, so that a bomb is seen before it goes off.

import type { FileHandle } from 'node:fs/promises';

export type ZipEntry = {
  /** With `/` between folders, as archives of some programs have `\`. */
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
const END_BYTES = 22;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const IN_EXTRA = 0xffffffff;
const MOST_ENTRIES = 10_000;
const MOST_DIRECTORY_BYTES = 8 << 20;
/** The end record with the longest remark there can be, and the locator before it. */
const TAIL_BYTES = 65_535 + END_BYTES + 20;

/** Parts in the order of the directory. */
export async function readZipDirectory(file: FileHandle, byteSize: number): Promise<ZipEntry[]> {
  try {
    const { at, count, end } = await findDirectory(file, byteSize);
    if (count > MOST_ENTRIES || end - at > MOST_DIRECTORY_BYTES) throw new DamagedArchive(`${count} parts`);
    const bytes = await readAt(file, at, end - at);
    const entries: ZipEntry[] = [];
    let next = 0;
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

export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (position < 0 || length < 0) throw new DamagedArchive('a place outside the file');
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}

async function findDirectory(file: FileHandle, byteSize: number): Promise<{ at: number; count: number; end: number }> {
  const from = Math.max(0, byteSize - TAIL_BYTES);
  const tail = await readAt(file, from, byteSize - from);
  for (let end = tail.length - END_BYTES; end >= 0; end--) {
    if (tail.readUInt32LE(end) !== END) continue;
    const count = tail.readUInt16LE(end + 10);
    const at = tail.readUInt32LE(end + 16);
    if (count !== 0xffff && at !== IN_EXTRA) return { at, count, end: from + end };
    if (tail.readUInt32LE(end - 20) !== END_64_LOCATOR) throw new DamagedArchive('no 64-bit directory');
    const end64 = readSafe(tail, end - 12);
    const record = await readAt(file, end64, 56);
    if (record.readUInt32LE(0) !== END_64) throw new DamagedArchive('no 64-bit directory');
    return { count: readSafe(record, 32), at: readSafe(record, 48), end: end64 };
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
    name: bytes
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^(?:\.?\/)+/, ''),
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
