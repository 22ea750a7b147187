import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBackupKey, makeBackupKey } from './backup-key.ts';
import { countRows } from './count-rows.ts';
import { gatherParts } from './gather.ts';
import { openParts, PART_BYTES, type Parts } from './parts.ts';

let folder: string;
let parts: Parts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-parts-'));
  await makeBackupKey(path.join(folder, 'key.json'));
  parts = openParts(folder, await loadBackupKey(path.join(folder, 'key.json')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (name: string) => path.join(folder, 'parts', name.slice(0, 2), name);
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'read',
    (error: { code?: string }) => error.code,
  );

test('a part comes back as it was, whether it gets smaller or not, and is written once', async () => {
  for (const plain of [Buffer.from('一'.repeat(5000)), randomBytes(70_000), Buffer.from([0])]) {
    const { name, isNew } = await parts.keep(plain);
    expect(isNew).toBe(true);
    expect((await parts.read(name)).equals(plain)).toBe(true);
    expect(await parts.keep(plain)).toEqual({ name, bytes: 0, isNew: false });
  }
  const { name } = await parts.keep(Buffer.from('一'.repeat(5000)));
  expect((await stat(fileOf(name))).size).toBeLessThan(200);
});

test('two at a time that are alike are written once', async () => {
  const plain = randomBytes(1000);
  const [one, other] = await Promise.all([parts.keep(plain), parts.keep(plain)]);
  expect(one.name).toBe(other.name);
  const names = await readdir(path.dirname(fileOf(one.name)));
  expect(names.filter((name) => name.endsWith('.coming'))).toEqual([]);
});

test('every changed byte is found, and so is a part that was cut', async () => {
  const { name } = await parts.keep(Buffer.from('牧区'.repeat(20)));
  const sealed = await readFile(fileOf(name));
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 0x40;
    await writeFile(fileOf(name), changed);
    expect(await codeOf(parts.read(name)), `byte ${at}`).toBe('backup.damaged');
  }
  for (const length of [0, 1, 28, sealed.length - 1]) {
    await writeFile(fileOf(name), sealed.subarray(0, length));
    expect(await codeOf(parts.read(name))).toBe('backup.damaged');
  }
  await writeFile(fileOf(name), sealed);
  expect(await codeOf(parts.read(name))).toBe('read');
});

test('with another key nothing is read', async () => {
  const { name } = await parts.keep(Buffer.from('one'));
  await makeBackupKey(path.join(folder, 'other.json'));
  const others = openParts(folder, await loadBackupKey(path.join(folder, 'other.json')));
  expect(await codeOf(others.read(name))).toBe('backup.damaged');
});

test('what comes in pieces is cut by its bytes alone', async () => {
  const plain = randomBytes(PART_BYTES + 1000);
  const gather = async (step: number) => {
    const gathered = gatherParts(parts, async () => undefined);
    for (let at = 0; at < plain.length; at += step) await gathered.add(plain.subarray(at, at + step));
    return gathered.end();
  };
  const whole = await gather(plain.length);
  expect(whole.parts).toHaveLength(2);
  expect(await gather(777_777)).toEqual(whole);
  const back = Buffer.concat(await Promise.all(whole.parts.map((name) => parts.read(name))));
  expect(back.equals(plain)).toBe(true);
});

/** A row of binary COPY: these values, null among them. */
function rowOf(...values: (string | null)[]): Buffer {
  const fields = values.flatMap((value) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value === null ? -1 : Buffer.byteLength(value));
    return value === null ? [length] : [length, Buffer.from(value)];
  });
  return Buffer.concat([Buffer.from([0, values.length]), ...fields]);
}

test('rows are counted wherever a part ends', () => {
  const bytes = Buffer.concat([rowOf('a', null, '户'), rowOf(null), rowOf('', 'x'.repeat(50)), rowOf(null, null)]);
  for (let size = 1; size <= bytes.length; size++) {
    const counter = countRows();
    for (let at = 0; at < bytes.length; at += size) counter.feed(bytes.subarray(at, at + size));
    expect(counter.rows(), `parts of ${size}`).toBe(4);
  }
  const counter = countRows();
  counter.feed(bytes.subarray(0, -1));
  expect(counter.rows()).toBeNaN();
});
