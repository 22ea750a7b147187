import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { BinaryRows, daysSince2000 } from '../bytes/pg-binary.ts';
import { parseCsv } from './csv-parse.ts';
import { splitCsv } from './csv-split.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shouwang-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Record_ = { line: number; cells: string[] };

function parsed(text: string, firstLine = 1): Record_[] {
  const out: Record_[] = [];
  parseCsv(text, firstLine, (cells, line) => out.push({ line, cells: cells.slice() }));
  return out;
}

async function splitAndParse(bytes: Uint8Array, chunkBytes: number): Promise<Record_[]> {
  const file = path.join(folder, 'x.csv');
  writeFileSync(file, bytes);
  const out: Record_[] = [];
  for await (const chunk of splitCsv(file, { start: 0, firstLine: 1, chunkBytes }))
    for (const record of parsed(new TextDecoder('utf-8').decode(chunk.bytes), chunk.firstLine)) out.push(record);
  return out;
}

test.each([
  [
    'a,b\nc,d\n',
    [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ],
  ],
  [
    'a,b\r\nc,d',
    [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ],
  ],
  [
    'a,"x\ny"\nb,c\n',
    [
      { line: 1, cells: ['a', 'x\ny'] },
      { line: 3, cells: ['b', 'c'] },
    ],
  ],
  ['"a ""b""",c\n', [{ line: 1, cells: ['a "b"', 'c'] }]],
  ['\n\na,\n', [{ line: 3, cells: ['a', ''] }]],
  [',,\n', [{ line: 1, cells: ['', '', ''] }]],
  ['="12",b\n', [{ line: 1, cells: ['="12"', 'b'] }]],
  ['"",""\n', [{ line: 1, cells: ['', ''] }]],
  [
    '"a\nb,c\n',
    [
      { line: 1, cells: ['"a'] },
      { line: 2, cells: ['b', 'c'] },
    ],
  ],
])('parseCsv %j', (text, expected) => expect(parsed(text)).toEqual(expected));

function written(records: string[][]): string {
  const quote = (cell: string) => (/[",\r\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell);
  return records.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

test('any cells survive writing, cutting anywhere, and reading, with their lines', async () => {
  const cell = fc.stringMatching(/^[a-c",\n 中文·]{0,6}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      async (records, size) => {
        const text = written(records);
        let line = 1;
        const expected = records.map((cells) => {
          const at = line;
          line += 1 + cells.join('').split('\n').length - 1;
          return { line: at, cells };
        });
        expect(await splitAndParse(new TextEncoder().encode(text), size)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

test('a lost closing quote costs its own record and not the file', async () => {
  const good = 'x,1\n'.repeat(400_000);
  const out = await splitAndParse(new TextEncoder().encode(`a,"lost\n${good}`), 256 * 1024);
  expect(out.length).toBeGreaterThan(100_000);
  expect(out.at(-1)).toEqual({ line: 400_001, cells: ['x', '1'] });
});

test.each([
  [20000101, 0],
  [20000301, 60],
  [19991231, -1],
  [20240229, 8825],
  [19000228, -36466],
])('daysSince2000 %i', (date, days) => expect(daysSince2000(date)).toBe(days));

test('binary rows are laid out as PostgreSQL documents it', () => {
  const rows = new BinaryRows();
  rows.row(4);
  rows.int4(-2);
  rows.int8(-1);
  rows.text('中a');
  rows.nullField();
  expect(Buffer.from(rows.take()).toString('hex')).toBe(
    '0004' + '00000004fffffffe' + '00000008ffffffffffffffff' + '00000004e4b8ad61' + 'ffffffff',
  );
});
