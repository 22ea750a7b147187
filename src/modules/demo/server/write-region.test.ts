import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { encodeGb18030 } from './gb18030.ts';
import { generateRegion } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'demo-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function digest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash.update(name.slice(folder.length)).update(readFileSync(name));
  return hash.digest('hex');
}

const SMALL = { counties: [150923, 152222], households: 300 };

test('the same options give the same bytes, another seed gives others', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => join(root, name));
  if (!a || !b || !c) throw new Error('no folders');
  const first = await generateRegion({ outDir: a, ...SMALL });
  const again = await generateRegion({ outDir: b, ...SMALL });
  await generateRegion({ outDir: c, ...SMALL, seed: 1 });
  expect(first.households).toBe(300);
  expect(again).toEqual(first);
  expect(digest(b)).toBe(digest(a));
  expect(digest(c)).not.toBe(digest(a));
});

test('every feed row has its right answer on the same line', async () => {
  const outDir = join(root, 'truth-lines');
  const { rows } = await generateRegion({ outDir, ...SMALL });
  const data = readFileSync(join(outDir, 'dibao-roster.csv'), 'utf8').trimEnd().split('\n');
  const truth = readFileSync(join(outDir, 'truth', 'dibao-roster.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const members = readFileSync(join(outDir, 'members.csv'), 'utf8').split('\n');
  const ids = new Map(members.map((line) => line.split(',')).map((cells) => [cells[0], cells[4]]));
  expect(data.length).toBe((rows['dibao-roster'] ?? 0) + 1);
  expect(truth.length).toBe(data.length);
  const clean = truth.map((line) => line.split(',')).filter((answer) => answer[3] === 'clean');
  for (const answer of clean) expect(data[Number(answer[1]) - 1]?.startsWith(`${ids.get(answer[2])},`)).toBe(true);
});

test('the school roster is in GB18030', async () => {
  const outDir = join(root, 'school');
  await generateRegion({ outDir, ...SMALL });
  const bytes = readFileSync(join(outDir, 'school-enrolment.csv'));
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
  expect(new TextDecoder('gb18030').decode(bytes)).toMatch(/^证件号码,姓名,学校,年级,学年\n/);
});

test('an unknown county and a wrong date are refused in words', async () => {
  await expect(generateRegion({ outDir: root, counties: [999999] })).rejects.toThrow('没有找到所选旗县');
  await expect(generateRegion({ outDir: root, asOf: '2022-02-30' })).rejects.toThrow('不是有效日期');
});

test.each(['其其格,150923', '那顺·巴雅尔', 'x'])('GB18030 of %s decodes to itself', (text) => {
  expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
});

test('GB18030 refuses what needs four bytes', () => {
  expect(() => encodeGb18030('😀')).toThrow('no two-byte GB18030 code');
});
