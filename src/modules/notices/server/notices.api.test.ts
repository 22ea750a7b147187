// Notices of registers: made from rows, hung out with what was true that day, objected to, ended; and what never stands on them.

import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { officeDay } from '../../../../test/office-day.ts';
import { HOUSEHOLD } from '../../../../test/registers/example-rows.ts';
import { hangOut, moveNotice, POSTED } from '../../../../test/registers/hang-out.ts';
import {
  COUNTY,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  openSmallRegistry,
  TOWNSHIP,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { noticesDues } from './dues.ts';

let server: TestServer;
let village: TestUser;
let township: TestUser;
let county: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();
type Key = { countyCode: number; id: number };

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
});
afterAll(() => server.close());

function register(code: string, user = county) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}

const add = (code: string, values: Record<string, unknown>) => register(code).add({ requestId: id(), values });
const ASSET = { assetKind: 'operating', formedIn: 2021, registeredOn: '2021-05-01' };
const asset = (number: string, regionCode = VILLAGE) =>
  add('assets', { number, regionCode, assetName: `棚圈 ${number}`, originalValueFen: 123_456_700, ...ASSET });

type Draft = { register: string; kind: string; level?: 'village' | 'township' | 'county'; basis?: string };
function draft(user: TestUser, keys: readonly Key[], { level = 'village', ...of }: Draft) {
  const records = keys.map(({ countyCode, id: own }) => ({ countyCode, id: own }));
  return user.client.notices.draft({ requestId: id(), ...of, level, records });
}
const TITLE = { register: 'assets', kind: 'title' };
const stateOf = async (key: Key, user = county) => (await register('notices', user).get(key)).state;
const paper = async (key: Key, format: string) => {
  const response = await county.get(`/notices/${key.countyCode}/${key.id}/paper?format=${format}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const sheetText = (bytes: Buffer) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n');

describe('a notice', () => {
  it('is made from rows of one village, hangs for its days, and says afterwards what it said then', async () => {
    const keys = [await asset('N-1'), await asset('N-2')];
    const notice = await draft(village, keys, { ...TITLE, basis: '根据资产清查结果' });
    expect(notice).toMatchObject({ number: expect.stringMatching(/^GS\d{10}$/), rows: 2 });
    expect(await stateOf(notice)).toBe('draft');
    await moveNotice(village, 'post', notice, { doneOn: '2022-03-01', values: POSTED });
    const { values, state } = await register('notices').get(notice);
    expect(values).toMatchObject({
      postedOn: '2022-03-01',
      postedUntil: '2022-03-11',
      heldDays: 10,
      postedAt: '嘎查公示栏',
    });
    // Its last day is long over.
    expect(state).toBe('over');
    const changed = keys[0] as Key;
    const { version } = await register('assets').get(changed);
    await register('assets').change({ requestId: id(), ...changed, version, values: { assetName: '改了名的棚圈' } });
    const { rows, isFrozen, columns } = await county.client.notices.rows(notice);
    expect(isFrozen).toBe(true);
    expect(columns.map(({ title }) => title)).toContain('原值（元）');
    expect(rows.map(({ cells, isChanged }) => [cells[2], isChanged])).toEqual([
      ['棚圈 N-1', true],
      ['棚圈 N-2', false],
    ]);
    const html = (await paper(notice, 'html')).toString();
    expect(html).toContain('根据资产清查结果');
    expect(html).toContain('2022年3月11日');
    expect(html).toContain('2469134');
    expect(html).not.toContain('改了名的棚圈');
    expect(sheetText(await paper(notice, 'xlsx'))).toContain('棚圈 N-2');
    expect(strFromU8(unzipSync(await paper(notice, 'docx'))['word/document.xml'] ?? new Uint8Array())).toContain(
      '棚圈 N-1',
    );
    await moveNotice(village, 'end', notice, { doneOn: '2022-03-12' });
    expect(await stateOf(notice)).toBe('ended');
    expect(await county.client.notices.ofRow({ register: 'assets', ...changed })).toMatchObject([
      { number: notice.number, subject: '帮扶项目资产确权公示', state: 'ended', postedUntil: '2022-03-11' },
    ]);
  });

  it('is not ended while it hangs, and objections are told with how they were settled', async () => {
    const key = await asset('N-3');
    const notice = await draft(village, [key], TITLE);
    const today = officeDay();
    await moveNotice(village, 'post', notice, { doneOn: today, values: POSTED });
    expect(await stateOf(notice)).toBe('posted');
    expect(await refusalOf(moveNotice(village, 'end', notice, { doneOn: today }))).toBe('registers.not-moved');
    expect(await refusalOf(moveNotice(village, 'object', notice, { doneOn: today }))).toBe(
      'registers.move-unexplained',
    );
    await moveNotice(village, 'object', notice, { doneOn: today, opinion: '有人反映原值偏高' });
    expect(await stateOf(notice)).toBe('objected');
    await moveNotice(village, 'settle', notice, { doneOn: today, opinion: '核对发票，原值无误，已答复' });
    expect(await stateOf(notice)).toBe('posted');
    await moveNotice(village, 'object', notice, { doneOn: today, opinion: '有人反映登记重复' });
    await moveNotice(village, 'uphold', notice, { doneOn: today, opinion: '确系重复登记，撤下' });
    const { state, moves } = await register('notices').get(notice);
    expect(state).toBe('taken-down');
    expect(moves?.map(({ opinion }) => opinion).slice(0, 4)).toEqual([
      '确系重复登记，撤下',
      '有人反映登记重复',
      '核对发票，原值无误，已答复',
      '有人反映原值偏高',
    ]);
    // Taken down, the row may hang anew.
    await draft(village, [key], TITLE);
  });

  it('counts the days that the county has set, from a day on', async () => {
    const key = await asset('N-4');
    const setting = { key: 'assets.title', value: 20, effectiveFrom: '2099-01-01', basis: '县公示办法' };
    await county.client.notices.saveSetting({ requestId: id(), regionCode: COUNTY, ...setting });
    await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
      result: await tx.run(sql`update notice_settings set effective_from = '2022-01-01'`),
      audit: [],
    }));
    const notice = await hangOut(village, key, { ...TITLE, level: 'village', postedOn: '2022-03-01' });
    expect((await register('notices').get(notice)).values).toMatchObject({ heldDays: 20, postedUntil: '2022-03-21' });
    const lines = await county.client.notices.settings({ area: COUNTY });
    expect(lines.find(({ key: one }) => one === 'assets.title')).toMatchObject({ value: 20, basis: '县公示办法' });
    const unknown = { ...setting, key: 'assets.nothing' };
    expect(
      await refusalOf(county.client.notices.saveSetting({ requestId: id(), regionCode: COUNTY, ...unknown })),
    ).toBe('notices.unknown');
    await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
      result: await tx.run(sql`delete from notice_settings`),
      audit: [],
    }));
  });

  it('whose days are over is told to the level that hung it', async () => {
    const notice = await hangOut(village, await asset('N-5'), { ...TITLE, level: 'village', postedOn: '2023-05-01' });
    const due = noticesDues.find(({ key }) => key === 'notices.end-village');
    const rows = (on: string) => server.shouwang.db.bulkRead((tx) => due?.rows(tx, on) ?? Promise.resolve([]));
    expect(await rows('2023-05-20')).toContainEqual({ placeCode: VILLAGE, dueOn: '2023-05-11' });
    await moveNotice(village, 'end', notice, { doneOn: '2023-05-12' });
    expect(await rows('2023-05-20')).not.toContainEqual({ placeCode: VILLAGE, dueOn: '2023-05-11' });
  });

  it('prints a household by its head, and no number of it', async () => {
    await asset('N-6');
    const contract = { number: 'C-6', assetNumber: 'N-6', operator: '合作社', operatingWay: 'leased' };
    await add('asset-contracts', {
      ...contract,
      startedOn: '2021-01-01',
      through: '2029-12-31',
      agreedIncomeFen: 100_000,
    });
    await add('asset-incomes', {
      ...{ contractNumber: 'C-6', instalment: '1', dueOn: '2022-01-01', amountDueFen: 100_000 },
      ...{ arrivedOn: '2022-01-02', amountReceivedFen: 100_000 },
    });
    const given = { assetNumber: 'N-6', distributionYear: 2022, purpose: 'dividend', schemeOn: '2022-02-01' };
    const keys = [
      await add('asset-distributions', { ...given, recipient: HOUSEHOLD.number, amountFen: 30_000 }),
      await add('asset-distributions', { ...given, recipient: '张三 15092319800101002X', amountFen: 20_000 }),
    ];
    const notice = await draft(village, keys, { register: 'asset-distributions', kind: 'list' });
    const { rows } = await village.client.notices.rows(notice);
    expect(rows.map(({ cells }) => cells[4])).toEqual(['其其格', expect.stringMatching(/^张三 1509\d*\*+/)]);
    const html = (await paper(notice, 'html')).toString();
    expect(html).toContain('起草中');
    for (const secret of [HOUSEHOLD.number, '15092319800101002X']) expect(html).not.toContain(secret);
  });

  it.each([
    ['rows of two villages', () => draft(township, made.two, TITLE), 'notices.several-places'],
    ['a level above the account', () => draft(village, made.one, { ...TITLE, level: 'county' }), 'notices.not-yours'],
    ['a level it never hangs at', () => draft(county, made.one, { ...ANY, level: 'village' }), 'notices.wrong-level'],
    ['a row above the level', () => draft(county, made.high, TITLE), 'notices.wrong-level'],
    ['a kind that is not', () => draft(county, made.one, { ...TITLE, kind: 'nothing' }), 'notices.unknown'],
    ['rows of another area', () => draft(stranger, made.one, TITLE), 'notices.no-rows'],
    ['a state it does not fit', () => draft(county, made.one, { ...TITLE, kind: 'disposal' }), 'notices.row-unfit'],
    ['a row that hangs already', () => draft(village, made.hung, TITLE), 'notices.row-unfit'],
  ])('refuses %s', async (_what, attempt, code) => {
    expect(await refusalOf(attempt())).toBe(code);
  });

  const ANY = { register: 'projects', kind: 'library' };
  const made: Record<'one' | 'two' | 'high' | 'hung', Key[]> = { one: [], two: [], high: [], hung: [] };
  beforeAll(async () => {
    const [one, other] = [await asset('R-1'), await asset('R-2', NEXT_VILLAGE)];
    made.one = [one];
    made.two = [one, other];
    made.high = [await asset('R-3', COUNTY)];
    made.hung = [await asset('R-4')];
    await draft(village, made.hung, TITLE);
  });

  it('that somebody of another county asks for is not there', async () => {
    const notice = await draft(village, [await asset('N-7')], TITLE);
    expect(await refusalOf(stranger.client.notices.rows(notice))).toBe('notices.not-found');
    expect(await stranger.client.notices.ofRow({ register: 'assets', ...(made.one[0] as Key) })).toEqual([]);
  });

  it('of a proposal fills in its days, and holds the next step while it hangs', async () => {
    const proposal = await register('project-proposals', village).add({
      requestId: id(),
      values: {
        ...{ projectName: '饮水井', villageCode: VILLAGE, wantedYear: 2023, projectKind: 'construction' },
        ...{ constructionNature: 'new', constructionContent: '打井 3 眼', plannedTotalFen: 30_000_000 },
        ...{ plannedHouseholds: 20, plannedPersons: 52, performanceGoal: '饮水安全', meetingOn: '2022-09-01' },
      },
    });
    const kind = { register: 'project-proposals', kind: 'village', level: 'village' as const };
    const notice = await hangOut(village, proposal, { ...kind, postedOn: '2022-09-02' });
    const hanging = await register('project-proposals', village).get(proposal);
    expect(hanging.values).toMatchObject({ noticeFrom: '2022-09-02', noticeUntil: '2022-09-12' });
    expect(hanging.next).toEqual([
      { move: 'propose', hindrances: ['“项目申报公示”还没有期满无异议，请先在公告公示台账办结'] },
    ]);
    await moveNotice(village, 'end', notice, { doneOn: '2022-09-13' });
    expect((await register('project-proposals', village).get(proposal)).next).toEqual([
      { move: 'propose', hindrances: [] },
    ]);
  });
});
