// What a photo carries beside the picture: where, when and by what it was taken goes; which way is up stays, for browsers turn
// the picture by it. Bytes of the picture itself are not touched.

import { crc32 } from 'node:zlib';
import { exifSegment, type Orientation, readTiff, type Told, writeTiff } from '../../../kernel/photos/tiff.ts';

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const UPRIGHT: Told = { orientation: 1 };

type Read = Told & { bytes: Buffer };
const KEPT_SEGMENTS = new Set([0xe0, 0xe2, 0xee]); // density, colours, Adobe's colours

/** Where the entropy-coded data after `at` ends: at the next marker that is neither stuffing nor a restart. */
function nextMarker(bytes: Buffer, at: number): number {
  for (let i = bytes.indexOf(0xff, at); i >= 0 && i + 1 < bytes.length; i = bytes.indexOf(0xff, i + 1)) {
    const marker = bytes[i + 1] as number;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return i;
  }
  return bytes.length;
}

function readJpeg(bytes: Buffer): Read {
  const parts: Buffer[] = [];
  let told = UPRIGHT;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++; // padding
      continue;
    }
    // Behind the end phones put small copies of the picture, with a place of their own.
    if (marker === 0xd9) return { ...told, bytes: joinJpeg(told.orientation, [...parts, bytes.subarray(at, at + 2)]) };
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) end = nextMarker(bytes, end);
    const isApplication = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    const body = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && body.subarray(0, 6).equals(EXIF)) told = { ...told, ...readTiff(body.subarray(6)) };
    const isIndex = marker === 0xe2 && body.toString('latin1', 0, 3) === 'MPF';
    if (!isApplication || (KEPT_SEGMENTS.has(marker) && !isIndex)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  const rest = bytes.subarray(at);
  return { ...told, bytes: joinJpeg(told.orientation, rest.includes(EXIF) ? parts : [...parts, rest]) };
}

function joinJpeg(orientation: Orientation, parts: Buffer[]): Buffer {
  const start = Buffer.from([0xff, 0xd8]);
  if (orientation === 1) return Buffer.concat([start, ...parts]);
  return Buffer.concat([start, exifSegment({ orientation }), ...parts]);
}

const PNG_DROPPED = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function readPng(bytes: Buffer): Read {
  const parts = [bytes.subarray(0, 8)];
  let told = UPRIGHT;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'eXIf') told = readTiff(bytes.subarray(at + 8, end - 4));
    if (!PNG_DROPPED.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  const { orientation } = told;
  if (orientation !== 1) parts.splice(2, 0, pngChunk('eXIf', Buffer.from(writeTiff({ orientation }))));
  return { ...told, bytes: Buffer.concat(parts) };
}

/** Flags of the head that say that EXIF and XMP follow. */
const WEBP_EXIF = 0x08;
const WEBP_XMP = 0x04;

function readWebp(bytes: Buffer): Read {
  if (bytes.length < 12) return { orientation: 1, bytes };
  const parts: Buffer[] = [];
  let told = UPRIGHT;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    const type = bytes.toString('latin1', at, at + 4);
    const body = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'EXIF') told = readTiff(body.subarray(0, 6).equals(EXIF) ? body.subarray(6) : body);
    else if (type !== 'XMP ') parts.push(Buffer.from(bytes.subarray(at, end)));
    at = end;
  }
  const { orientation } = told;
  const [head] = parts;
  if (head?.toString('latin1', 0, 4) === 'VP8X')
    head.writeUInt8(((head[8] ?? 0) & ~WEBP_XMP & ~WEBP_EXIF) | (orientation === 1 ? 0 : WEBP_EXIF), 8);
  if (orientation !== 1) {
    const tiff = Buffer.from(writeTiff({ orientation }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(tiff.length);
    parts.push(Buffer.concat([Buffer.from('EXIF', 'latin1'), size, tiff]));
  }
  const body = Buffer.concat(parts);
  const riff = Buffer.from(bytes.subarray(0, 12));
  riff.writeUInt32LE(body.length + 4, 4);
  return { ...told, bytes: Buffer.concat([riff, body]) };
}

/** The photo without what else it carries, which way is up and the day it was taken. `type` is its media type; a damaged file stays as far as it goes. */
export function readPhoto(bytes: Buffer, type: string): Read {
  if (type === 'image/jpeg') return readJpeg(bytes);
  if (type === 'image/png') return readPng(bytes);
  return type === 'image/webp' ? readWebp(bytes) : { orientation: 1, bytes };
}
