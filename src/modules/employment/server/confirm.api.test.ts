// The monthly confirmation: what a tap writes, what takes it back, and what is refused.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  openSmallRegistry,
  REGION,
  TOWNSHIP,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { registerTools } from '../../../app/registers/tools.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { importSet } from '../../../platform/server/registers/import-set.ts';
import { loadBatch } from '../../feeds/server/index.ts';
import type { FoundEntry } from '../domain/contract.ts';

const MONTH = '2022-06-01';
const member = (name: string, order: number, birth = 19800501) => ({
  ...{ name, id: idNumber(birth, order), relation: order % 2 === 0 ? '配偶' : '户主' },
});
const HOUSEHOLDS = [
  { number: '户1', village: VILLAGE, members: [member('其其格', 1), member('巴图', 2)] },
  { number: '户2', village: VILLAGE, members: [member('乌云', 3), member('苏和', 4)] },
  { number: '户3', village: NEXT_VILLAGE, members: [member('娜仁', 5)] },
];
const SPELLS = `务工编号,户编号,人编号,姓名,就业形式,务工地代码,开始日期,组织方式,月收入,参加社会保险
W1,户1,户11,其其格,外出务工,110000,2022-03-01,自发,4000,
W2,户1,户12,巴图,就近就地,150923101001,2022-03-01,自发,3000,
W3,户2,户21,乌云,外出务工,150100,2021-03-01,自发,3000,
W4,户2,户22,苏和,帮扶车间,,2022-07-05,自发,2000,
W5,户3,户31,娜仁,外出务工,,2022-03-01,自发,2000,是`;
const CONFIRMED = `务工编号,月份,务工状态,确认日期,确认方式
W1,2022-05,在岗,2022-05-20,电话
W2,2022-05,在岗,2022-05-20,电话
W3,2022-03,在岗,2022-03-20,电话`;

let server: TestServer;
let folder: string;
let village: TestUser;

async function load(register: string, text: string) {
  const name = `${register}.csv`;
  await writeFile(path.join(folder, name), text);
  const { db, keys } = server.shouwang;
  const files = [{ path: path.join(folder, name), name, register }];
  const { files: read } = await importSet(db, keys, systemActor('file'), { ...registerTools, files });
  expect(read.map(({ refused }) => refused)).toEqual([{}]);
}

