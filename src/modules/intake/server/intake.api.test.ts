// A department's file on screen: seen before anything is written, its columns explained once, and held where it looks wrong.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import {
  ACTOR,
  COUNTY,
  OTHER,
  openScreenedRegion,
  requestId,
  type ScreenedRegion,
} from '../../../../test/screened-region.ts';
import { idNumber } from '../../../../test/small-registry.ts';
import { open } from '../../../platform/server/keys.ts';
import { writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { expireHeld } from '../../feeds/server/index.ts';
import { tendMessages } from '../../messages/server/index.ts';

let region: ScreenedRegion;
let server: TestServer;
let officer: TestUser;
/** Sound IDs of the county, with names. */
let people: { id: string; name: string }[];

beforeAll(async () => {
  region = await openScreenedRegion();
  server = region.server;
  officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const rows = await query<{ name: string; sealed: Uint8Array }>(
    sql`select name, sealed from persons where county_code = 150923 and id_sound and not id_passed_on order by id limit 40`,
  );
  people = rows.map(({ name, sealed }) => ({ name, id: open(server.shouwang.keys, sealed).split('\n')[0] ?? '' }));
});
afterAll(() => region.close());

function query<T>(fragment: ReturnType<typeof sql<T>>): Promise<T[]> {
  return server.shouwang.db.bulkRead((tx) => tx.rows(fragment));
}

const STRANGE = '单据号,参保人证号,参保人,费用合计,个人自付,出院日';
let serial = 0;
function bill({ id, name }: { id: string; name: string }, day = '2022-05-03'): string {
  serial += 1;
  return `INTAKE${serial},${id},${name},1200.50,300.00,${day}`;
}
const NAMES = [
  ['结算流水号', '单据号'],
  ['证件号码', '参保人证号'],
  ['姓名', '参保人'],
  ['总费用', '费用合计'],
  ['合规自付', '个人自付'],
  ['结算日期', '出院日'],
].map(([column = '', header = '']) => ({ column, header }));

const dataset = 'medical-settlement';
const GOOD = '结算流水号,证件号码,姓名,总费用,合规自付,结算日期';
const csv = (header: string, rows: string[]) => `${header}\n${rows.join('\n')}\n`;
const batches = async () => (await query<{ n: number }>(sql`select count(*)::int as n from feed_batches`))[0]?.n;

async function handIn(user: TestUser, name: string, content: string, names?: typeof NAMES) {
  const fileId = await user.upload(name, content);
  const made = await user.client.feeds.createBatch({
    ...{ requestId: requestId(), fileId, dataset },
    ...(names ? { names } : {}),
  });
  await server.jobDone(`feeds.batch:${made.id}`);
  return user.client.feeds.batch({ id: made.id });
}

describe('a preview', () => {
  it('writes nothing, shows rows with what is wrong in them, and how many speak of known people', async () => {
    const before = await batches();
    const rows = [...people.slice(0, 3).map((each) => bill(each)), bill({ id: idNumber(19700101, 1), name: '外人' })];
    const fileId = await officer.upload('预览.csv', csv(GOOD, [...rows, bill({ id: '', name: '甲' }, '2022-02-30')]));
    const { file, looked } = await officer.client.intake.previewFile({ fileId, dataset });
    expect(file).toMatchObject({ headerLine: 1, unknown: [], sample: { header: GOOD.split(',') } });
    expect(file.problem).toBeUndefined();
    expect(looked).toEqual({
      ...{ rows: 5, whole: true, refused: 1, withId: 4, known: 3 },
      reasons: [{ code: 'bad-date', title: '日期不存在或格式不对', rows: 1 }],
    });
    expect(file.sample.rows[4]).toMatchObject({ line: 6, problem: '“结算日期”日期不存在或格式不对' });
    expect(JSON.stringify(file)).not.toContain(people[0]?.id);
    expect(await batches()).toBe(before);
    // The file is still there to be handed in.
    const { id } = await officer.client.feeds.createBatch({ requestId: requestId(), fileId, dataset });
    await server.jobDone(`feeds.batch:${id}`);
    expect((await officer.client.feeds.batch({ id })).state).toBe('loaded');
  });

  it('shows twenty rows and looks at two thousand of a long file', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => bill(people[i % 40] ?? { id: '', name: '' }));
    const fileId = await officer.upload('长.csv', csv(GOOD, rows));
    const { file, looked } = await officer.client.intake.previewFile({ fileId, dataset });
    expect(file.sample.rows).toHaveLength(20);
    expect(looked).toMatchObject({ rows: 2000, whole: false, known: 2000 });
  });

  it('finds the likeliest sheet and row where nothing is called as it should, and masks every number', async () => {
    const cover = { name: '填报说明', header: [{ title: '说明', kind: 'text' as const }], rows: [['请按月填报']] };
    const table = {
      name: '明细',
      header: STRANGE.split(',').map((title) => ({ title, kind: 'text' as const })),
      rows: [bill(people[0] ?? { id: '', name: '' }).split(',')],
      heading: { title: '附件1', note: '2022年5月' },
    };
    const book = new Uint8Array(await writeXlsx({ sheets: [cover, table] }));
    const fileId = await officer.upload('奇怪.xlsx', book);
    const { file } = await officer.client.intake.previewFile({ fileId, dataset });
    expect(file).toMatchObject({ sheet: '明细', headerLine: 3, unknown: STRANGE.split(',') });
    expect(file.problem).toContain('缺少必需的列');
    expect(file.sample.rows).toHaveLength(1);
    expect(JSON.stringify(file)).not.toContain(people[0]?.id);
    const named = await officer.client.intake.previewFile({ fileId, dataset, names: NAMES });
    expect(named.file.problem).toBeUndefined();
    expect(named.file.columns[0]).toEqual({ title: '结算流水号', required: true, header: '单据号' });
    expect(named.looked).toMatchObject({ rows: 1, refused: 0, known: 1 });
  });

  it('is of the own upload and the own department only', async () => {
    const fileId = await officer.upload('别人.csv', csv(GOOD, []));
    const other = await server.as({ role: 'data-officer', areaCode: COUNTY, department: 'yibao' });
    expect(await refusalOf(other.client.intake.previewFile({ fileId, dataset }))).toBe('uploads.not-found');
    const water = await server.as({ role: 'data-officer', areaCode: COUNTY, department: 'shuili' });
    expect(await refusalOf(water.client.intake.previewFile({ fileId, dataset }))).toBe('feeds.other-department');
    const names = [{ column: '没有这一列', header: '单据号' }];
    expect(await refusalOf(officer.client.intake.previewFile({ fileId, dataset, names }))).toBe('feeds.no-such-column');
  });
});

