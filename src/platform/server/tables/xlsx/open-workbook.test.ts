import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { openWorkbook, XLSX_LIMITS } from './open-workbook.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shouwang-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

function fileOf(bytes: Uint8Array): string {
  const file = path.join(folder, `${files++}.xlsx`);
  writeFileSync(file, bytes);
  return file;
}

const ANY = { file: 'x.xlsx', columns: [] };

/** All rows, the header with them. */
async function read(file: string, limits = XLSX_LIMITS): Promise<{ rows: string[][]; lines: number[] }> {
  const { header, line, chunks } = await openWorkbook(file, ANY, undefined, limits);
  const all = { rows: [header], lines: [line] };
  for await (const { rows, lines } of chunks) {
    all.rows.push(...rows);
    all.lines.push(...lines);
  }
  return all;
}

async function workbookOf(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  fill(workbook.addWorksheet('表一'));
  workbook.addWorksheet('表二').addRow(['not this one']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

type Part = { name: string; content: string | Buffer; claimed?: number };

/** A ZIP archive whose directory may lie about the size of a part. */
function zipOf(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimed } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(bytes), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claimed ?? bytes.length, 8);
    const common = Buffer.concat([Buffer.from('14000000080000002100', 'hex'), sizes, Buffer.of(name.length, 0, 0, 0)]);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), common, place, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook around the XML of a sheet's rows. */
function sheetZip(rows: string, more: Part[] = []): Buffer {
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', content: relations('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    ...more,
  ]);
}

test('cells come out as a person sees them', async () => {
  const bytes = await workbookOf((sheet) => {
    for (let i = 1; i <= 16; i++) sheet.getCell(2, i).value = `列${i}`;
    sheet.getCell('A3').value = '证件号码';
    sheet.getCell('B3').value = { richText: [{ text: '姓' }, { text: '名', font: { bold: true } }] };
    const cells = [
      '150422199001011234',
      150422199001011230,
      0.1 + 0.2,
      1234.5,
      1e-7,
      1e15,
      -0.05,
      true,
      new Date(Date.UTC(2022, 4, 3)),
      { formula: 'A1&"x"', result: '结果' },
      { formula: '1+1', result: 2 },
      { formula: 'DATE(2022,5,3)', result: new Date(Date.UTC(2022, 4, 3)) },
      { error: '#N/A' as const },
      { text: '链接', hyperlink: 'http://localhost/' },
      ' 空格 \n换行"',
      null,
      '',
    ];
    for (const [i, value] of cells.entries()) sheet.getCell(6, i + 1).value = value as exceljs.CellValue;
    sheet.getCell(6, 9).numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell(6, 12).numFmt = 'yyyy/m/d';
    sheet.getCell('C9').numFmt = '0.00';
  });
  expect(await read(fileOf(bytes))).toEqual({
    lines: [2, 3, 6],
    rows: [
      Array.from({ length: 16 }, (_, i) => `列${i + 1}`),
      ['证件号码', '姓名'],
      [
        '150422199001011234',
        '1.50422199001011E+17',
        '0.3',
        '1234.5',
        '0.0000001',
        '1E+15',
        '-0.05',
        'TRUE',
        '2022-05-03',
        '结果',
        '2',
        '2022-05-03',
        '#N/A',
        '链接',
        ' 空格 \n换行"',
      ],
    ],
  });
});

test('inline strings, cells without a reference, gaps and a header alone', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const file = fileOf(
    sheetZip(`<row r="2">${cell('a')}${cell('b')}</row><row r="7"><c r="B7"><v>1.5E+17</v></c></row>`),
  );
  expect(await read(file)).toEqual({
    lines: [2, 7],
    rows: [
      ['a', 'b'],
      ['', '1.5E+17'],
    ],
  });
  expect(await read(fileOf(sheetZip(`<row r="1">${cell('a')}</row>`)))).toEqual({ lines: [1], rows: [['a']] });
  await expect(read(fileOf(sheetZip('')))).rejects.toMatchObject({ code: 'tables.empty' });
});

