// Photos of a check. They arrive as uploads, which are cleared after two days, so a check takes copies of its own.

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '../../../kernel/problem.ts';
import type { TakenUpload } from '../../../platform/server/http/uploads.ts';
import '../domain/problems.ts';
import type { StoredPhoto, WarningKey } from './detail-query.ts';

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

async function signatureOf(file: string) {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(12), 0, 12, 0);
    return SIGNATURES.find(({ matches }) => matches(buffer));
  } finally {
    await handle.close();
  }
}

function folderOf(dataFolder: string, { countyCode }: WarningKey): string {
  return path.join(dataFolder, 'photos', String(Math.trunc(countyCode)));
}

/** Looks at every upload before any is kept: one that is no photo refuses the whole check. */
export async function keepPhotos(
  dataFolder: string,
  key: WarningKey,
  uploads: readonly TakenUpload[],
): Promise<StoredPhoto[]> {
  const accepted = [];
  for (const upload of uploads) {
    const signature = await signatureOf(upload.path);
    if (!signature || upload.byteSize > MOST_MEGABYTES * 1024 ** 2)
      throw new Problem('warnings.bad-photo', { name: upload.name, limit: MOST_MEGABYTES });
    accepted.push({ upload, signature });
  }
  const folder = folderOf(dataFolder, key);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept: StoredPhoto[] = [];
  for (const { upload, signature } of accepted) {
    const id = randomUUID();
    await copyFile(upload.path, path.join(folder, id));
    kept.push({
      id,
      name: `${path.parse(upload.name).name}.${signature.ending}`,
      type: signature.type,
      byteSize: upload.byteSize,
    });
  }
  return kept;
}

export async function openPhoto(dataFolder: string, key: WarningKey, photo: StoredPhoto): Promise<Readable> {
  const file = path.join(folderOf(dataFolder, key), photo.id);
  const there = await stat(file).catch(() => undefined);
  if (!there) throw new Problem('warnings.photo-not-found');
  return createReadStream(file);
}
