// Photos that belong to a record. They arrive as uploads, which are cleared after eight days, so a record takes copies of its
// own, under `<data folder>/photos/<county>`.

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { defineProblems, Problem } from '../../kernel/problem.ts';
import { needRoom } from './files/disk-room.ts';
import type { Services } from './http/context.ts';
import type { TakenUpload } from './http/uploads.ts';
import { isDatabaseLost } from './machine-problems.ts';
import { readPhoto } from './photos/metadata.ts';

defineProblems({
  'photos.bad': {
    kind: 'invalid',
    sentence: (d) => `“${d.name}”不是 JPG、PNG 或 WebP 照片，或超过 ${d.limit} MB。没有保存，请更换照片后重试。`,
  },
  'photos.heic': {
    kind: 'invalid',
    sentence: (d) =>
      `“${d.name}”是 HEIC 格式的照片，多数电脑打不开，没有保存。请在手机“设置—相机—格式”中选“兼容性最佳”后重新拍照，或者把照片转成 JPG 再上传。`,
  },
  'photos.not-found': { kind: 'not-found', sentence: () => '没有找到这张照片。请刷新页面后重试。' },
});

export type StoredPhoto = { id: string; name: string; type: string; byteSize: number };
/** `sha256` of what is kept, in hex: the same picture is known again, wherever it was taken from. `takenOn` is the camera's day. */
export type KeptPhoto = StoredPhoto & { sha256: string; takenOn?: string };

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
): Promise<KeptPhoto[]> {
  const accepted = [];
  for (const upload of uploads) {
    const signature = await signatureOf(upload.path, upload.name);
    if (!signature || upload.byteSize > MOST_MEGABYTES * 1024 ** 2)
      throw new Problem('photos.bad', { name: upload.name, limit: MOST_MEGABYTES });
    accepted.push({ upload, signature });
  }
  const folder = folderOf(dataFolder, countyCode);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await needRoom(
    dataFolder,
    uploads.reduce((sum, { byteSize }) => sum + byteSize, 0),
  );
  const kept: KeptPhoto[] = [];
  try {
    for (const { upload, signature } of accepted) {
      const id = randomUUID();
      const name = `${path.parse(upload.name).name}.${signature.ending}`;
      const { bytes, takenOn } = readPhoto(await readFile(upload.path), signature.type);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.push({ id, name, type: signature.type, byteSize: bytes.length, sha256, ...(takenOn ? { takenOn } : {}) });
      await writeFile(path.join(folder, id), bytes);
    }
    return kept;
  } catch (error) {
    await dropPhotos(dataFolder, countyCode, kept);
    throw error;
  }
}

async function dropPhotos(dataFolder: string, countyCode: number, photos: readonly StoredPhoto[]): Promise<void> {
  for (const { id } of photos) await rm(path.join(folderOf(dataFolder, countyCode), id), { force: true });
}

type Taking = {
  accountId: number;
  countyCode: number;
  fileIds: readonly string[];
  /** Other records take copies of the same uploads; whoever does the last drops them (`dropUploads`). */
  keepsUploads?: boolean;
};

/**
 * Work that may take uploads of one account as photos of a county's record. Where it is refused, nothing of them stays; once
 * the record stands, the uploads go.
 */
export async function withPhotos<T>(
  { uploads, dataFolder }: Services,
  { accountId, countyCode, fileIds, keepsUploads = false }: Taking,
  work: (take: () => Promise<KeptPhoto[]>) => Promise<T>,
): Promise<T> {
  const taken: KeptPhoto[] = [];
  try {
    const answer = await work(async () => {
      const given = await Promise.all(fileIds.map((fileId) => uploads.takeUpload(fileId, accountId)));
      const kept = await keepPhotos(dataFolder, countyCode, given);
      taken.push(...kept);
      return kept;
    });
    if (!keepsUploads) await dropUploads({ uploads }, fileIds);
    return answer;
  } catch (error) {
    // Whether a record stands is not known when the connection broke; what it does not name is swept later.
    if (!isDatabaseLost(error)) await dropPhotos(dataFolder, countyCode, taken);
    throw error;
  }
}

export async function dropUploads({ uploads }: Pick<Services, 'uploads'>, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds) await uploads.discard(fileId);
}

/** A record is written within seconds of its photos. */
const SWEPT_AFTER_MS = 24 * 3_600_000;

/** Removes photos that no record names: of work that was cut off. `named` answers the ids of all that are. */
export async function sweepPhotos(dataFolder: string, named: () => Promise<ReadonlySet<string>>): Promise<number> {
  const root = path.join(dataFolder, 'photos');
  const old: string[] = [];
  for (const county of await readdir(root).catch(() => []))
    for (const id of await readdir(path.join(root, county)).catch(() => [])) {
      const file = path.join(root, county, id);
      const found = await stat(file).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > SWEPT_AFTER_MS) old.push(file);
    }
  if (old.length === 0) return 0;
  const kept = await named();
  const orphans = old.filter((file) => !kept.has(path.basename(file)));
  for (const file of orphans) await rm(file, { force: true });
  return orphans.length;
}

export async function openPhoto(dataFolder: string, countyCode: number, photo: StoredPhoto): Promise<Readable> {
  const file = path.join(folderOf(dataFolder, countyCode), photo.id);
  const there = await stat(file).catch(() => undefined);
  if (!there) throw new Problem('photos.not-found');
  return createReadStream(file);
}
