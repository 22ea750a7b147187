import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { boundedName, openUploads, type Uploads } from './uploads.ts';

let folder: string;
let uploads: Uploads;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uploads-'));
  uploads = await openUploads(folder);
});

const of = (text: string) => Readable.from([Buffer.from(text)]);
const account = (accountId: number) => ({ accountId, quota: 2 ** 30 });
const files = () => readdir(path.join(folder, 'uploads'));

describe('a file that is sent again under the same id', () => {
  it('is stored once, and the answer is that of the first time', async () => {
    const id = randomUUID();
    const first = await uploads.receive(of('照片'), '照片.jpg', account(1), id);
    expect(first.fileId).toBe(id);
    expect(await uploads.receive(of('照片'), '照片.jpg', account(1), id)).toEqual(first);
    expect(await files()).toHaveLength(2);
  });

  it('goes on after it was cut off, and leaves no part behind', async () => {
    const id = randomUUID();
    const cut = new Readable({ read() {} });
    cut.push('照');
    const refused = expect(uploads.receive(cut, '照片.jpg', account(1), id)).rejects.toThrow();
    cut.destroy(Object.assign(new Error('cut'), { code: 'ECONNRESET' }));
    await refused;
    expect(await files()).toEqual([]);
    await uploads.receive(of('照片'), '照片.jpg', account(1), id);
    const { path: stored } = await uploads.takeUpload(id, 1);
    expect(await readFile(stored, 'utf8')).toBe('照片');
  });

  it('sent twice at once is stored once', async () => {
    const id = randomUUID();
    const both = await Promise.all([
      uploads.receive(of('照片'), '照片.jpg', account(1), id),
      uploads.receive(of('照片'), '照片.jpg', account(1), id).catch((error: { code: string }) => error.code),
    ]);
    expect(both).toContainEqual(expect.objectContaining({ fileId: id }));
    expect((await files()).filter((name) => !name.endsWith('.json'))).toEqual([id]);
  });

  it('of another account is not replaced and not answered', async () => {
    const id = randomUUID();
    await uploads.receive(of('我的'), '我的.jpg', account(1), id);
    await expect(uploads.receive(of('别人的'), '别人的.jpg', account(2), id)).rejects.toMatchObject({
      code: 'uploads.aborted',
    });
    const { path: stored } = await uploads.takeUpload(id, 1);
    expect(await readFile(stored, 'utf8')).toBe('我的');
  });
});

it.each([
  ['名单.csv', '名单.csv'],
  [`${'长'.repeat(20_000)}.xlsx`, `${'长'.repeat(115)}.xlsx`],
  ['..\\..\\etc/passwd', 'passwd'],
  ['a\u0000b\n.csv', 'ab.csv'],
  ['   ', '未命名'],
])('a name is cut to a bound and holds no path', (given, expected) => {
  expect(boundedName(given)).toBe(expected);
});

it('a folder that was taken away is made again', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-uploads-'));
  const uploads = await openUploads(folder);
  await rm(path.join(folder, 'uploads'), { recursive: true });
  const { fileId, name } = await uploads.receive(Readable.from(['a']), `${'x'.repeat(20_000)}.csv`, account(7));
  expect(name).toHaveLength(120);
  expect(await uploads.takeUpload(fileId, 7)).toMatchObject({ name, byteSize: 1 });
  await rm(folder, { recursive: true });
});
