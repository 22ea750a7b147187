// Photos belong to a record: where it is refused they are gone, and what a cut-off left is swept.

import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TINY_PNG } from '../../../../test/tiny-png.ts';
import type { Services } from '../http/context.ts';
import { openUploads } from '../http/uploads.ts';
import { sweepPhotos, withPhotos } from '../photos.ts';

let root: string;
let services: Services;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'shouwang-photos-'));
  services = { dataFolder: root, uploads: await openUploads(root) } as Services;
});
afterEach(() => rm(root, { recursive: true, force: true }));

const photos = () => readdir(path.join(root, 'photos', '150923')).catch(() => []);

async function upload(content: Uint8Array = TINY_PNG): Promise<string> {
  const sender = { accountId: 7, quota: 1e9 };
  return (await services.uploads.receive(Readable.from([content]), '照片.png', sender)).fileId;
}

const taking = (fileIds: string[]) => ({ accountId: 7, countyCode: 150923, fileIds });

test('what is refused leaves no photo and keeps the uploads; what stands keeps photos and clears uploads', async () => {
  const fileIds = [await upload(), await upload()];
  const refused = withPhotos(services, taking(fileIds), async (take) => {
    await take();
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect(await photos()).toEqual([]);
  const kept = await withPhotos(services, taking(fileIds), (take) => take());
  expect((await photos()).sort()).toEqual(kept.map(({ id }) => id).sort());
  expect(await readdir(path.join(root, 'uploads'))).toEqual([]);
});

test('one that is no photo refuses them all', async () => {
  const fileIds = [await upload(), await upload(Buffer.from('no photo'))];
  await expect(withPhotos(services, taking(fileIds), (take) => take())).rejects.toMatchObject({ code: 'photos.bad' });
  expect(await photos()).toEqual([]);
});

test('whether the record stands is unknown when the database is lost: its photos stay for the sweep', async () => {
  const lost = withPhotos(services, taking([await upload()]), async (take) => {
    await take();
    throw Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' });
  });
  await expect(lost).rejects.toThrow('Connection');
  expect(await photos()).toHaveLength(1);
});

test('sweeping takes what no record names, and nothing of today', async () => {
  const [named] = await withPhotos(services, taking([await upload()]), (take) => take());
  const folder = path.join(root, 'photos', '150923');
  await writeFile(path.join(folder, 'orphan'), '');
  const of = async () => new Set([named?.id ?? '']);
  expect(await sweepPhotos(root, of)).toBe(0);
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const name of await photos()) await utimes(path.join(folder, name), yesterday, yesterday);
  expect(await sweepPhotos(root, of)).toBe(1);
  expect(await photos()).toEqual([named?.id]);
});
