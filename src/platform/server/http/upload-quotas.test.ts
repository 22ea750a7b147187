// How much may wait, for how long, and that the disk keeps its reserve.

import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UPLOAD_QUOTAS } from './upload-quotas.ts';
import { NO_ACCOUNT, openUploads } from './uploads.ts';

const MB = 1024 ** 2;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'shouwang-uploads-'));
});
afterEach(async () => {
  delete process.env.SHOUWANG_DISK_RESERVE;
  await rm(root, { recursive: true, force: true });
});

const bytes = (megabytes: number) => Readable.from(Array.from({ length: megabytes }, () => Buffer.alloc(MB)));
const waiting = async () => (await readdir(path.join(root, 'uploads'))).length;
const officer = { accountId: 7, quota: 20 * MB };
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'received',
    (error: { code: string }) => error.code,
  );

test('an account may have so much waiting, counted across restarts and given back when it is taken', async () => {
  const uploads = await openUploads(root);
  const first = await uploads.receive(bytes(12), 'a.csv', officer);
  expect(await code(uploads.receive(bytes(12), 'b.csv', officer))).toBe('uploads.quota');
  expect(await waiting()).toBe(2);
  expect(await code(uploads.receive(bytes(12), 'b.csv', { ...officer, accountId: 8 }))).toBe('received');
  const again = await openUploads(root);
  expect(await code(again.receive(bytes(12), 'b.csv', officer))).toBe('uploads.quota');
  await again.discard(first.fileId);
  expect(await code(again.receive(bytes(12), 'b.csv', officer))).toBe('received');
});

test('files that come in together count together', async () => {
  const uploads = await openUploads(root);
  const codes = await Promise.all([1, 2, 3].map(() => code(uploads.receive(bytes(9), 'a.csv', officer))));
  expect(codes.filter((each) => each === 'received')).toHaveLength(2);
});

test('visitors count by address', async () => {
  const uploads = await openUploads(root);
  const from = (address: string) => ({ accountId: NO_ACCOUNT, quota: UPLOAD_QUOTAS.address, address });
  const most = UPLOAD_QUOTAS.address / MB;
  expect(await code(uploads.receive(bytes(most), 'a.jpg', from('10.0.0.1')))).toBe('received');
  expect(await code(uploads.receive(bytes(1), 'a.jpg', from('10.0.0.1')))).toBe('uploads.quota');
  expect(await code(uploads.receive(bytes(1), 'a.jpg', from('10.0.0.2')))).toBe('received');
});

test("visitors' photos go after three hours, files of accounts after eight days", async () => {
  const uploads = await openUploads(root);
  await uploads.receive(bytes(1), 'a.jpg', { accountId: NO_ACCOUNT, quota: MB, address: '10.0.0.1' });
  const kept = await uploads.receive(bytes(1), 'a.csv', officer);
  const age = async (hours: number) => {
    const then = new Date(Date.now() - hours * 3_600_000);
    for (const name of await readdir(path.join(root, 'uploads')))
      await utimes(path.join(root, 'uploads', name), then, then);
    await openUploads(root);
  };
  await age(2);
  expect(await waiting()).toBe(4);
  await age(4);
  expect((await readdir(path.join(root, 'uploads'))).sort()).toEqual([kept.fileId, `${kept.fileId}.json`].sort());
  await age(8 * 24 + 1);
  expect(await waiting()).toBe(0);
});

test('nothing is taken that the reserve of the disk would be needed for', async () => {
  process.env.SHOUWANG_DISK_RESERVE = String(2 ** 40);
  const uploads = await openUploads(root);
  await expect(uploads.receive(bytes(1), 'a.csv', officer)).rejects.toMatchObject({
    code: 'disk.reserve',
    message: expect.stringContaining('剩余空间不足'),
  });
  expect(await waiting()).toBe(0);
});
