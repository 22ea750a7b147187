// A county asks departments about the persons of many households, the department answers on screen and by file, and the answers go
// into the cases.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, VILLAGE } from '../../../../test/small-registry.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';

const HOUSEHOLDS = 6;
const OTHER_COUNTY = 152222000000;
const countyCode = COUNTY / 1_000_000;
const FIRST_ID = idNumber(19700101, 0);

let server: TestServer;
let walk: Walk;
let yibao: TestUser;
let cases: number[];
let folder: string;

beforeAll(async () => {
  server = await openSmallRegistry(
    Array.from({ length: HOUSEHOLDS }, (_, n) => ({
      number: `X${n}`,
      village: VILLAGE,
      members: [
        { name: `其其格${n}`, id: idNumber(19700101, n) },
        { name: `巴图${n}`, id: idNumber(19710101, 100 + n) },
      ],
    })),
  );
  walk = await openWalk(server);
  yibao = await server.as({ role: 'data-officer', areaCode: COUNTY, department: 'yibao' });
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-inquiries-'));
  const { items } = await walk.county.client.households.list({ area: COUNTY, limit: HOUSEHOLDS });
  cases = [];
  for (const { id } of items.sort((a, b) => a.number.localeCompare(b.number))) {
    const opened = await walk.open(id, '2022-06-01');
    await walk.verify(opened, '2022-06-02');
    cases.push(opened);
  }
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const targets = (ids: readonly number[]) =>
  Promise.all(ids.map(async (id) => ({ countyCode, id, version: (await walk.look(id)).version, own: {} })));

async function request(ids: readonly number[], departments: string[]) {
  const shared = { departments, note: '' };
  const input = { requestId: newId(), kind: 'request-comparison' as const, shared, cases: await targets(ids) };
  return walk.county.client.cases.bulkAct(input);
}

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const file = path.join(folder, `${newId()}.xlsx`);
  await writeFile(file, bytes);
  const source = await openTable(file, { file: 'list.xlsx', columns: [] });
  const rows = [source.header];
  for await (const chunk of source.chunks()) if (chunk.kind === 'rows') rows.push(...chunk.rows);
  return rows;
}

const listOf = async (user: TestUser, id: number, query = '') =>
  rowsOf(new Uint8Array(await (await user.get(`/inquiries/${id}/list.xlsx${query}`)).arrayBuffer()));

const csv = (rows: string[][]) => new TextEncoder().encode(rows.map((row) => `${row.join(',')}\n`).join(''));

let id: number;

describe('a request', () => {
  it('stands with its persons on one list for each department, which sees only its own', async () => {
    await request(cases.slice(0, 4), ['yibao', 'gongan']);
    const { items } = await walk.county.client.inquiries.list({});
    expect(
      items.map(({ department, households, persons, waiting }) => [department, households, persons, waiting]),
    ).toEqual([
      ['yibao', 4, 8, 8],
      ['gongan', 4, 8, 8],
    ]);
    const own = (await yibao.client.inquiries.list({})).items;
    expect(own.map(({ department }) => department)).toEqual(['yibao']);
    id = own[0]?.id ?? 0;
    const { items: persons } = await yibao.client.inquiries.persons({ id });
    expect(persons[0]).toMatchObject({ position: 1, name: '其其格0', isWaiting: true });
    expect(JSON.stringify(persons)).not.toContain(FIRST_ID);
    const police = items.find(({ department }) => department === 'gongan')?.id ?? 0;
    expect(await refusalOf(yibao.client.inquiries.show({ id: police }))).toBe('inquiries.not-found');
    const elsewhere = await server.as({ role: 'data-officer', areaCode: OTHER_COUNTY, department: 'yibao' });
    expect((await elsewhere.client.inquiries.list({})).items).toEqual([]);
    expect(await refusalOf(elsewhere.client.inquiries.persons({ id }))).toBe('inquiries.not-found');
    expect(await refusalOf(walk.village.client.inquiries.list({}))).toBe('http.forbidden');
  });

  it('that is taken back leaves the list', async () => {
    const { done } = await request([cases[4] ?? 0], ['yibao']);
    expect((await yibao.client.inquiries.show({ id })).persons).toBe(10);
    const undone = await walk.county.client.cases.bulkAct({
      ...{ requestId: newId(), kind: 'recall', shared: { reason: '办理后十秒内撤销' } },
      cases: done.map(({ version, ...key }) => ({ ...key, version, own: { seq: version } })),
    });
    expect(undone.refused).toEqual([]);
    expect((await yibao.client.inquiries.show({ id })).persons).toBe(8);
  });

  it('goes out as a workbook of texts, with whole IDs only for somebody who says why; later requests stand on another', async () => {
    const masked = await listOf(yibao, id);
    expect(masked[0]).toEqual('协查单号,序号,姓名,证件号码,嘎查村,户编号,协查结果,命中情形,说明'.split(','));
    expect(masked).toHaveLength(9);
    expect(JSON.stringify(masked)).not.toContain(FIRST_ID);
    const clear = await listOf(yibao, id, `?reason=${encodeURIComponent('医保系统查询需要')}`);
    expect(clear[1]?.[3]).toBe(FIRST_ID);
    const audit = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ reason: string; after: object }>`select reason, after from audit_entries
        where operation = 'inquiries.download' order by id`),
    );
    expect(audit).toMatchObject([{ after: { ids: false } }, { reason: '医保系统查询需要', after: { ids: true } }]);
    const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
    expect((await auditor.get(`/inquiries/${id}/list.xlsx`)).status).toBe(403);
    await request([cases[4] ?? 0], ['yibao']);
    expect((await yibao.client.inquiries.list({})).items.map(({ persons }) => persons)).toEqual([2, 8]);
  });
});

