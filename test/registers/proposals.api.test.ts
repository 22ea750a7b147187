// A village's proposal on its way into the library: who leads it, what hinders it, what it becomes, and what nobody gets round.

import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/platform/server/actor.ts';
import { refusalOf, type TestServer, type TestUser } from '../harness.ts';
import { COUNTY, NEXT_VILLAGE, OTHER_COUNTY, openSmallRegistry, TOWNSHIP, VILLAGE } from '../small-registry.ts';
import { HOUSEHOLD } from './example-rows.ts';

let server: TestServer;
let village: TestUser;
let neighbour: TestUser;
let township: TestUser;
let county: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  neighbour = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
});
afterAll(() => server.close());

function register(user: TestUser, code = 'project-proposals') {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there are no ${code}`);
  return found;
}

type Key = { countyCode: number; id: number };

const FULL = {
  ...{ villageCode: VILLAGE, wantedYear: 2023, projectKind: 'industry', constructionNature: 'new' },
  ...{ constructionContent: '新建棚圈 20 座', plannedTotalFen: 300_000_000, plannedTransitionFundFen: 300_000_000 },
  ...{ plannedHouseholds: 20, plannedPersons: 52, performanceGoal: '户均增收 3000 元', linkageWays: ['order', 'work'] },
  ...{ meetingOn: '2022-09-01', noticeFrom: '2022-09-02', noticeUntil: '2022-09-12' },
};

const propose = (projectName: string, more: Record<string, unknown> = {}, user = village) =>
  register(user).add({ requestId: id(), values: { projectName, ...FULL, ...more } });
const look = (key: Key, user = county) => register(user).get(key);

/** `check` tells the versions of all rows in one question. */
async function move(user: TestUser, name: string, keys: readonly Key[], more: Record<string, unknown> = {}) {
  const asked = keys.map(({ countyCode, id }) => ({ countyCode, id }));
  const checked = await register(user).check({ move: name, records: asked });
  const records = checked.map(({ countyCode, id, version }) => ({ countyCode, id, version }));
  return register(user).move({ requestId: id(), move: name, records, doneOn: '2022-12-30', values: {}, ...more });
}

/** What no screen allows. */
async function force(statement: RawBuilder<unknown>) {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

const TOWNSHIP_NOTICE = { values: { townshipNoticeFrom: '2022-10-01', townshipNoticeUntil: '2022-10-10' } };
const COUNTY_NOTICE = { values: { countyNoticeFrom: '2022-11-01', countyNoticeUntil: '2022-11-10' } };

async function upToApproval(keys: readonly Key[]) {
  await move(village, 'propose', keys, { doneOn: '2022-09-15' });
  await move(township, 'review', keys, { doneOn: '2022-10-12', ...TOWNSHIP_NOTICE });
  await move(county, 'approve', keys, { doneOn: '2022-11-12', ...COUNTY_NOTICE });
}

describe('a proposal', () => {
  it('goes from the village to the library and is a project there, with the number it keeps', async () => {
    const key = await propose('肉牛棚圈');
    expect((await look(key)).state).toBe('draft');
    await upToApproval([key]);
    await move(county, 'enter', [key], { doneOn: '2022-11-20' });
    const { state, values } = await look(key);
    expect(state).toBe('in-library');
    expect(values.projectNumber).toMatch(/^150923P2023\d{3}$/);
    const { items } = await register(county, 'projects').list({ text: String(values.projectNumber) });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      state: 'in-library',
      values: { projectName: '肉牛棚圈', siteVillageCodes: [VILLAGE], projectKind: 'industry' },
    });
    const whole = await register(county, 'projects').get(items[0] as Key);
    expect(whole.values).toMatchObject({
      ...{ enteredOn: '2022-11-20', planYear: null, plannedTotalFen: 300_000_000, performanceGoal: '户均增收 3000 元' },
      ...{ linkageWays: ['order', 'work'], plannedPersons: 52 },
    });
    expect(whole.next?.find((one) => one.move === 'plan')?.hindrances).toEqual([]);
  });

  it('says what is missing before it is proposed, and hangs out long enough', async () => {
    const key = await propose('饲草料库', {
      ...{ meetingOn: null, noticeFrom: null, noticeUntil: null, linkageWays: null, performanceGoal: null },
    });
    const before = await look(key, village);
    expect(before.next).toEqual([
      {
        move: 'propose',
        hindrances: ['还没有填写“绩效目标”、“联农带农方式”、“村民会议日期”、“村公示开始”、“村公示结束”，请先修改补上'],
      },
    ]);
    const filled = { performanceGoal: '储草 500 吨', linkageWays: ['order'], meetingOn: '2022-09-01' };
    await register(village).change({
      ...{ requestId: id(), ...key, version: before.version },
      values: { ...filled, noticeFrom: '2022-09-02', noticeUntil: '2022-09-10' },
    });
    const short = await look(key, village);
    expect(short.next?.[0]?.hindrances).toEqual(['“项目申报公示”的天数不够，请退回补足公示']);
    // A county may ask for fewer days, from a day on.
    await county.client.notices.saveSetting({
      ...{ requestId: id(), regionCode: COUNTY, key: 'project-proposals.village', value: 9 },
      ...{ effectiveFrom: '2099-01-01', basis: '示例 1 号' },
    });
    expect((await look(key, village)).next?.[0]?.hindrances).toHaveLength(1);
    await force(sql`update notice_settings set effective_from = '2022-01-01'`);
    expect((await look(key, village)).next?.[0]?.hindrances).toEqual([]);
    await force(sql`delete from notice_settings`);
  });

  it('is sent back with a reason, changed by the village, and begins again', async () => {
    const key = await propose('引水管道');
    await move(village, 'propose', [key], { doneOn: '2022-09-15' });
    await move(township, 'review', [key], { doneOn: '2022-10-12', ...TOWNSHIP_NOTICE });
    const reviewed = await look(key);
    const change = { requestId: id(), ...key, version: reviewed.version, values: { plannedHouseholds: 99 } };
    expect(await refusalOf(register(village).change(change))).toBe('registers.not-open');
    expect(await refusalOf(register(county).change({ ...change, requestId: id() }))).toBe('registers.not-open');
    expect(await refusalOf(move(county, 'return', [key], { doneOn: '2022-11-12' }))).toBe('registers.move-unexplained');
    await move(county, 'return', [key], { doneOn: '2022-11-12', opinion: '投资测算没有依据' });
    const back = await look(key, village);
    expect(back).toMatchObject({ state: 'returned', values: { proposedOn: null, reviewedOn: null } });
    await register(village).change({ ...change, requestId: id(), version: back.version });
    await move(village, 'propose', [key], { doneOn: '2022-11-20' });
    expect((await look(key)).state).toBe('proposed');
  });

  it('is not reviewed by who proposed it', async () => {
    const key = await propose('冷链仓储', {}, township);
    await move(township, 'propose', [key], { doneOn: '2022-09-15' });
    const own = await look(key, township);
    expect(own.next?.find((one) => one.move === 'review')?.hindrances).toEqual([
      '上一步由您本人办理，这一步须由另一人办理',
    ]);
    // Another account of the same role and area: the harness knows accounts by what was asked, in its order.
    const colleague = await server.as({ areaCode: TOWNSHIP, role: 'township-officer' });
    await move(colleague, 'review', [key], { doneOn: '2022-10-12', ...TOWNSHIP_NOTICE });
    expect((await look(key)).state).toBe('township-reviewed');
  });
});

describe('forty at once', () => {
  it('come into the library with numbers one after the other, and a second go waits for none of them', async () => {
    const keys: Key[] = [];
    for (let n = 0; n < 40; n++) keys.push(await propose(`庭院经济 ${n}`, { wantedYear: 2024 }));
    await upToApproval(keys);
    expect(await move(county, 'enter', keys)).toEqual({ moved: 40, refused: [] });
    const { items } = await register(county).list({ filters: { wantedYear: '2024' }, limit: 200 });
    const numbers = items.map(({ values }) => String(values.projectNumber)).sort();
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => `150923P2024${String(i + 1).padStart(3, '0')}`));
  });

  it('leave out one whose days do not fit, which uses up no number', async () => {
    const [good, bad] = [await propose('暖棚一', { wantedYear: 2025 }), await propose('暖棚二', { wantedYear: 2025 })];
    await upToApproval([good, bad]);
    await force(sql`update project_proposals set planned_start = '2025-06-01', planned_finish = '2025-05-01'
      where id = ${bad.id}`);
    const { moved, refused } = await move(county, 'enter', [good, bad]);
    expect([moved, refused.map((one) => one.id)]).toEqual([1, [bad.id]]);
    expect((await look(bad)).state).toBe('county-approved');
    const { items } = await register(county, 'projects').list({ text: '150923P2025' });
    expect(items.map(({ values }) => values.number)).toEqual(['150923P2025001']);
  });
});

describe('nobody gets round', () => {
  it('the neighbour and another county see nothing of it', async () => {
    const key = await propose('村内排水');
    for (const user of [neighbour, stranger]) expect(await refusalOf(look(key, user))).toBe('registers.not-found');
    expect(await refusalOf(propose('越界项目', {}, neighbour))).toBe('registers.refused');
  });

  it('the village reviews and approves nothing, the township does not approve', async () => {
    const key = await propose('文化广场', { projectKind: 'governance' });
    await move(village, 'propose', [key], { doneOn: '2022-09-15' });
    expect(await refusalOf(move(village, 'review', [key], TOWNSHIP_NOTICE))).toBe('registers.no-move');
    expect(await refusalOf(move(township, 'approve', [key], COUNTY_NOTICE))).toBe('registers.no-move');
    expect(await refusalOf(move(county, 'approve', [key], COUNTY_NOTICE))).toBe('registers.not-moved');
  });

  it('nobody types the days and the number that moves fill in', async () => {
    expect(await refusalOf(propose('已批项目', { reviewedOn: '2022-10-01', approvedOn: '2022-11-01' }))).toBe(
      'registers.moved-day',
    );
    expect(await refusalOf(propose('借号项目', { projectNumber: '150923P2023001' }))).toBe('registers.moved-day');
  });

  it('what is in the library is not taken back behind the project', async () => {
    const key = await propose('养蜂示范', { wantedYear: 2026 });
    await upToApproval([key]);
    await move(county, 'enter', [key]);
    const { version, mayWithdraw } = await look(key);
    expect(mayWithdraw).toBe(false);
    expect(await refusalOf(register(county).withdraw({ requestId: id(), ...key, version }))).toBe(
      'registers.move-final',
    );
    expect(await refusalOf(move(county, 'enter', [key]))).toBe('registers.not-moved');
  });

  it('the audit names who made which project of which proposal', async () => {
    const found = await server.shouwang.db.bulkRead((tx) =>
      tx.rows<{ operation: string; accountName: string }>(sql`select operation, account_name from audit_entries
        where subject_kind = 'project' and subject_id = '150923P2024001'`),
    );
    expect(found).toMatchObject([{ operation: 'projects.add-project' }]);
  });
});
