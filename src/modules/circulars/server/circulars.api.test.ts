// A circular is drafted from figures and targets, signed by somebody else, and never moves, whatever is put right afterwards.

import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../../../test/figures/load-examples.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { systemActor } from '../../../platform/server/actor.ts';

const REGION = 150_000_000_000;
const LEAGUE = 150_900_000_000;
const COUNTY = 150_923_000_000;
const DAY = '2022-05-31';
const ACTOR = systemActor('test');
const id = () => crypto.randomUUID();

let server: TestServer;
let drafter: TestUser;
let signer: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  await loadExamples(server);
  drafter = await server.as({ role: 'region-officer', areaCode: REGION });
  signer = await server.as({ areaCode: REGION, role: 'region-officer' });
  stranger = await server.as({ role: 'region-officer', areaCode: 152_200_000_000 });
});
afterAll(async () => {
  await server.close();
});

const draft = (user: TestUser, area = REGION, asOf = DAY) =>
  user.client.circulars.draft({ requestId: id(), kind: 'employment', area, asOf });

function register(user: TestUser) {
  const found = user.client.registers.circulars;
  if (!found) throw new Error('there are no circulars');
  return found;
}

type Key = { countyCode: number; id: number };

async function issue(user: TestUser, { countyCode, id: own }: Key, values: Record<string, unknown>) {
  const { version } = await register(user).get({ countyCode, id: own });
  const records = [{ countyCode, id: own, version }];
  return register(user).move({ requestId: id(), move: 'issue', records, doneOn: '2022-06-08', values });
}

async function force(statement: ReturnType<typeof sql>) {
  await server.shouwang.db.bulk(ACTOR, async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

describe('a circular', () => {
  it('has what the figures say of the day and the targets of the day', async () => {
    const circular = await draft(drafter);
    const [whole, first] = await drafter.client.circulars.rows(circular);
    const figure = async (name: string, area: number) =>
      (await drafter.client.figures.list({ ids: [name], area, day: DAY })).figures[0]?.shown;
    expect(whole).toMatchObject({ regionCode: REGION, value: 2, targets: { nation: 3 }, ranks: {} });
    expect(whole?.rates.nation).toBe(await figure('employment.target_rate', REGION));
    expect(first).toMatchObject({ regionCode: COUNTY, value: 2, targets: { nation: 3 }, ranks: { nation: 1 } });
    expect(first?.forecast).toBe(await figure('employment.target_date', COUNTY));
    const { values, state } = await register(drafter).get(circular);
    expect(state).toBe('draft');
    expect(values).toMatchObject({ kind: 'employment', asOf: DAY, regionCode: REGION });
  });

  it('says no other of targets and progress than their page, where each county opens alone', async () => {
    const [whole, first] = await drafter.client.circulars.rows(await draft(drafter));
    const page = await drafter.client.circulars.targets({ area: REGION, asOf: DAY, figure: 'employment.persons' });
    expect(page.figure).toBe('employment.persons');
    const { ranks: _r, growth: _g, yearBefore: _y, ...told } = whole ?? { ranks: {}, growth: '', yearBefore: 0 };
    expect(page.rows[0]).toEqual(told);
    expect(page.rows.map(({ regionCode }) => regionCode)).toContain(first?.regionCode);
    const alone = await drafter.client.circulars.targets({ area: COUNTY, asOf: DAY, figure: 'employment.persons' });
    expect(alone.rows).toMatchObject([{ regionCode: COUNTY, value: 2, targets: { nation: 3 }, rates: first?.rates }]);
    expect((await drafter.client.circulars.targets({ area: REGION, asOf: '2021-01-31' })).rows).toEqual([]);
    expect(await refusalOf(drafter.client.circulars.targets({ asOf: '2099-01-01' }))).toBe('circulars.ahead');
    expect(await refusalOf(stranger.client.circulars.targets({ area: COUNTY, asOf: DAY }))).toBe('regions.not-found');
  });

  it('is signed by somebody else with its number, and is closed then', async () => {
    const circular = await draft(drafter);
    expect(await refusalOf(issue(drafter, circular, { documentNo: '内农牧通〔2022〕6号' }))).toBe(
      'registers.not-moved',
    );
    expect(await refusalOf(issue(signer, circular, {}))).toBe('registers.refused');
    await issue(signer, circular, { documentNo: '内农牧通〔2022〕6号' });
    const { state, version } = await register(signer).get(circular);
    expect(state).toBe('issued');
    const change = { requestId: id(), countyCode: circular.countyCode, id: circular.id, version };
    expect(await refusalOf(register(drafter).change({ ...change, values: { namedMatters: '改一改' } }))).toBe(
      'registers.not-open',
    );
    const paper = async (format: string) => {
      const response = await drafter.get(`/circulars/${circular.countyCode}/${circular.id}/paper?format=${format}`);
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer());
    };
    const html = (await paper('html')).toString();
    expect(html).toContain('内农牧通〔2022〕6号');
    expect(html).toContain('2022年6月8日');
    expect(strFromU8(unzipSync(await paper('docx'))['word/document.xml'] ?? new Uint8Array())).toContain('国家目标');
    expect(Object.keys(unzipSync(await paper('xlsx')))).toContain('xl/worksheets/sheet1.xml');
  });

  it('never moves: what is put right afterwards stands beside it', async () => {
    const circular = await draft(drafter);
    const before = await drafter.client.circulars.rows(circular);
    await force(sql`update employment_spells set voided = true where number = (select min(s.number) from employment_spells s
      where s.left_on is null and s.started_on < '2022-01-01')`);
    const now = await drafter.client.circulars.now(circular);
    expect(await drafter.client.circulars.rows(circular)).toEqual(before);
    expect(now.find(({ regionCode }) => regionCode === COUNTY)?.value).toBeLessThan(2);
    await force(sql`update targets set value = 1`);
    expect(await drafter.client.circulars.rows(circular)).toEqual(before);
    // Not even the program may change a row by way of a request.
    const held = server.shouwang.db.write(
      { ...ACTOR, accountId: 1, range: { low: REGION, high: 159_999_999_999 } },
      undefined,
      async (tx) => ({ result: await tx.run(sql`update circular_rows set ord = ord`), audit: [] as never }),
    );
    await expect(held).rejects.toThrow();
  });

  it.each([
    ['of a day to come', () => draft(drafter, REGION, '2099-01-01'), 'circulars.ahead'],
    ['of one county', () => draft(drafter, COUNTY), 'circulars.no-counties'],
    ['of a day without records', () => draft(drafter, LEAGUE, '2010-01-31'), 'circulars.no-data'],
    ['of another area', () => draft(stranger, LEAGUE), 'figures.outside-area'],
  ])('is not drafted %s', async (_what, attempt, code) => {
    expect(await refusalOf(attempt())).toBe(code);
  });

  it('of another area is not there', async () => {
    const circular = await draft(drafter, LEAGUE, '2022-05-30');
    expect(await refusalOf(stranger.client.circulars.rows(circular))).toBe('circulars.not-found');
  });
});
