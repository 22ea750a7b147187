// Files as people hand them in, copied or made of what was handed in: each is loaded over a registry of nineteen invented
// persons (test/cases/registry) and must find them, or be refused with a sentence that says why.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Shouwang } from '../../src/app/open-shouwang.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { encodeGb18030 } from '../../src/modules/demo/server/gb18030.ts';
import { type LoadResult, loadBatch } from '../../src/modules/feeds/server/index.ts';
import { importRegistry } from '../../src/modules/registry-import/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { openTestDatabase } from '../harness.ts';
import { runCli } from '../run-cli.ts';
import { type MadeCell, type MadeSheet, madeWorkbook } from './made-workbook.ts';

const CASES = import.meta.dirname;
const ACTOR = systemActor('test');
const SETTLEMENT = 'medical-settlement';

let shouwang: Shouwang;
let folder: string;
let made = 0;

async function importFrom(directory: string) {
  const file = (name: string) => ({ path: path.join(directory, name), name });
  const files = { households: file('households.csv'), members: file('members.csv') };
  return importRegistry(shouwang.db, shouwang.keys, ACTOR, files);
}

beforeAll(async () => {
  shouwang = await openTestDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'shouwang-cases-'));
  await importFrom(path.join(CASES, 'registry'));
});

afterAll(async () => {
  await shouwang.close();
  rmSync(folder, { recursive: true, force: true });
});

async function load(file: string, dataset = SETTLEMENT): Promise<LoadResult> {
  return loadBatch(shouwang.db, shouwang.keys, ACTOR, { dataset, path: file, fileName: path.basename(file) });
}

/** What a file comes to: how its rows found their persons, and what was refused; or the code it is refused with. */
type Wanted = { methods: Record<string, number>; quarantine?: Record<string, number>; skipped?: number } | string;

async function outcomeOf(file: string, dataset?: string): Promise<Wanted> {
  try {
    const { methods, quarantine, skipped } = await load(file, dataset);
    return { methods, quarantine, skipped };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.message).toMatch(/[\u4e00-\u9fff].*请.*。$/s);
    return error.code;
  }
}

async function expectOutcome(file: string, wanted: Wanted, dataset?: string): Promise<void> {
  const full = typeof wanted === 'string' ? wanted : { quarantine: {}, skipped: 0, ...wanted };
  expect(await outcomeOf(file, dataset)).toEqual(full);
}

const id = (n: number, more: Partial<{ quarantine: Record<string, number>; skipped: number }> = {}) => ({
  methods: { id: n },
  ...more,
});

describe('files that were handed in', () => {
  test.each<[string, Wanted, string?]>([
    ['csv-bidi-marks-around-id', id(1)],
    ['csv-blank-rows-of-commas', id(2, { skipped: 3 })],
    ['csv-compatibility-ideograph', { methods: { 'id-repaired': 2 } }],
    ['csv-cr-only', id(2)],
    ['csv-date-with-midnight', id(2)],
    ['csv-date-with-time', id(2)],
    ['csv-dos-end-of-file', id(1, { skipped: 1 })],
    ['csv-header-line-break', id(1)],
    ['csv-private-use-characters', { methods: { 'id-repaired': 2 } }],
    ['csv-quote-marks-around-id', id(2)],
    ['csv-radicals-in-name', { methods: { 'id-repaired': 2 } }],
    ['csv-semicolons', id(1)],
    ['csv-sep-line', id(1)],
    ['csv-tabs', id(1)],
    ['csv-unclosed-quote-swallows-rows', id(4)],
    ['quarantine-csv-formula', { methods: {}, quarantine: { 'bad-amount': 1 } }],
    ['xlsb-binary-workbook', 'tables.binary-workbook'],
    ['xlsx-backslash-entries', id(1)],
    ['xlsx-chart-sheet-first', id(1)],
    ['xlsx-content-types-lower-backslash', id(1)],
    ['xlsx-empty-string-cell-a', id(1)],
    ['xlsx-empty-string-cell-name', id(1)],
    ['xlsx-float-residue', id(1)],
    ['xlsx-month-date-cell', id(1), 'dibao-roster'],
    ['xlsx-numeric-id-other-person', { methods: { 'bad-id': 1 } }],
    ['xlsx-parts-at-root', id(1)],
    ['xlsx-phonetic-inline', { methods: { 'id-repaired': 1 } }],
    ['xlsx-title-above-header', id(1)],
  ])('%s', async (name, wanted, dataset) => {
    const directory = path.join(CASES, name);
    await expectOutcome(path.join(directory, readdirSync(directory)[0] ?? ''), wanted, dataset);
  });

  test('what is kept of them', async () => {
    const rows = await shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ serial: string; total: number; institution: string | null; day: string }>`
        select serial_number as serial, total_fen::int as total, institution, settled_on::text as day from feed_medical_settlement
        where serial_number in ('CS00001', 'CS00025', 'CS00019', 'CS00021') order by serial_number`),
    );
    expect(rows).toEqual([
      { serial: 'CS00001', total: 123450, institution: null, day: '2022-05-03' },
      { serial: 'CS00019', total: 123450, institution: '镇卫生院', day: '2022-05-03' },
      { serial: 'CS00021', total: 123450, institution: '镇卫生院', day: '2022-05-03' },
      { serial: 'CS00025', total: 10, institution: '镇卫生院', day: '2022-05-03' },
    ]);
  });
});

