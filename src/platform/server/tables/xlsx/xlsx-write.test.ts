import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { openTable } from '../table-source.ts';
import { type SheetColumn, writeXlsx } from './xlsx-write.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shouwang-write-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER: SheetColumn[] = [
  { title: '证件号码', kind: 'text', width: 22 },
  { title: '人数', kind: 'number' },
  { title: '日期', kind: 'date' },
  { title: '金额', kind: 'money' },
  { title: '原因', kind: 'text' },
];

async function* laterRows() {
  yield ['150422199001011234', 3, '2022-05-03', 1234.5, '=1+1'];
  yield ['00123', '', '2022年', '12.30', '控制\u0000\u0001字符'];
  yield ['', null, '2024-02-29', -5, null];
}

async function written(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      { name: '退回/清单', header: HEADER, rows: laterRows(), redColumns: ['原因'] },
      { name: '第二张', header: [{ title: 'a', kind: 'text' }], rows: [['x']] },
    ],
  });
}

test('another reader finds values, kinds and looks', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(await written()) as unknown as exceljs.Buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['退回 清单', '第二张']);
  const sheet = workbook.worksheets[0];
  expect(sheet?.getRow(1).values).toEqual([undefined, ...HEADER.map(({ title }) => title)]);
  expect(sheet?.getRow(2).values).toEqual([
    undefined,
    '150422199001011234',
    3,
    new Date(Date.UTC(2022, 4, 3)),
    1234.5,
    '=1+1',
  ]);
  expect(sheet?.getCell('E2').type).toBe(exceljs.ValueType.String);
  expect(sheet?.getCell('A3').value).toBe('00123');
  expect(sheet?.getCell('C3').value).toBe('2022年');
  expect(sheet?.getCell('D3').value).toBe(12.3);
  expect(sheet?.getCell('E3').value).toBe('控制字符');
  expect(sheet?.getCell('A2').numFmt).toBe('@');
  expect(sheet?.getCell('D2').numFmt).toBe('#,##0.00');
  expect(sheet?.getCell('C2').numFmt).toBe('yyyy-mm-dd');
  expect(sheet?.getCell('A1').font.bold).toBe(true);
  expect(sheet?.getCell('A2').font?.bold).toBeFalsy();
  expect(sheet?.getCell('E2').font.color?.argb).toMatch(/C00000$/);
  expect(sheet?.getCell('A2').font?.color?.argb ?? '').not.toMatch(/C00000$/);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet?.getColumn(1).width).toBe(22);
});

test('a heading stands above the header, which filters, freezes and is printed on every page', async () => {
  const heading = { title: '商都县监测对象', note: '地区:商都县' };
  const bytes = await writeXlsx({ sheets: [{ name: 'a', header: HEADER, rows: laterRows(), heading }] });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  const sheet = workbook.worksheets[0];
  expect([sheet?.getCell('A1').value, sheet?.getCell('A2').value]).toEqual([heading.title, heading.note]);
  expect(sheet?.getRow(3).values).toEqual([undefined, ...HEADER.map(({ title }) => title)]);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(sheet?.autoFilter).toBe('A3:E6');
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
});

test('what was written is read back as text', async () => {
  const file = path.join(folder, 'a.xlsx');
  writeFileSync(file, await written());
  const source = await openTable(file, { file: 'a.xlsx', columns: [] });
  const rows = [source.header];
  for await (const chunk of source.chunks()) if (chunk.kind === 'rows') rows.push(...chunk.rows);
  expect(rows).toEqual([
    HEADER.map(({ title }) => title),
    ['150422199001011234', '3', '2022-05-03', '1234.5', '=1+1'],
    ['00123', '', '2022年', '12.3', '控制字符'],
    ['', '', '2024-02-29', '-5'],
  ]);
});

test('more than a workbook can hold is refused with a sentence', async () => {
  const header = Array.from({ length: 400 }, (_, i): SheetColumn => ({ title: `${i}`, kind: 'text' }));
  function* rows() {
    for (let i = 0; i < 20_000; i++) yield [];
  }
  await expect(writeXlsx({ sheets: [{ name: 'a', header, rows: rows() }] })).rejects.toMatchObject({
    code: 'tables.too-much-to-write',
  });
});

test('a header alone is a sheet', async () => {
  const file = path.join(folder, 'b.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'a', header: HEADER, rows: [] }] }));
  const source = await openTable(file, { file: 'b.xlsx', columns: [] });
  expect(source.header).toEqual(HEADER.map(({ title }) => title));
  for await (const chunk of source.chunks()) expect(chunk).toBeUndefined();
});