beforeAll(async () => {
  server = await openSmallRegistry(HOUSEHOLDS);
  server.moveClock(new Date('2022-06-20T02:00:00Z'));
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-confirm-'));
  await load('employment-spells', SPELLS);
  await load('employment-confirmations', CONFIRMED);
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const list = (user = village, area = VILLAGE) => user.client.employment.confirmList({ area, month: MONTH });
const jobOf = async (name: string) => {
  const found = (await list()).rows.find((row) => row.name === name);
  if (!found) throw new Error(`${name} is not on the list`);
  return found;
};
const keyOf = async (name: string) => {
  const { countyCode, id } = await jobOf(name);
  return { countyCode, id };
};
const confirm = (entries: FoundEntry[], requestId = crypto.randomUUID(), user = village) =>
  user.client.employment.confirm({ requestId, month: MONTH, way: 'phone', entries });
const undo = (entries: { countyCode: number; id: number }[], user = village) =>
  user.client.employment.undoConfirm({ requestId: crypto.randomUUID(), month: MONTH, entries });
const stored = <Row>(statement: string) => server.shouwang.db.bulkRead((tx) => tx.rows(sql.raw<Row>(statement)));

describe('the list of a village', () => {
  it('has the jobs that stand in the month, who was not confirmed for long first, and nothing of a job to come', async () => {
    const { rows, total, byOn, staleDays } = await list();
    expect(rows.map(({ name, standing, step }) => [name, standing, step])).toEqual([
      ['乌云', 'stale', 'region'],
      ['其其格', 'open', 'province'],
      ['巴图', 'open', 'village'],
    ]);
    expect({ total, byOn, staleDays }).toEqual({
      ...{ total: { spells: 3, done: 0, unreached: 0, stale: 1 }, byOn: '2022-06-25', staleDays: 62 },
    });
  });

  it('is of one village, and of the own area', async () => {
    const township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
    expect(await refusalOf(list(township, TOWNSHIP))).toBe('employment.needs-village');
    expect((await list(village, NEXT_VILLAGE)).rows).toEqual([]);
    expect((await list(township, NEXT_VILLAGE)).rows.map(({ name }) => name)).toEqual(['娜仁']);
  });
});

describe('a tap', () => {
  it('writes the confirmation of the month once, and is taken back by who made it', async () => {
    const key = await keyOf('其其格');
    const requestId = crypto.randomUUID();
    const answer = await confirm([{ ...key, found: 'working' }], requestId);
    expect(answer).toEqual({ kept: 1, refused: [] });
    expect(await confirm([{ ...key, found: 'working' }], requestId)).toEqual(answer);
    expect(await jobOf('其其格')).toMatchObject({ standing: 'done', found: 'working', mayUndo: true });
    const of = `select work_state, confirmed_on::text, confirmed_by, recorded_by <> 'file' as typed
      from employment_confirmations where spell_number = 'W1' and month = '${MONTH}' and not voided`;
    expect(await stored(of)).toEqual([
      { workState: 'working', confirmedOn: '2022-06-20', confirmedBy: 'phone', typed: true },
    ]);
    const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
    expect(await refusalOf(undo([key], county))).toBe('employment.not-confirmed');
    expect(await undo([key])).toEqual({ undone: 1, refused: [] });
    expect(await jobOf('其其格')).toMatchObject({ standing: 'open' });
    await confirm([{ ...key, found: 'waiting' }]);
    expect(await jobOf('其其格')).toMatchObject({ standing: 'done', found: 'waiting' });
  });

  it('who was not reached stays to be asked again', async () => {
    const key = await keyOf('巴图');
    await confirm([{ ...key, found: 'unreached' }]);
    expect((await list()).total).toMatchObject({ done: 1, unreached: 1 });
    await confirm([{ ...key, found: 'working' }]);
    expect((await list()).total).toMatchObject({ done: 2, unreached: 0 });
    await undo([key]);
  });

  it('of somebody who left ends the job with its reason, and both come back', async () => {
    const key = await keyOf('巴图');
    await confirm([{ ...key, found: 'left', leftOn: '2022-06-10', leavingReason: 'dismissed' }]);
    expect(await jobOf('巴图')).toMatchObject({ standing: 'done', leftOn: '2022-06-10', found: 'jobless' });
    expect(await refusalOf(confirm([{ ...key, found: 'working' }]))).toBe('employment.not-confirmed');
    await undo([key]);
    const again = await jobOf('巴图');
    expect(again.leftOn).toBeUndefined();
    expect(again.standing).toBe('open');
  });

  it('of somebody who works elsewhere ends this job and begins the next, and both come back', async () => {
    const key = await keyOf('巴图');
    await confirm([
      { ...key, found: 'elsewhere', since: '2022-06-08', step: 'province', province: '11', monthlyIncomeFen: 500_000 },
    ]);
    const jobs = `select number, job_form, work_region_code, monthly_income_fen, started_on::text, left_on::text from employment_spells
      where number like 'W2%' and not voided order by number`;
    expect(await stored(jobs)).toEqual([
      {
        ...{ number: 'W2', jobForm: 'nearby', workRegionCode: '150923101001', monthlyIncomeFen: 300_000 },
        ...{ startedOn: '2022-03-01', leftOn: '2022-06-08' },
      },
      {
        ...{ number: 'W2-202206', jobForm: 'away', workRegionCode: '110000000000', monthlyIncomeFen: 500_000 },
        ...{ startedOn: '2022-06-08', leftOn: null },
      },
    ]);
    const rows = (await list()).rows.filter(({ name }) => name === '巴图');
    expect(rows.map(({ standing, step }) => [standing, step])).toEqual([
      ['done', 'village'],
      ['done', 'province'],
    ]);
    await undo([key]);
    expect(await stored(jobs)).toMatchObject([{ number: 'W2', leftOn: null }]);
    await confirm([{ ...key, found: 'elsewhere', since: '2022-06-09', step: 'county' }]);
    expect(await stored(jobs)).toMatchObject([
      { leftOn: '2022-06-09' },
      { number: 'W2-202206', jobForm: 'nearby', startedOn: '2022-06-09' },
    ]);
    await undo([key]);
  });

  it('keeps what fits of a set and tells why the rest stays', async () => {
    const [key, other] = [await keyOf('巴图'), { countyCode: 150923, id: 999_999 }];
    const answer = await confirm([
      { ...key, found: 'working' },
      { ...other, found: 'working' },
    ]);
    expect(answer).toEqual({
      kept: 1,
      refused: [{ ...other, reason: '没有这条务工就业，或者它不在您的辖区内' }],
    });
    await undo([key]);
  });

  it('is of a month that has come, not of one long over', async () => {
    const key = await keyOf('巴图');
    const of = (month: string) =>
      village.client.employment.confirm({
        ...{
          requestId: crypto.randomUUID(),
          month,
          way: 'visit' as const,
          entries: [{ ...key, found: 'working' as const }],
        },
      });
    expect(await refusalOf(of('2022-07-01'))).toBe('employment.month-ahead');
    expect(await refusalOf(of('2022-01-01'))).toBe('employment.month-past');
    expect(await of('2022-05-01')).toMatchObject({ kept: 1 });
  });

  it('is for villages and those above, inside the own area', async () => {
    const next = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    const key = await keyOf('巴图');
    expect(await refusalOf(confirm([{ ...key, found: 'working' }], crypto.randomUUID(), next))).toBe(
      'employment.not-confirmed',
    );
    const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
    expect(await refusalOf(confirm([{ ...key, found: 'working' }], crypto.randomUUID(), auditor))).toMatch(/forbidden/);
  });
});

describe('rosters', () => {
  const feed = async (dataset: string, text: string) => {
    const file = path.join(folder, `${dataset}.csv`);
    await writeFile(file, text);
    const { db, keys } = server.shouwang;
    await loadBatch(db, keys, systemActor('人社'), { dataset, path: file, fileName: `${dataset}.csv` });
  };
  const idOf = (order: number) => idNumber(19800501, order);
  const proposed = async (user: TestUser) => (await user.client.employment.roster({ month: MONTH })).rows;
  const accept = (user: TestUser, entries: { countyCode: number; id: number }[]) =>
    user.client.employment.acceptRoster({
      ...{ requestId: crypto.randomUUID(), month: MONTH },
      entries: entries.map(({ countyCode, id }) => ({ countyCode, id })),
    });

  it('propose what the newest row says, of jobs that nobody has confirmed since', async () => {
    await feed(
      'employment-change',
      `证件号码,姓名,就业状态,变动日期
${idOf(1)},其其格,失业,2022-06-10
${idOf(2)},巴图,失业,2022-05-05
${idOf(2)},巴图,在岗,2022-06-15
${idOf(3)},乌云,失业,2022-06-05
${idOf(5)},娜仁,返乡,2022-01-05`,
    );
    await feed('medical-insurance', `证件号码,姓名,参保年度\n${idOf(5)},娜仁,2022\n${idOf(2)},巴图,2022`);
    const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
    expect((await proposed(county)).map(({ name, proposes, words }) => [name, proposes, words])).toEqual([
      ['乌云', 'left', '人社就业变动：2022-06-05 失业'],
      ['巴图', 'working', '人社就业变动：2022-06-15 在岗'],
      ['娜仁', 'check', '登记为参加社会保险，却在当年居民医保名册中'],
    ]);
    expect((await proposed(village)).map(({ name }) => name)).toEqual(['乌云', '巴图']);
    const region = await server.as({ role: 'region-officer', areaCode: REGION });
    expect(await refusalOf(proposed(region))).toBe('employment.needs-county');
  });

  it('are written only for whom somebody accepts, with what was said, and nothing of a contradiction', async () => {
    const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const rows = await proposed(county);
    const entries = rows.map(({ countyCode, id }) => ({ countyCode, id }));
    const { kept, refused } = await accept(county, entries);
    expect({ kept, refused: refused.map(({ reason }) => reason) }).toEqual({
      ...{ kept: 2, refused: ['名册现在不这样说，或者已经确认'] },
    });
    const of = `select c.spell_number, c.work_state, c.confirmed_by, c.remark, s.left_on::text from employment_confirmations c
      join employment_spells s on s.number = c.spell_number where c.month = '${MONTH}' and c.remark is not null and not c.voided order by 1`;
    expect(await stored(of)).toEqual([
      {
        ...{
          spellNumber: 'W2',
          workState: 'working',
          confirmedBy: null,
          remark: '人社就业变动：2022-06-15 在岗',
          leftOn: null,
        },
      },
      {
        ...{ spellNumber: 'W3', workState: 'jobless', confirmedBy: null, remark: '人社就业变动：2022-06-05 失业' },
        leftOn: '2022-06-05',
      },
    ]);
    expect((await proposed(county)).map(({ name }) => name)).toEqual(['娜仁']);
    expect(await refusalOf(accept(county, entries))).toBe('employment.not-confirmed');
    await county.client.employment.undoConfirm({
      requestId: crypto.randomUUID(),
      month: MONTH,
      entries: entries.slice(0, 2),
    });
    expect((await proposed(county)).map(({ name }) => name)).toEqual(['乌云', '巴图', '娜仁']);
  });
});

describe('progress', () => {
  it('is told by the regions below, parts and total alike', async () => {
    const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const { total, rows, byOn } = await county.client.employment.confirmProgress({ month: MONTH });
    expect(total).toEqual({ spells: 4, done: 1, unreached: 0, stale: 2 });
    expect(rows).toEqual([{ code: TOWNSHIP, name: expect.any(String), ...total }]);
    const below = await county.client.employment.confirmProgress({ area: TOWNSHIP, month: MONTH });
    expect(below.rows.map(({ code, spells, stale }) => [code, spells, stale])).toEqual([
      [VILLAGE, 3, 1],
      [NEXT_VILLAGE, 1, 1],
    ]);
    expect(byOn).toBe('2022-06-25');
  });

  it('follows what the county sets', async () => {
    const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const setting = { requestId: crypto.randomUUID(), regionCode: COUNTY, value: 20, basis: '旗人社局通知' };
    await county.client.employment.saveSetting({ ...setting, key: 'confirm.by', effectiveFrom: '2022-06-20' });
    expect((await list()).byOn).toBe('2022-06-20');
    const past = {
      ...setting,
      requestId: crypto.randomUUID(),
      key: 'confirm.by' as const,
      effectiveFrom: '2022-06-01',
    };
    expect(await refusalOf(county.client.employment.saveSetting(past))).toBe('employment.setting-past');
  });
});