const HEADER = ['结算流水号', '证件号码', '姓名', '嘎查村代码', '医疗机构', '总费用', '合规自付', '结算日期'];
type Row = Partial<Record<'serial' | 'id' | 'name' | 'village' | 'place' | 'total' | 'own' | 'day', MadeCell>>;

let serials = 0;

/** A row of 卢春燕, unless told otherwise. */
function row({ serial, id: number, name, village, place, total, own, day }: Row = {}): MadeCell[] {
  const person = [number ?? '15092319850312042X', name ?? '卢春燕', village ?? '150923101200'];
  return [
    serial ?? `M${++serials}`,
    ...person,
    place ?? '镇卫生院',
    total ?? '1234.5',
    own ?? '600',
    day ?? '2022-05-03',
  ];
}

function csv(...rows: MadeCell[][]): string {
  return [HEADER, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

function fileOf(content: string | Uint8Array, extension = 'csv'): string {
  const file = path.join(folder, `made-${made++}.${extension}`);
  writeFileSync(file, content);
  return file;
}

describe('CSV files made like them', () => {
  test.each<[string, () => string | Uint8Array, Wanted]>([
    [
      'marks of direction, soft hyphens, choosers of form',
      () => csv(row({ id: '\u206615092319850312042X\u2069\u00ad', name: '卢\u180e春\ufe00燕\u{e0100}' })),
      id(1),
    ],
    ['quotation marks on both sides', () => csv(row({ id: '‘15092319850312042X’' }), row({ name: '`卢春燕´' })), id(2)],
    [
      'radicals of the supplement',
      () =>
        csv(row({ id: '150923196610010931', name: '张国庆' }), row({ id: '150923198703301020', name: '\u2fa6凤仙' })),
      { methods: { 'id-repaired': 2 } },
    ],
    [
      'scientific notation',
      () => csv(row({ id: '1.50923E+17', name: '郝玉兰', village: '' })),
      { methods: { 'bad-id': 1 } },
    ],
    [
      'scientific notation, with the village',
      () => csv(row({ id: '1.50923197001023E+17', name: '郝玉兰' })),
      { methods: { 'name-village': 1 } },
    ],
    [
      'a serial that was cut',
      () => csv(row({ serial: '2.02205E+16' }), row()),
      { methods: { id: 1 }, quarantine: { 'bad-number': 1 } },
    ],
    [
      'IDs padded with zeros, of which one fits somebody else',
      () =>
        csv(
          row({ id: '150923197001023000', name: '郝玉兰', village: '' }),
          row({ id: '150923198503120000' }),
          row({ id: '150923197306060000', name: '李文秀', village: '' }),
        ),
      { methods: { 'bad-id': 2, 'name-village': 1 } },
    ],
    [
      'one ID that ends with zeros by itself',
      () => csv(row({ id: '150923197001023000', name: '宋桂芝' }), row()),
      id(2),
    ],
    [
      'amounts with words',
      () =>
        csv(row({ total: '427.06元' }), row({ total: '¥427.06' }), row({ total: '4.2万元' }), row({ total: '12.345' })),
      id(3, { quarantine: { 'bad-amount': 1 } }),
    ],
    [
      'serial numbers and times for days',
      () =>
        csv(
          row({ day: '44684' }),
          row({ day: '2022/5/3 23:59:59.997' }),
          row({ day: '2022-05-03T08:00:00Z' }),
          row({ day: '2022' }),
        ),
      id(3, { quarantine: { 'bad-date': 1 } }),
    ],
    [
      'a sum, a signature, blank rows',
      () =>
        csv(
          row(),
          row({ serial: '小计', id: '', name: '', village: '' }),
          HEADER.map(() => ''),
          ['合 计', '', '', '', '', '2469', '1200', ''],
          ['填表人:张三', '', '', '', '', '', '', ''],
        ),
      id(1, { skipped: 4 }),
    ],
    [
      'a title, a note and blank lines above',
      () => `附件1,,,,,,,\n\n"2022年5月\n医疗费用",,,,,,,\n填报单位:县医保局\n${csv(row())}`,
      id(1),
    ],
    [
      'a header over two rows',
      () =>
        `结算流水号,参保人,,嘎查村代码,医疗机构,费用,,结算日期\n,证件号码,姓名,,,总费用,合规自付,\n${csv(row()).split('\n').slice(1).join('\n')}`,
      id(1),
    ],
    ['units in the header', () => csv(row()).replace('总费用,合规自付', '总费用（元）,合规自付(万元)'), id(1)],
    ['an unknown unit', () => csv(row()).replace('总费用', '总费用(美元)'), 'tables.unknown-unit'],
    [
      'columns of its own come back',
      () =>
        csv(row())
          .replace('结算日期\n', '结算日期,文件,行号,原因\n')
          .replace('2022-05-03\n', '2022-05-03,a.csv,3,金额格式不对\n'),
      id(1),
    ],
    ['bars between cells', () => csv(row()).replaceAll(',', '|'), id(1)],
    ['full-width commas', () => csv(row()).replaceAll(',', '，'), id(1)],
    ['full-width commas in GB 18030', () => encodeGb18030(csv(row()).replaceAll(',', '，')), id(1)],
    [
      'semicolons after a title, in GB 18030',
      () => encodeGb18030(`医疗费用结算明细表\n${csv(row()).replaceAll(',', ';')}`),
      id(1),
    ],
    ['sep= with a tab', () => `sep=\t\r\n${csv(row()).replaceAll(',', '\t')}`, id(1)],
    ['CR only, with a quoted cell', () => csv(row({ place: '"镇\r卫生院"' }), row()).replaceAll('\n', '\r'), id(2)],
    ['two rows swallowed by a quote', () => csv(row({ place: '"县医院' }), row({ place: '镇卫生院"' })), id(2)],
    ['a cell over several lines', () => csv(row({ place: '"镇卫生院\n内科,一楼\n二楼"' }), row()), id(2)],
    ['one column', () => csv(row()).replaceAll(',', '  '), 'tables.missing-columns'],
  ])('%s', (_, content, wanted) => expectOutcome(fileOf(content()), wanted));

  test('the sentence says where the header was looked for, or what divides no cells', async () => {
    const refused = (content: string) => load(fileOf(content)).catch((error: Error) => error.message);
    expect(await refused(`明细表\n${csv(row()).replace('结算日期', '日子')}`)).toContain('最接近的是第 2 行');
    expect(await refused(csv(row()).replaceAll(',', ' '))).toContain('每行只有一列');
  });
});

const date = (serial: number): MadeCell => ({ xml: `<c s="1"><v>${serial}</v></c>` });

describe('workbooks made like them', () => {
  const book = (...rows: MadeCell[][]): MadeSheet => ({ name: '数据', rows: [HEADER, ...rows] });
  const shared = (index: number | string): MadeCell => ({ xml: `<c t="s"><v>${index}</v></c>` });

  test.each<[string, () => Uint8Array, Wanted]>([
    [
      'phonetic guides and text before the first run',
      () =>
        madeWorkbook({
          strings:
            '<si><t>卢</t><r><t>春</t></r><r><t>燕</t></r><rPh sb="0" eb="1"><t>lu</t></rPh><phoneticPr fontId="1"/></si>',
          sheets: [
            book(
              row({ name: shared(0) }),
              row({ name: { xml: '<c t="inlineStr"><is><t>卢</t><r><t>春燕</t></r></is></c>' } }),
            ),
          ],
        }),
      id(2),
    ],
    [
      'blank texts in every way',
      () =>
        madeWorkbook({
          strings: '<si><t>首</t></si>',
          sheets: [
            book(
              row({ name: { xml: '<c t="s"/>' } }),
              row({ name: { xml: '<c t="s"><v></v></c>' } }),
              row({ name: { xml: '<c t="s"><v/></c>' } }),
              row({ name: shared(99) }),
            ),
          ],
        }),
      id(4),
    ],
    [
      'an ID of eighteen digits in a numeric cell',
      () =>
        madeWorkbook({
          sheets: [book(row({ id: { xml: '<c><v>150923197001023000</v></c>' }, name: '郝玉兰', village: '' }))],
        }),
      { methods: { 'bad-id': 1 } },
    ],
    [
      'a serial in a numeric cell',
      () => madeWorkbook({ sheets: [book(row({ serial: 1234567890123456 }), row({ serial: 123456789012345 }))] }),
      { methods: { id: 1 }, quarantine: { 'bad-number': 1 } },
    ],
    [
      'hidden sheets and a cover first',
      () =>
        madeWorkbook({
          sheets: [
            { name: '旧', state: 'hidden', rows: [HEADER, row({ id: 'x' })] },
            { name: '封面', rows: [['填报说明'], ['请按样表填写']] },
            { name: '图', kind: 'chartsheet', rows: [] },
            book(row()),
          ],
        }),
      id(1),
    ],
    [
      'only hidden sheets have the header',
      () =>
        madeWorkbook({
          sheets: [
            { name: '封面', rows: [['填报说明']] },
            { ...book(row()), state: 'veryHidden' },
          ],
        }),
      'tables.missing-columns',
    ],
    [
      'parts in capitals, at the root, with strokes',
      () => madeWorkbook({ sheets: [book(row())], rename: (name) => `/${name.toUpperCase().replaceAll('/', '\\')}` }),
      id(1),
    ],
    [
      'days by format, near midnight, counted from 1904',
      () =>
        madeWorkbook({
          formats: ['yyyy"年"m"月"d"日"'],
          is1904: true,
          sheets: [
            book(
              row({ day: date(43222) }),
              row({ day: date(43222.99999996528) }),
              row({ day: date(43222.9999999999) }),
            ),
          ],
        }),
      id(3),
    ],
    [
      'a date cell that is no date',
      () => madeWorkbook({ formats: ['yyyy/m/d'], sheets: [book(row({ day: date(-5) }))] }),
      { methods: {}, quarantine: { 'bad-date': 1 } },
    ],
    [
      'residues of arithmetic',
      () =>
        madeWorkbook({
          sheets: [
            book(
              row({ total: 0.1 + 0.2 }),
              row({ total: 1.1 * 3 }),
              row({ total: 1000.1 - 1000 }),
              row({ total: 100 / 3 }),
            ),
          ],
        }),
      id(4),
    ],
    [
      'blank rows, formatted rows, a sum',
      () => madeWorkbook({ sheets: [book(row(), [], [null, null], row(), ['', '合计', '', '', '', 2469], [], [])] }),
      id(2, { skipped: 3 }),
    ],
    [
      'a merged title, notes, a header in row five',
      () =>
        madeWorkbook({
          sheets: [
            { name: '表', rows: [['医疗费用结算明细表'], [], ['单位:元'], ['填报单位:', '医保局'], HEADER, row()] },
          ],
        }),
      id(1),
    ],
    [
      'content in a column without a header',
      () => madeWorkbook({ sheets: [book([...row(), '', '备注'])] }),
      { methods: {}, quarantine: { columns: 1 } },
    ],
    [
      'namespaces, comments, CDATA',
      () =>
        madeWorkbook({
          sheets: [
            {
              name: '表',
              rows: [
                HEADER,
                row({ name: { xml: '<!-- <c/> --><c t="inlineStr"><is><t><![CDATA[卢春]]>&#29141;</t></is></c>' } }),
              ],
            },
          ],
        }),
      id(1),
    ],
  ])('%s', (_, content, wanted) => expectOutcome(fileOf(content(), 'xlsx'), wanted));

  test('a note above the header counts for amounts that say nothing themselves', async () => {
    const rows = [['医疗费用'], ['单位：万元'], HEADER, row({ serial: 'WAN1', total: '1.5', own: '0.123456' })];
    await load(fileOf(madeWorkbook({ sheets: [{ name: '表', rows }] }), 'xlsx'));
    const kept = await shouwang.db.bulkRead((tx) =>
      tx.first(
        sql`select total_fen::int as total, self_paid_fen::int as own from feed_medical_settlement where serial_number = 'WAN1'`,
      ),
    );
    expect(kept).toEqual({ total: 1_500_000, own: 123_456 });
  });

  test('the result says which sheet and row were read, and how many IDs are lost', async () => {
    const sheets = [
      { name: '封面', rows: [['填报说明']] },
      { name: '明细', rows: [['标题'], HEADER, row({ id: 1.5e17 })] },
    ];
    const result = await load(fileOf(madeWorkbook({ sheets }), 'xlsx'));
    expect(result).toMatchObject({ sheet: '明细', headerLine: 2, lostIds: 1, methods: { 'name-village': 1 } });
  });

  test('months by format or as days', async () => {
    const header = ['证件号码', '姓名', '名册月份', '月保障金额'];
    const months: MadeCell[] = [date(44682), 44682, '2022年5月', '2022-05-31', 'May-22', '202205'];
    const rows = months.map((month): MadeCell[] => ['15092319850312042X', '卢春燕', month, 300]);
    const file = fileOf(
      madeWorkbook({ formats: ['yyyy"年"m"月"'], sheets: [{ name: '表', rows: [header, ...rows] }] }),
      'xlsx',
    );
    await expectOutcome(file, id(months.length), 'dibao-roster');
  });
});

describe('the registry', () => {
  test('words for yes and no are read by a table, others are unknown and a data issue', async () => {
    const { issues } = await importFrom(path.join(CASES, 'registry-working-words'));
    const working = await shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ working: boolean | null }>`select working from persons p join import_batches b on b.id = p.batch_id
        where b.id = (select max(id) from import_batches) order by p.line`),
    );
    expect(working.map((person) => person.working)).toEqual([true, true, true]);
    expect(issues['bad-working']).toBeUndefined();
  });

  test('numbers that a spreadsheet has cut are never a key', async () => {
    const households = '户编号,嘎查村代码,户类型,风险是否已消除,联系电话,工资性收入(万元),收入年度\n';
    const members = '人编号,户编号,姓名,证件号码,是否务工,是否低保\n';
    const write = (name: string, text: string) => ({ path: fileOf(text), name });
    const { issues, ...counts } = await importRegistry(shouwang.db, shouwang.keys, ACTOR, {
      households: write(
        'households.csv',
        `${households}9.9E+11,150923101200,一般农户,,,1,2021\nLOST1,150923101200,一般农户,已消除,1.38E+10,1.5,2021\n`,
      ),
      members: write(
        'members.csv',
        `${members}9.9E+13,LOST1,甲,,,\nLOST11,LOST1,乙,1.50923E+17,不清楚,×\n合计,2,,,,\n`,
      ),
    });
    expect(counts).toMatchObject({ refusedByReason: { 'bad-number': 2 }, skipped: 1 });
    expect(issues).toMatchObject({ 'bad-cleared': 1, 'phone-lost': 1, 'id-lost': 1, 'bad-working': 1 });
    const stored = await shouwang.db.bulkRead((tx) =>
      tx.first(sql`select h.risk_cleared, h.phone_key, h.net_fen::int as net, p.id_key, p.working, p.dibao
        from households h join persons p on p.household_id = h.id where h.number = 'LOST1'`),
    );
    expect(stored).toEqual({
      riskCleared: null,
      phoneKey: null,
      net: 1_500_000,
      idKey: null,
      working: null,
      dibao: false,
    });
  });
});

test('the command line tries every file, tells each, and fails where one was refused', async () => {
  const dataFolder = inject('dataFolder');
  const files = ['a', 'b', 'c'].map((name) => path.join(CASES, 'cli-load-three-files', `${name}.csv`));
  const { code, stdout } = await runCli(dataFolder, ['load', SETTLEMENT, '--json', ...files], {
    DATABASE_URL: shouwang.url,
    SHOUWANG_KEY_FILE: path.join(dataFolder, 'keys.json'),
  });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [
      { file: 'a.csv', rows: 1 },
      { file: 'b.csv', refused: expect.stringContaining('请') },
      { file: 'c.csv', rows: 1 },
    ],
  });
});
