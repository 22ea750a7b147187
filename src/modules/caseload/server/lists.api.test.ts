// The lists of cases and clues are searched, and taken as workbooks: what is filtered, of the own area, with numbers masked.

import exceljs from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { type Helpers, helpersOf, morningOf, openCaseOn } from '../../../../test/helped-case.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  openSmallRegistry,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { systemActor } from '../../../platform/server/actor.ts';

const PHONE = '13847412345';
const countyCode = COUNTY / 1e6;

let server: TestServer;
let helpers: Helpers;

beforeAll(async () => {
  server = await openSmallRegistry([
    { number: 'H1', village: VILLAGE, members: [{ name: '王秀英', id: idNumber(19700101, 2) }] },
    { number: 'H2', village: VILLAGE, members: [{ name: '包金山', id: idNumber(19700101, 4) }] },
    { number: 'H3', village: NEXT_VILLAGE, members: [{ name: '王建军', id: idNumber(19700101, 6) }] },
  ]);
  helpers = await helpersOf(server);
  const { items } = await helpers.county.client.households.list({ area: COUNTY });
  const idOf = (number: string) => items.find((each) => each.number === number)?.id ?? 0;
  await openCaseOn(server, helpers, idOf('H1'), '2022-06-01');
  await openCaseOn(server, helpers, idOf('H2'), '2022-06-02');
  for (const number of ['H2', 'H3'])
    await helpers.county.client.clues.addClue({
      ...{ requestId: crypto.randomUUID(), countyCode, householdId: idOf(number), channel: 'social' },
      ...{ receivedOn: '2022-06-02', text: `来电反映户主住院,电话 ${PHONE}` },
    });
  server.moveClock(morningOf('2022-06-03'));
});

afterAll(() => server.close());

/** Rows of the workbook, each by the titles of its columns. */
async function sheetOf(user: TestUser, path: string): Promise<Record<string, string>[]> {
  const answer = await user.get(path);
  expect(answer.status).toBe(200);
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(await answer.arrayBuffer()) as unknown as exceljs.Buffer);
  // Title and note stand above the header.
  const [, , header = [], ...rows] = ((book.worksheets[0]?.getSheetValues().slice(1) ?? []) as unknown[][]).map(
    (cells) => cells.slice(1),
  );
  return rows.map((cells) => Object.fromEntries(header.map((title, i) => [String(title), String(cells[i] ?? '')])));
}

const heads = (rows: Record<string, string>[]) => rows.map((row) => row.户主).sort();

describe('the workbook of cases', () => {
  it('holds what the screen holds', async () => {
    const all = await sheetOf(helpers.county, '/cases/export');
    expect(heads(all)).toEqual(['包金山', '王秀英']);
    expect(all[0]).toMatchObject({
      户编号: 'H1',
      环节: '入户核实',
      办理层级: '嘎查村',
      剩余天数: '1',
      渠道: '干部走访排查',
    });
    const own = await sheetOf(helpers.county, '/cases/export?desk=mine&text=wxy');
    expect(own).toEqual([]);
    expect(heads(await sheetOf(helpers.village, '/cases/export?desk=mine&text=wxy'))).toEqual(['王秀英']);
  });

  it('is of the own area, and recorded without the text that was searched for', async () => {
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect(await sheetOf(stranger, '/cases/export')).toEqual([]);
    expect((await stranger.get(`/cases/export?area=${VILLAGE}`)).status).toBe(404);
    await sheetOf(helpers.township, '/cases/export?text=包金山&desk=waiting');
    const [taken] = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ after: object }>`
        select after from audit_entries where operation = 'caseload.export' order by id desc limit 1`),
    );
    expect(taken?.after).toEqual({ rows: 1, filter: { desk: 'waiting' }, byText: true });
  });
});

describe('what can be handed up as it is', () => {
  async function book(user: TestUser, path: string) {
    const answer = await user.get(path);
    const made = new exceljs.Workbook();
    await made.xlsx.load(Buffer.from(await answer.arrayBuffer()) as unknown as exceljs.Buffer);
    const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
    return { sheet: made.worksheets[0], name: decodeURIComponent(name) };
  }

  it('says what it is, of where, of which day and how it was filtered', async () => {
    const { sheet, name } = await book(helpers.county, '/cases/export?desk=waiting&text=wxy');
    expect(name).toBe('商都县监测对象_2022-06-03.xlsx');
    expect(sheet?.getCell('A1').value).toBe('商都县监测对象');
    expect(sheet?.getCell('A2').value).toBe('地区：商都县    日期：2022-06-03    筛选：等待他人、按文字查找');
    expect(sheet?.getRow(3).getCell(1).value).toBe('户主');
    expect(sheet?.autoFilter).toMatch(/^A3:/);
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '3:3' });
  });

  it('names the county of each row where there are several, and nowhere else', async () => {
    const region = await server.as({ role: 'region-officer', areaCode: 150000000000 });
    const [row] = await sheetOf(region, '/cases/export');
    expect(row?.旗县).toBe('商都县');
    expect((await sheetOf(helpers.county, '/cases/export'))[0]).not.toHaveProperty('旗县');
  });

  it('the rows behind a number of the bulletin', async () => {
    const rows = await sheetOf(helpers.county, '/cases/export?figure=open');
    expect(heads(rows)).toEqual(['包金山', '王秀英']);
  });
});

