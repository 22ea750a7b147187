// Photos of a case as a document shows them: read from the data folder, with their size in pixels where Word needs it.

import { buffer } from 'node:stream/consumers';
import type { Orientation } from '../../../kernel/photos/tiff.ts';
import { readPhoto } from '../photos/metadata.ts';
import { openPhoto, type StoredPhoto } from '../photos.ts';

/** Size as the file has it, before it is turned by its orientation. */
export type Picture = { bytes: Buffer; type: string; width: number; height: number; orientation: Orientation };
export type Pictures = ReadonlyMap<string, Picture>;

/** More than this in one document no printer and no mail server takes; the rest stays in the record. */
const MOST_BYTES = 60 * 1024 ** 2;

function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  return bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments of a JPEG to the one that begins the picture. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const beginsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (beginsFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function sizeOf(bytes: Buffer, type: string): { width: number; height: number } {
  const size = type === 'image/png' ? pngSize(bytes) : type === 'image/jpeg' ? jpegSize(bytes) : undefined;
  return size && size.width > 0 && size.height > 0 ? size : { width: 4, height: 3 };
}

/** The photos that are there; one that is missing on disk is left out, and its place says so. */
export async function readPictures(
  dataFolder: string,
  countyCode: number,
  photos: readonly StoredPhoto[],
): Promise<Pictures> {
  const pictures = new Map<string, Picture>();
  let total = 0;
  for (const photo of photos) {
    if (total + photo.byteSize > MOST_BYTES) continue;
    const stream = await openPhoto(dataFolder, countyCode, photo).catch(() => undefined);
    if (!stream) continue;
    // Photos that were stored by earlier versions carry everything.
    const { bytes, orientation } = readPhoto(await buffer(stream), photo.type);
    total += bytes.length;
    pictures.set(photo.id, { bytes, type: photo.type, orientation, ...sizeOf(bytes, photo.type) });
  }
  return pictures;
}
