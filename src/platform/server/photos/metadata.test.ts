import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, it, test } from 'vitest';
import { TINY_PNG } from '../../../../test/tiny-png.ts';
import { dayOfJpeg, exifSegment } from '../../../kernel/photos/tiff.ts';
import { keepPhotos } from '../photos.ts';
import { readPhoto } from './metadata.ts';

const PORTRAIT = readFileSync(
  path.join(import.meta.dirname, '../../../../test/cases/photo-exif-orientation-word/portrait.jpg'),
);
const ALL = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const SECRET = 'GPS 41.5N 113.6E';

/** A TIFF block in either byte order: which way is up among other entries, and a place behind them. */
function tiff(orientation: number, order: 'II' | 'MM'): Buffer {
  const block = Buffer.alloc(38);
  block.write(order, 0, 'latin1');
  const u16 = (value: number, at: number) =>
    order === 'II' ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    order === 'II' ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  for (const [at, tag, value] of [
    [10, 0x0112, orientation],
    [22, 0x8825, 38],
  ] as const) {
    u16(tag, at);
    u16(3, at + 2);
    u32(1, at + 4);
    u16(value, at + 8);
  }
  return Buffer.concat([block, Buffer.from(SECRET)]);
}

function jpeg(orientation: number, order: 'II' | 'MM'): Buffer {
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(orientation, order)]));
  const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`));
  const comment = segment(0xfe, Buffer.from(SECRET));
  const { bytes } = readPhoto(PORTRAIT, 'image/jpeg');
  // A second picture behind the end, as phones write it.
  return Buffer.concat([bytes.subarray(0, 2), exif, xmp, comment, bytes.subarray(38), bytes.subarray(0, 2), exif]);
}

it.each(ALL.flatMap((each) => [[each, 'II'] as const, [each, 'MM'] as const]))(
  'a JPEG of orientation %s in %s',
  (orientation, order) => {
    const given = jpeg(orientation, order);
    expect(given.includes(SECRET)).toBe(true);
    const read = readPhoto(given, 'image/jpeg');
    expect(read.orientation).toBe(orientation);
    expect(read.bytes.includes(SECRET)).toBe(false);
    expect(readPhoto(read.bytes, 'image/jpeg')).toEqual(read);
    expect(read.bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  },
);

it('tells the day it was taken, which the smaller picture of a browser carries along, and keeps it out of the file', () => {
  const { bytes } = readPhoto(PORTRAIT, 'image/jpeg');
  const taken = (takenOn: string) =>
    Buffer.concat([bytes.subarray(0, 2), exifSegment({ orientation: 6, takenOn }), bytes.subarray(38)]);
  const given = taken('2022-04-28');
  expect(dayOfJpeg(given.subarray(0, 200))).toBe('2022-04-28');
  expect(dayOfJpeg(bytes)).toBeUndefined();
  const read = readPhoto(given, 'image/jpeg');
  expect(read).toMatchObject({ orientation: 6, takenOn: '2022-04-28' });
  expect(dayOfJpeg(read.bytes)).toBeUndefined();
  for (const never of ['0000-00-00', '2022-02-31', '1980-01-01']) expect(dayOfJpeg(taken(never))).toBeUndefined();
});

it('leaves the picture itself as it was', () => {
  const { orientation, bytes } = readPhoto(PORTRAIT, 'image/jpeg');
  expect(orientation).toBe(6);
  expect(bytes.subarray(bytes.indexOf('JFIF'))).toEqual(PORTRAIT.subarray(PORTRAIT.indexOf('JFIF')));
});

it('takes place and words out of a PNG', () => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const given = Buffer.concat([
    TINY_PNG.subarray(0, 33),
    chunk('eXIf', tiff(8, 'II')),
    chunk('tEXt', Buffer.from(SECRET)),
    TINY_PNG.subarray(33),
  ]);
  const read = readPhoto(given, 'image/png');
  expect(read.orientation).toBe(8);
  expect(read.bytes.includes(SECRET)).toBe(false);
  expect(readPhoto(read.bytes, 'image/png')).toEqual(read);
  expect(readPhoto(TINY_PNG, 'image/png').bytes).toEqual(TINY_PNG);
});

it('takes them out of a WebP', () => {
  const chunk = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(type), size, data, Buffer.alloc(data.length % 2)]);
  };
  const flags = Buffer.alloc(10);
  flags[0] = 0x0c;
  const body = Buffer.concat([
    chunk('VP8X', flags),
    chunk('VP8 ', Buffer.alloc(9)),
    chunk('EXIF', tiff(3, 'MM')),
    chunk('XMP ', Buffer.from(SECRET)),
  ]);
  const riff = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  riff.writeUInt32LE(body.length + 4, 4);
  const read = readPhoto(Buffer.concat([riff, body]), 'image/webp');
  expect(read.orientation).toBe(3);
  expect(read.bytes.includes(SECRET)).toBe(false);
  expect(read.bytes.readUInt32LE(4)).toBe(read.bytes.length - 8);
  expect(readPhoto(read.bytes, 'image/webp')).toEqual(read);
});

it('keeps a damaged file as far as it goes, and never throws', () => {
  for (const type of ['image/jpeg', 'image/png', 'image/webp'])
    for (let length = 0; length < 80; length++) readPhoto(PORTRAIT.subarray(0, length), type);
});

test('what is stored has no place; HEIC is refused by its name with what to do', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-photos-'));
  const upload = async (name: string, bytes: Buffer) => {
    await writeFile(path.join(folder, name), bytes);
    return { path: path.join(folder, name), name, byteSize: bytes.length };
  };
  try {
    const [kept] = await keepPhotos(folder, 150923, [await upload('入户.jpg', jpeg(6, 'II'))]);
    const stored = await readFile(path.join(folder, 'photos', '150923', kept?.id ?? ''));
    expect(stored.includes(SECRET)).toBe(false);
    expect(kept?.byteSize).toBe(stored.length);
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
    await expect(keepPhotos(folder, 150923, [await upload('IMG_0001.HEIC', heic)])).rejects.toThrow(
      /IMG_0001.HEIC.*HEIC.*兼容性最佳/,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