describe('the workbook of clues', () => {
  it('masks phones in what was told', async () => {
    const rows = await sheetOf(helpers.county, '/clues/export?channel=social');
    expect(heads(rows)).toEqual(['包金山', '王建军']);
    for (const row of rows) expect(row.线索内容).toMatch(/^来电反映户主住院,电话 138\*+345|138\*{4}2345$/);
    expect(JSON.stringify(rows)).not.toContain(PHONE);
  });

  it('holds what is filtered, of the own area', async () => {
    expect(heads(await sheetOf(helpers.village, '/clues/export?state=open'))).toEqual(['包金山']);
    expect(await sheetOf(helpers.village, '/clues/export?text=王建军')).toEqual([]);
  });
});

describe('a search', () => {
  const found = async (list: 'clues' | 'cases', text: string) => {
    const { client } = helpers.county;
    const { items, total } =
      list === 'clues' ? await client.clues.clues({ text }) : await client.caseload.cases({ text });
    expect(total).toBe(items.length);
    return [...new Set(items.map((item) => ('headName' in item ? item.headName : item.personName)))].sort();
  };

  it.each(['clues', 'cases'] as const)('finds %s by name, pinyin, initials, number and place', async (list) => {
    const { name } = (await helpers.county.client.regions.children({ code: Math.floor(VILLAGE / 1000) * 1000 })).find(
      ({ code }) => code === VILLAGE,
    ) ?? { name: '' };
    expect(await found(list, '包金')).toEqual(['包金山']);
    expect(await found(list, 'baojinshan')).toEqual(['包金山']);
    expect(await found(list, 'BJS')).toEqual(['包金山']);
    expect(await found(list, 'H1')).toEqual(['王秀英']);
    expect(await found(list, name)).toEqual(['包金山', '王秀英']);
    expect(await found(list, '%')).toEqual(await found(list, ''));
    expect(await found(list, '没有此人')).toEqual([]);
  });
});

describe('what a clue tells', () => {
  const clueOf = async (text: string) => {
    const { items } = await helpers.county.client.clues.clues({ text });
    return items[0];
  };

  it('is corrected, and what stood there before stays', async () => {
    const clue = await clueOf('王建军');
    if (!clue) throw new Error('no clue');
    const { client } = helpers.county;
    const key = { countyCode, id: clue.id };
    const given = { ...key, was: clue.text, text: '来电反映户主住院,已联系', reason: '笔误' };
    await client.clues.correctClue({ requestId: crypto.randomUUID(), ...given });
    const now = await client.clues.clueRecord(key);
    expect(now.text).toBe(given.text);
    expect(now.earlier).toEqual([expect.objectContaining({ text: clue.text, reason: '笔误' })]);
    const late = client.clues.correctClue({ requestId: crypto.randomUUID(), ...given });
    expect(await refusalOf(late)).toBe('cases.clue-changed');
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    const foreign = stranger.client.clues.correctClue({
      requestId: crypto.randomUUID(),
      ...given,
      was: given.text,
    });
    expect(await refusalOf(foreign)).toBe('cases.clue-not-found');
  });

  it('stands first on the case, with numbers masked', async () => {
    const [found] = (await helpers.county.client.caseload.cases({ text: '王秀英' })).items;
    const { clues } = await helpers.county.client.cases.case({ countyCode, id: found?.id ?? 0 });
    expect(clues).toHaveLength(1);
    expect(clues[0]).toMatchObject({ channel: 'visit', text: expect.stringContaining('') });
    expect(clues[0]?.text.length).toBeGreaterThan(3);
  });
});

it('is paged past cases that have no deadline', async () => {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
    result: await tx.run(sql`update cases set due_on = null`),
    audit: [],
  }));
  const { cases: list } = helpers.county.client.caseload;
  const first = await list({ limit: 1 });
  expect(first.next).toBeDefined();
  const second = await list({ limit: 1, cursor: first.next });
  expect(second.items).toHaveLength(1);
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
});