test('many rows come in chunks, in order, however slowly they are taken', async () => {
  const rows = Array.from({ length: 23_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`);
  const sizes: number[] = [];
  let next = 0;
  const { chunks } = await openWorkbook(fileOf(sheetZip(`<row r="1"><c><v>9</v></c></row>${rows.join('')}`)), ANY);
  for await (const chunk of chunks) {
    sizes.push(chunk.rows.length);
    for (const [cell] of chunk.rows) expect(cell).toBe(String(next++));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(sizes).toEqual([5000, 5000, 5000, 5000, 3000]);
});

test('a reader that is left early, or aborted, stops', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`);
  const file = fileOf(sheetZip(rows.join('')));
  for await (const chunk of (await openWorkbook(file, ANY)).chunks) {
    expect(chunk.rows.length).toBe(5000);
    break;
  }
  const abort = new AbortController();
  const { chunks } = await openWorkbook(file, ANY, abort.signal);
  await chunks.next();
  abort.abort(new Error('stopped by hand'));
  await expect(chunks.next()).rejects.toThrow('stopped by hand');
});

const SOUND = sheetZip('<row><c><v>1</v></c></row>'.repeat(50));
const EVIL_TEXT = `<row r="1"><c r="A1" t="str"><v>${'0'.repeat(60_000_000)}</v></c></row>`;

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

test.each<[string, Buffer, string]>([
  ['cut in the middle', SOUND.subarray(0, SOUND.length / 2), 'tables.damaged'],
  ['cut at the end', SOUND.subarray(0, SOUND.length - 10), 'tables.damaged'],
  ['only a signature', Buffer.from('504b0304', 'hex'), 'tables.damaged'],
  ['one bit changed in a part', flipped(SOUND, SOUND.indexOf('sheet1.xml') + 30), 'tables.damaged'],
  ['a row number out of range', sheetZip('<row r="-5"><c><v>1</v></c></row>'), 'tables.damaged'],
  ['a column out of range', sheetZip('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'), 'tables.damaged'],
  ['a bomb', sheetZip(EVIL_TEXT), 'tables.inflates-too-much'],
  [
    'a bomb that claims to be small',
    sheetZip('', [{ name: 'xl/sharedStrings.xml', content: EVIL_TEXT, claimed: 100 }]),
    'tables.damaged',
  ],
  [
    'a bomb that claims to be nothing',
    sheetZip('', [{ name: 'xl/sharedStrings.xml', content: EVIL_TEXT, claimed: 0 }]),
    'tables.damaged',
  ],
  ['an archive of other files', zipOf([{ name: 'a.csv', content: 'a,b' }]), 'tables.not-a-table'],
  [
    'a text document',
    zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w/>' },
    ]),
    'tables.not-a-table',
  ],
])('%s is refused', async (_, bytes, code) => {
  await expect(read(fileOf(bytes))).rejects.toMatchObject({ name: 'Problem', code });
});

test.each([
  ['bytes', { fileBytes: 100 }, 'tables.too-large'],
  ['rows', { rows: 10 }, 'tables.too-large'],
  ['unpacked bytes', { unpackedBytes: 1000 }, 'tables.inflates-too-much'],
  ['cells', { cells: 20 }, 'tables.too-large'],
  ['time', { milliseconds: 0 }, 'tables.too-slow'],
  ['time before the header', { headerMilliseconds: 0 }, 'tables.too-slow'],
])('the limit of %s holds', async (_, limit, code) => {
  const rows = Array.from({ length: 100 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`);
  await expect(read(fileOf(sheetZip(rows.join(''))), { ...XLSX_LIMITS, ...limit })).rejects.toMatchObject({ code });
});

test('a workbook that needs more memory than allowed is refused, and the program goes on', async () => {
  const bytes = sheetZip(`<row><c t="str"><v>${'x'.repeat(45_000_000)}</v></c></row>`);
  await expect(read(fileOf(bytes), { ...XLSX_LIMITS, heapMb: 24 })).rejects.toMatchObject({ code: 'tables.too-large' });
});

const SHARED = { name: 'xl/sharedStrings.xml', content: '<sst><si><t>一</t></si><si/><si><t>三</t></si></sst>' };

test.each([
  ['how many texts', { strings: 2 }],
  ['the length of texts', { stringBytes: 4 }],
])('the limit of %s holds', async (_, limit) => {
  const file = fileOf(sheetZip('<row><c t="s"><v>2</v></c></row>', [SHARED]));
  expect((await read(file)).rows).toEqual([['三']]);
  await expect(read(file, { ...XLSX_LIMITS, ...limit })).rejects.toMatchObject({ code: 'tables.too-large' });
});

test('twelve million texts in a small file are refused soon, in little memory', async () => {
  const texts = Array.from({ length: 12_000_000 }, (_, i) => (i % 5 === 0 ? `<si><t>${i % 997}</t></si>` : '<si/>'));
  const file = fileOf(sheetZip('<row><c><v>1</v></c></row>', [{ ...SHARED, content: `<sst>${texts.join('')}</sst>` }]));
  const before = process.memoryUsage().rss;
  await expect(read(file)).rejects.toMatchObject({ code: 'tables.too-large' });
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
});

test('whoever goes away while the header is searched, or before it is his turn, is waited for no longer', async () => {
  const blank = fileOf(sheetZip('<row><c/></row>'.repeat(1_500_000)));
  const aborts = Array.from({ length: 4 }, () => new AbortController());
  const searches = aborts.map(({ signal }) => openWorkbook(blank, ANY, signal).catch((error: Error) => error.message));
  for (const abort of aborts) abort.abort(new Error('gone'));
  expect(await Promise.all(searches)).toEqual(['gone', 'gone', 'gone', 'gone']);
  expect((await read(fileOf(sheetZip('<row><c><v>1</v></c></row>')))).rows).toEqual([['1']]);
});

test('a blank text is not the first one, and what is spoken is no part of a text', async () => {
  const strings =
    '<sst><si><t>首</t></si><si><t>前</t><r><t>中</t></r><r><t>后</t></r><rPh sb="0" eb="1"><t>qian</t></rPh></si></sst>';
  const cells = '<c t="s"><v>1</v></c><c t="s"/><c t="s"><v/></c><c t="s"><v>0</v></c>';
  const file = fileOf(sheetZip(`<row>${cells}</row>`, [{ ...SHARED, content: strings }]));
  expect((await read(file)).rows).toEqual([['前中后', '', '', '首']]);
});
