import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sniffTable } from './sniff.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shouwang-sniff-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

function fileOf(...parts: (string | Uint8Array)[]): string {
  const file = path.join(folder, `${files++}`);
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return file;
}

// 其其格 and 镕 (whose second byte is 0x46) in GB18030; 乗 is 81 5C: its second byte looks like a backslash.
const GB_NAMES = Buffer.from('c6e4c6e4b8f12ce9462c815c0a', 'hex');
const CHINESE = '证件号码,姓名\n150422199001011234,其其格\n';
const MIB = 1 << 20;

const TABLES: [string, string, { encoding: string; bomBytes: number }][] = [
  ['ASCII', fileOf('id,name\n1,a\n'), { encoding: 'utf-8', bomBytes: 0 }],
  ['UTF-8', fileOf(CHINESE), { encoding: 'utf-8', bomBytes: 0 }],
  ['UTF-8 with BOM', fileOf('\ufeff', CHINESE), { encoding: 'utf-8', bomBytes: 3 }],
  ['GB18030', fileOf(GB_NAMES), { encoding: 'gb18030', bomBytes: 0 }],
  ['UTF-8 with one damaged byte', fileOf(CHINESE.repeat(9), Buffer.of(0xff)), { encoding: 'utf-8', bomBytes: 0 }],
  ['a GB18030 part after a UTF-8 start', fileOf(CHINESE.repeat(30_000), GB_NAMES), { encoding: 'utf-8', bomBytes: 0 }],
  [
    'GB18030 names only after the first MiB',
    fileOf('12,ab\n'.repeat(MIB / 4), GB_NAMES),
    { encoding: 'gb18030', bomBytes: 0 },
  ],
  ['a cut character at the first MiB', fileOf('a', '中'.repeat(MIB)), { encoding: 'utf-8', bomBytes: 0 }],
  ['a zero byte in a cell', fileOf('id,name\n1,a\u0000b\n'), { encoding: 'utf-8', bomBytes: 0 }],
];

test.each(TABLES)('%s is a CSV', async (_, file, expected) => {
  expect(await sniffTable(file)).toMatchObject({ format: 'csv', ...expected });
});

test.each([
  ['an empty file', fileOf(''), 'tables.empty'],
  ['an old workbook', fileOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'tables.old-excel'],
  ['UTF-16', fileOf(Buffer.from(`\ufeff${CHINESE}`, 'utf16le')), 'tables.utf16'],
  ['UTF-16 without BOM', fileOf(Buffer.from(CHINESE.repeat(9), 'utf16le')), 'tables.utf16'],
  ['a PDF', fileOf('%PDF-1.7\n'), 'tables.not-a-table'],
  ['an image', fileOf(Buffer.from('89504e470d0a1a0a', 'hex')), 'tables.not-a-table'],
  ['a web page named .xls', fileOf('\ufeff\n<html><table>'), 'tables.not-a-table'],
  ['zeros', fileOf(new Uint8Array(4096)), 'tables.not-a-table'],
])('%s is refused', async (_, file, code) => {
  await expect(sniffTable(file)).rejects.toMatchObject({ name: 'Problem', code });
});
