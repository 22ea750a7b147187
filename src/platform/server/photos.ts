// Photos that belong to a record. They arrive as uploads, which are cleared after eight days, so a record takes copies of its
// own, under `<data folder>/photos/<county>`.

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { defineProblems, Problem } from '../../kernel/problem.ts';
import type { Services } from './http/context.ts';
import type { TakenUpload } from './http/uploads.ts';
import { readPhoto } from './photos/metadata.ts';

defineProblems({
  'photos.bad': {
    kind: 'invalid',
    sentence: (d) => `“${d.name}”不是 JPG、PNG 或 WebP 照片,或超过 ${d.limit} MB。没有保存,请更换照片后重试。`,
  },
  'photos.heic': {
    kind: 'invalid',
    sentence: (d) =>
      `“${d.name}”是 HEIC 格式的照片,多数电脑打不开,没有保存。请在手机“设置—相机—格式”中选“兼容性最佳”后重新拍照,或者把照片转成 JPG 再上传。`,
  },
  'photos.not-found': { kind: 'not-found', sentence: () => '没有找到这张照片。请刷新页面后重试。' },
});

export type StoredPhoto = { id: string; name: string; type: string; byteSize: number };

const MOST_MEGABYTES = 20;

const SIGNATURES: { type: string; ending: string; matches: (head: Buffer) => boolean }[] = [
  { type: 'image/jpeg', ending: 'jpg', matches: (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { type: 'image/png', ending: 'png', matches: (head) => head.subarray(1, 4).toString('latin1') === 'PNG' },
  {
    type: 'image/webp',
    ending: 'webp',
    matches: (head) => `${head.toString('latin1', 0, 4)}${head.toString('latin1', 8, 12)}` === 'RIFFWEBP',
  },
];

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'heif'];

function isHeic(head: Buffer): boolean {
  return head.toString('latin1', 4, 8) === 'ftyp' && HEIC_BRANDS.includes(head.toString('latin1', 8, 12));
}

/** Undefined where the file is no photo; `photos.heic` for what phones of one make take. */
async function signatureOf(file: string, name: string) {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(12), 0, 12, 0);
    if (isHeic(buffer)) throw new Problem('photos.heic', { name });
    return SIGNATURES.find(({ matches }) => matches(buffer));
  } finally {
    await handle.close();
  }
}

function folderOf(dataFolder: string, countyCode: number): string {
  return path.join(dataFolder, 'photos', String(Math.trunc(countyCode)));
}

/** Refuses a file that is no photo, by its first bytes, or was cut off at a limit in megabytes. */
export async function refuseNoPhoto(
  file: string,
  { name, limit, isTooLarge }: { name: string; limit: number; isTooLarge: boolean },
): Promise<void> {
  if (isTooLarge || !(await signatureOf(file, name))) throw new Problem('photos.bad', { name, limit });
}

/** Looks at every upload before any is kept: one that is no photo refuses them all. */
export async function keepPhotos(
  dataFolder: string,
  countyCode: number,
  uploads: readonly Pick<TakenUpload, 'path' | 'name' | 'byteSize'>[],
): Promise<StoredPhoto[]> {
  const accepted = [];
  for (const upload of uploads) {
    const signature = await signatureOf(upload.path, upload.name);
    if (!signature || upload.byteSize > MOST_MEGABYTES * 1024 ** 2)
      throw new Problem('photos.bad', { name: upload.name, limit: MOST_MEGABYTES });
    accepted.push({ upload, signature });
  }
  const folder = folderOf(dataFolder, countyCode);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept: StoredPhoto[] = [];
  for (const { upload, signature } of accepted) {
    const id = randomUUID();
    const { bytes } = readPhoto(await readFile(upload.path), signature.type);
    await writeFile(path.join(folder, id), bytes);
    kept.push({
      id,
      name: `${path.parse(upload.name).name}.${signature.ending}`,
      type: signature.type,
      byteSize: bytes.length,
    });
  }
  return kept;
}

/** Takes uploads of one account as photos of a county's record; `discardUploads` afterwards, when the record stands. */
export async function takePhotos(
  { uploads, dataFolder }: Services,
  accountId: number,
  countyCode: number,
  fileIds: readonly string[],
): Promise<StoredPhoto[]> {
  return keepPhotos(
    dataFolder,
    countyCode,
    await Promise.all(fileIds.map((fileId) => uploads.takeUpload(fileId, accountId))),
  );
}

export async function discardUploads({ uploads }: Services, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds) await uploads.discard(fileId);
}

export async function openPhoto(dataFolder: string, countyCode: number, photo: StoredPhoto): Promise<Readable> {
  const file = path.join(folderOf(dataFolder, countyCode), photo.id);
  const there = await stat(file).catch(() => undefined);
  if (!there) throw new Problem('photos.not-found');
  return createReadStream(file);
}