describe('an answer', () => {
  it('is given on screen for one or many, and may be changed while it is waited for', async () => {
    const reply = { result: 'hit' as const, hits: ['机动车'], note: '' };
    await yibao.client.inquiries.answer({ requestId: newId(), id, positions: [1], reply });
    await yibao.client.inquiries.answer({ requestId: newId(), id, positions: [1, 2], reply: { result: 'none' } });
    const { items } = await yibao.client.inquiries.persons({ id });
    expect(items.slice(0, 3).map((each) => each.reply?.result)).toEqual(['none', 'none', undefined]);
    expect((await yibao.client.inquiries.show({ id })).waiting).toBe(6);
    const stray = yibao.client.inquiries.answer({ requestId: newId(), id, positions: [99], reply: { result: 'none' } });
    expect(await refusalOf(stray)).toBe('inquiries.no-position');
  });

  it('comes in a file: good rows are taken, the others go back with the reason', async () => {
    const [header = [], ...rows] = await listOf(yibao, id);
    const filled = rows.map((row, i) => {
      const cells = [...row];
      if (i === 2) cells.splice(6, 3, '有情形', '机动车、商品房', '登记在册');
      else if (i === 3) cells.splice(6, 1, '查无此人');
      else if (i === 4) cells.splice(6, 1, '没有');
      else if (i === 5) cells[2] = '别人';
      return cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell));
    });
    filled[5]?.splice(6, 1, '无情形');
    const fileId = await yibao.upload('回复.csv', csv([header, ...filled]));
    const answer = await yibao.client.inquiries.answerFile({ requestId: newId(), id, fileId });
    expect(answer).toEqual({ answered: 4, refused: 2, empty: 2 });
    const { items } = await yibao.client.inquiries.persons({ id });
    expect(items[2]?.reply).toEqual({ result: 'hit', hits: ['机动车', '商品房'], note: '登记在册' });
    const refused = await rowsOf(
      new Uint8Array(await (await yibao.get(`/inquiries/${id}/refused.xlsx`)).arrayBuffer()),
    );
    expect(refused[0]?.at(-1)).toBe('原因');
    expect(refused.slice(1).map((row) => row.at(-1))).toEqual([
      expect.stringContaining('协查结果须为'),
      expect.stringContaining('姓名与名单不一致'),
    ]);
    const wrong = await yibao.upload('错.csv', csv([['甲', '乙']]));
    expect(await refusalOf(yibao.client.inquiries.answerFile({ requestId: newId(), id, fileId: wrong }))).toBe(
      'tables.missing-columns',
    );
  });
});

describe('taking answers into the cases', () => {
  it('records one reply for each household that is answered whole, at once, and can be undone', async () => {
    const recordable = await walk.county.client.inquiries.recordable({ id });
    expect(recordable.map((each) => [each.id, each.hits])).toEqual([
      [cases[0], []],
      [cases[1], ['其其格1：机动车', '其其格1：商品房']],
    ]);
    expect(await refusalOf(yibao.client.inquiries.record({ requestId: newId(), id }))).toBe('http.forbidden');
    const { done, refused } = await walk.county.client.inquiries.record({ requestId: newId(), id });
    expect(refused).toEqual([]);
    expect(done.map((each) => each.id)).toEqual(cases.slice(0, 2));
    expect((await walk.look(cases[1] ?? 0)).replies).toEqual([
      { department: 'yibao', hits: ['其其格1：机动车', '其其格1：商品房'], note: '查无此人：巴图1；其其格1：登记在册' },
    ]);
    const again = walk.county.client.inquiries.record({ requestId: newId(), id });
    expect(await refusalOf(again)).toBe('inquiries.nothing-to-record');
    await walk.county.client.cases.bulkAct({
      ...{ requestId: newId(), kind: 'recall', shared: { reason: '办理后十秒内撤销' } },
      cases: done.map(({ version, ...key }) => ({ ...key, version, own: { seq: version } })),
    });
    expect((await walk.county.client.inquiries.recordable({ id })).map((each) => each.id)).toEqual(cases.slice(0, 2));
    await walk.county.client.inquiries.record({ requestId: newId(), id });
  });

  it('a household that is decided takes no more answers, and nobody waits for it', async () => {
    const shared = { excluded: false, note: '无排除情形', withoutReply: '' };
    const { done } = await walk.county.client.cases.bulkAct({
      ...{ requestId: newId(), kind: 'compare', shared },
      cases: await targets([cases[0] ?? 0]),
    });
    expect(done).toHaveLength(1);
    const late = yibao.client.inquiries.answer({ requestId: newId(), id, positions: [1], reply: { result: 'none' } });
    expect(await refusalOf(late)).toBe('inquiries.not-waiting');
    expect((await yibao.client.inquiries.list({ state: 'waiting' })).items.map((each) => each.id)).toContain(id);
  });
});