describe('columns named by hand', () => {
  it('load the file, and map the next one of the same office by themselves', async () => {
    const first = await handIn(
      officer,
      '五月.csv',
      csv(
        STRANGE,
        people.slice(0, 5).map((each) => bill(each)),
      ),
      NAMES,
    );
    expect(first).toMatchObject({ state: 'loaded', counts: { rows: 5, matched: 5 } });
    const next = csv(
      STRANGE.replace('出院日', ' 出院日 '),
      people.slice(5, 9).map((each) => bill(each)),
    );
    const fileId = await officer.upload('六月.csv', next);
    const { file, remembered } = await officer.client.intake.previewFile({ fileId, dataset });
    expect(file.problem).toBeUndefined();
    expect(remembered).toHaveLength(6);
    const sibling = await server.as({ role: 'county-officer', areaCode: OTHER });
    const theirs = await sibling.upload('六月.csv', next);
    const unknown = await sibling.client.intake.previewFile({ fileId: theirs, dataset });
    expect(unknown.remembered).toEqual([]);
    expect(unknown.file.problem).toBeDefined();
  });

  it('are not taken for granted where nobody was shown them: a load without names knows the contract only', async () => {
    const batch = await handIn(
      officer,
      '七月.csv',
      csv(
        STRANGE,
        people.slice(0, 2).map((each) => bill(each)),
      ),
    );
    expect(batch).toMatchObject({ state: 'failed' });
    expect(batch.problem).toContain('结算流水号');
  });
});

