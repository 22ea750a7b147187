// A board opens with what was kept, is counted figure by figure, and says of its own area alone.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../../../test/figures/load-examples.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { systemActor } from '../../../platform/server/actor.ts';

const REGION = 150_000_000_000;
const COUNTY = 150_923_000_000;
const DAY = '2022-05-31';
const FIGURES = ['employment.persons', 'fund.spent_rate', 'industry.workshops'];
const id = () => crypto.randomUUID();

let server: TestServer;
let chief: TestUser;
let county: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  await loadExamples(server);
  chief = await server.as({ role: 'region-officer', areaCode: REGION });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
});
afterAll(async () => {
  await server.close();
});

async function force(statement: ReturnType<typeof sql>) {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

const show = (user: TestUser, area?: number) => user.client.board.show({ day: DAY, ...(area ? { area } : {}) });
const count = (figure: string, what: 'now' | 'trend' = 'now', user = chief) =>
  user.client.board.count({ day: DAY, figure, what });
const cardOf = async (figure: string, user = chief) => (await show(user)).cards.find((card) => card.id === figure);

describe('which figures', () => {
  it('are those with a target of the year first, then what each account has chosen in its order', async () => {
    const first = await show(chief);
    expect(first).toMatchObject({ isChosen: false, areaName: '内蒙古自治区', day: DAY, week: '2022-05-24' });
    expect(first.cards[0]).toMatchObject({ id: 'employment.persons', plan: { number: 0.0003, setBy: '国家' } });
    await chief.client.board.choose({ requestId: id(), figures: FIGURES });
    expect((await show(chief)).cards.map((card) => card.id)).toEqual(FIGURES);
    expect((await show(county)).isChosen).toBe(false);
  });

  it('stand once each, and are figures', async () => {
    const choose = (figures: string[]) => refusalOf(chief.client.board.choose({ requestId: id(), figures }));
    expect(await choose(['team.members', 'team.members'])).toBe('board.chosen-twice');
    expect(await choose(['team.nothing'])).toBe('figures.no-figure');
  });
});

describe('what a board shows', () => {
  it('is nothing before it was counted, then the very numbers of the figures, kept', async () => {
    expect(await cardOf('employment.persons')).toMatchObject({ isOld: true, isTrendOld: true });
    expect((await cardOf('employment.persons'))?.now).toBeUndefined();
    expect(await count('employment.persons')).toEqual({ counted: 3 });
    expect(await count('employment.persons', 'trend')).toEqual({ counted: 11 });
    expect(await count('employment.persons')).toEqual({ counted: 0 });
    const { figures } = await chief.client.figures.list({ day: DAY, ids: ['employment.persons'] });
    const { status, value, shown } = figures[0] ?? {};
    const card = await cardOf('employment.persons');
    expect(card).toMatchObject({ now: { status, value, shown, number: 0.0002 }, isOld: false, isTrendOld: false });
    const { months } = await chief.client.figures.trend({ id: 'employment.persons', day: DAY, months: 12 });
    expect(card?.trend.map(({ day, kept }) => [day, kept?.value])).toEqual(months.map(({ day, value: v }) => [day, v]));
  });

  it('is counted again when it is old: what was put right meanwhile is seen', async () => {
    await count('industry.workshops');
    await force(
      sql`update workshops set closed_on = '2022-05-01' where number = (select min(number) from workshops where closed_on is null)`,
    );
    expect((await cardOf('industry.workshops'))?.now?.value).toBe('3');
    await force(
      sql`update board_values set kept_at = now() - interval '31 minutes' where figure = 'industry.workshops'`,
    );
    expect(await cardOf('industry.workshops')).toMatchObject({ isOld: true, now: { value: '3' } });
    expect(await count('industry.workshops')).toEqual({ counted: 3 });
    expect(await cardOf('industry.workshops')).toMatchObject({ isOld: false, now: { value: '2' } });
  });

  it('is ranked by league and county, as each of them is told alone', async () => {
    const asked = { day: DAY, figure: 'employment.persons' };
    for (const level of ['prefecture', 'county'] as const) {
      const { regions } = await chief.client.board.regions({ ...asked, level });
      const [most] = regions.filter(({ value }) => value === '2');
      const { figures } = await chief.client.figures.list({ area: most?.code ?? 0, day: DAY, ids: [asked.figure] });
      expect([figures[0]?.value, regions.length > 10]).toEqual(['2', true]);
    }
    // The second time nothing is counted: what is kept was changed by hand.
    await force(
      sql`update board_values set shown = '别的' where figure = 'employment.persons' and region_code = ${COUNTY}`,
    );
    const { regions } = await chief.client.board.regions({ ...asked, level: 'county' });
    expect(regions.find(({ code }) => code === COUNTY)?.shown).toBe('别的');
  });

  it('is of the own area, and of a day that has come', async () => {
    expect(await show(county)).toMatchObject({ area: COUNTY, areaName: '商都县' });
    expect(await refusalOf(show(county, REGION))).toBe('regions.not-found');
    expect(
      await refusalOf(county.client.board.count({ area: REGION, day: DAY, figure: 'team.members', what: 'now' })),
    ).toBe('regions.not-found');
    expect(
      await refusalOf(county.client.board.regions({ area: REGION, day: DAY, figure: 'team.members', level: 'county' })),
    ).toBe('regions.not-found');
    expect(await refusalOf(chief.client.board.show({ day: '2090-01-01' }))).toBe('board.ahead');
    const seen = await server.shouwang.db.read(
      { ...systemActor('county'), role: 'county-officer', range: { low: COUNTY, high: COUNTY + 999_999 } },
      (tx) => tx.rows<{ regionCode: number }>(sql`select distinct region_code from board_values`),
    );
    expect(seen.map(({ regionCode }) => regionCode)).toEqual([COUNTY]);
  });

  it('comes as a sheet with the same numbers', async () => {
    const page = await chief.get(`/board/paper?day=${DAY}&figure=employment.persons&format=html`);
    const text = await page.text();
    expect(text).toContain('内蒙古自治区主要指标看板');
    expect(text).toContain('<td class="center">1</td><td>乌兰察布市</td><td class="right">2</td>');
    const sheet = await chief.get(`/board/paper?day=${DAY}&format=xlsx`);
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });
});

describe('what changed', () => {
  it('is told by the rows that count on one of the two days alone', async () => {
    const since = (day: string) => chief.client.figures.changes({ id: 'fund.issued_to_county', day: DAY, since: day });
    const { before, now, came, went, rows } = await since('2021-12-31');
    const sum = (change: string) =>
      rows.filter((row) => row.change === change).reduce((all, { amount }) => all + BigInt(amount), 0n);
    expect(BigInt(now.value) - BigInt(before.value || 0)).toBe(sum('came') - sum('went'));
    expect([came, came + went]).toEqual([4, rows.length]);
    expect(await since(DAY)).toMatchObject({ came: 0, went: 0, rows: [] });
    const file = await chief.get(`/figures/fund.issued_to_county/changes/export?day=${DAY}&since=2021-12-31`);
    expect((await file.text()).trim().split('\n')).toHaveLength(rows.length + 1);
  });

  it('tells persons that left and came, each once', async () => {
    const { came, went, before, now } = await chief.client.figures.changes({
      ...{ id: 'employment.persons', day: DAY, since: '2022-01-31' },
    });
    expect(Number(now.value) - Number(before.value || 0)).toBe(came - went);
  });
});
