import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { boundedName, openUploads } from './uploads.ts';

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
  const { fileId, name } = await uploads.receive(Readable.from(['a']), `${'x'.repeat(20_000)}.csv`, 7);
  expect(name).toHaveLength(120);
  expect(await uploads.takeUpload(fileId, 7)).toMatchObject({ name, byteSize: 1 });
  await rm(folder, { recursive: true });
});