describe('a batch that looks wrong', () => {
  const strangers = (n: number) =>
    Array.from({ length: n }, (_, i) => bill({ id: idNumber(19710101 + i, 300 + i), name: '生人' }));
  const rowsOf = (id: number) =>
    query<{ n: number }>(sql`select count(*)::int as n from feed_medical_settlement where batch_id = ${id}`);
  const kept = () => readdir(path.join(server.shouwang.dataFolder, 'batches')).catch(() => []);

  it('is held with nothing in the tables, told in words, and its refused rows can be had', async () => {
    const before = await ratesOf();
    const good = people.slice(0, 13).map((each) => bill(each));
    const bad = Array.from({ length: 29 }, () => bill(people[0] ?? { id: '', name: '' }, '2022-13-01'));
    const batch = await handIn(officer, '坏.csv', csv(GOOD, [...good, ...bad]));
    expect(batch).toMatchObject({ state: 'held', counts: { rows: 42, quarantined: 29, matched: 13 } });
    expect(batch.heldFor).toEqual([expect.stringMatching(/^42 行中有 29 行不合要求/)]);
    expect(await rowsOf(batch.id)).toEqual([{ n: 0 }]);
    expect(await query(sql`select 1 from stray_rows where batch_id = ${batch.id}`)).toEqual([]);
    expect((await officer.client.feeds.quarantine({ id: batch.id })).items).toHaveLength(29);
    expect((await officer.get(`/feeds/batches/${batch.id}/quarantine.xlsx`)).status).toBe(200);
    expect(await ratesOf()).toEqual(before);
    expect(await kept()).toHaveLength(1);
    const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
    expect(await refusalOf(auditor.client.feeds.confirmBatch(wordOn(batch.id)))).toBe('http.forbidden');

    await officer.client.feeds.confirmBatch(wordOn(batch.id));
    await server.jobDone(`feeds.batch:${batch.id}`);
    const loaded = await officer.client.feeds.batch({ id: batch.id });
    expect(loaded).toMatchObject({ state: 'loaded', heldFor: [], decision: { reason: '医保局来函说明' } });
    expect(await rowsOf(batch.id)).toEqual([{ n: 13 }]);
    expect((await officer.client.feeds.quarantine({ id: batch.id })).items).toHaveLength(29);
    expect(await kept()).toEqual([]);
    expect(await refusalOf(officer.client.feeds.confirmBatch(wordOn(batch.id)))).toBe('feeds.not-held');
    const [entry] = await query<{ reason: string }>(
      sql`select reason from audit_entries where operation = 'feeds.confirm-batch' and subject_id = ${String(batch.id)}`,
    );
    expect(entry?.reason).toBe('医保局来函说明');
  });

  it('can be withdrawn, and its file goes', async () => {
    const batch = await handIn(officer, '生人.csv', csv(GOOD, strangers(6)));
    expect(batch.state).toBe('held');
    expect(batch.heldFor[0]).toContain('没有一行在登记册中找到人');
    const other = await server.as({ role: 'county-officer', areaCode: OTHER });
    expect(await refusalOf(other.client.feeds.withdrawBatch(wordOn(batch.id)))).toBe('feeds.no-batch');
    await officer.client.feeds.withdrawBatch(wordOn(batch.id));
    expect(await officer.client.feeds.batch({ id: batch.id })).toMatchObject({ state: 'withdrawn', heldFor: [] });
    expect(await kept()).toEqual([]);
    expect(await rowsOf(batch.id)).toEqual([{ n: 0 }]);
    // The same bytes may be handed in again.
    expect(await refusalOf(officer.client.feeds.confirmBatch(wordOn(batch.id)))).toBe('feeds.not-held');
  });

  it('is withdrawn by itself when nobody answers for so many days, and its file removed', async () => {
    const batch = await handIn(officer, '无人确认.csv', csv(GOOD, strangers(9)));
    expect(batch.state).toBe('held');
    const before = (await kept()).length;
    const daysOn = (days: number) => ({
      ...server.api.services,
      clock: () => new Date(Date.now() + days * 86_400_000),
    });
    const { db } = server.shouwang;
    expect(await expireHeld(daysOn(14), db, async () => 15)).toBe(0);
    expect((await kept()).length).toBe(before);
    expect(await expireHeld(daysOn(16), db, async () => 15)).toBe(before);
    expect(await kept()).toEqual([]);
    expect(await officer.client.feeds.batch({ id: batch.id })).toMatchObject({ state: 'withdrawn' });
    await tendMessages(server.api.services, db);
    const [told] = (await officer.client.messages.list({ kind: 'refused' })).items;
    expect(told?.facts).toEqual({ file: '无人确认.csv' });
  });

  it('is one without rows, too', async () => {
    const batch = await handIn(officer, '空.csv', csv(GOOD, []).trimEnd());
    expect(batch).toMatchObject({ state: 'held', counts: { rows: 0 } });
    expect(batch.heldFor[0]).toContain('没有数据行');
  });

  it('is held large as well, and leaves no table of its own', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `BULK${i},,${'生人'.repeat(4)},1200.50,300.00,2022-05-03`);
    const batch = await handIn(officer, '大.csv', csv(GOOD, many));
    expect(batch).toMatchObject({ state: 'held', counts: { rows: 60_000 } });
    expect(await query(sql`select 1 from stray_rows where batch_id = ${batch.id}`)).toEqual([]);
    const tables = await query(sql`select 1 from pg_class where relname = ${`feed_medical_settlement_p${batch.id}`}`);
    expect(tables).toEqual([]);
    await officer.client.feeds.withdrawBatch(wordOn(batch.id));
  });

  it('goes by the value in force for the office', async () => {
    await server.shouwang.db.bulk(ACTOR, async (tx) => {
      await tx.run(sql`insert into parameters (region_code, key, value, effective_from, account_name) values
        (${COUNTY}, 'intake.unmatchedShare', 8000, '2020-01-01', '测试')`);
      return { result: undefined, audit: [] };
    });
    const rows = [...people.slice(0, 3).map((each) => bill(each)), ...strangers(7)];
    expect((await handIn(officer, '七成.csv', csv(GOOD, rows))).state).toBe('loaded');
  });

  const wordOn = (id: number) => ({ requestId: requestId(), id, reason: '医保局来函说明' });
  async function ratesOf() {
    return (await officer.client.feeds.rates({})).find((rate) => rate.dataset === dataset);
  }
});
