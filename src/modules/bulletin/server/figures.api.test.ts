// Every figure is the number of rows its list holds: for the own area, for those above and below it, and for strangers.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  OTHER_VILLAGE,
  openSmallRegistry,
  REGION,
  TOWNSHIP,
  VILLAGE,
} from '../../../../test/small-registry.ts';

const PERIOD = { from: '2022-06-01', to: '2023-12-31' };

let server: TestServer;
let walk: Walk;

async function build(): Promise<void> {
  const { items } = await walk.county.client.households.list({ area: COUNTY });
  const ids = items.map(({ id }) => id);
  const household = (i: number) => ids[i] ?? 0;
  // In time, cleared, still there.
  const first = await walk.open(household(0), '2022-06-01');
  await walk.approve(first, { verify: '2022-06-03', notice: '2022-06-04', end: '2022-06-09' });
  await walk.conclude(first, '2022-06-09');
  await walk.plan(first);
  await walk.clear(first, '2023-06-12', '2023-06-17');
  // Late at the first step, approved.
  const second = await walk.open(household(1), '2022-07-01');
  await walk.approve(second, { verify: '2022-07-10', notice: '2022-07-11', end: '2022-07-16' });
  // Decided too, with a measure against its only risk.
  const helped = await walk.open(household(5), '2022-07-01');
  await walk.approve(helped, { verify: '2022-07-02', notice: '2022-07-03', end: '2022-07-08' });
  await walk.village.client.help.addMeasures({
    ...{ requestId: newId(), countyCode: walk.countyCode, id: helped },
    measures: [
      { class: 'health', content: '医疗救助', unit: '旗医保局', plannedFrom: '2022-07-08', dueOn: '2022-08-08' },
    ],
  });
  // Not real.
  const third = await walk.open(household(2), '2022-07-01');
  await walk.verify(third, '2022-07-02', { confirmed: false });
  // Left lying since: of several ages.
  await walk.open(household(3), '2023-06-20');
  await walk.open(household(4), '2023-07-20');
  await walk.open(household(6), '2023-07-26');
  // A clue nobody looked at, and one from before the period.
  await walk.addClue(household(2), '2023-07-26', 'social');
  await walk.addClue(household(1), '2022-05-01', 'social');
  walk.moveTo('2023-07-31');
}

beforeAll(async () => {
  server = await openSmallRegistry(
    [VILLAGE, VILLAGE, VILLAGE, VILLAGE, NEXT_VILLAGE, VILLAGE, OTHER_VILLAGE, VILLAGE].map((village, n) => ({
      number: `H${n}`,
      village,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, n * 2) }],
    })),
  );
  walk = await openWalk(server);
  await build();
});

afterAll(() => server.close());

type Listed = { list: 'cases' | 'clues'; search: Record<string, string> };

/** How many rows the list shows, counted by going through all of its pages. */
async function rowsOf({ client }: TestUser, { list, search }: Listed, area: number): Promise<number> {
  let cursor: string | undefined;
  let rows = 0;
  let total: number | undefined;
  do {
    const asked = { ...search, area, cursor, limit: 2 } as never;
    const page = list === 'clues' ? await client.clues.clues(asked) : await client.caseload.cases(asked);
    total ??= page.total;
    rows += page.items.length;
    cursor = page.next;
  } while (cursor);
  expect(rows).toBe(total);
  return rows;
}

async function figuresOf({ client }: TestUser, area?: number) {
  const { figures } = await client.bulletin.figures({ ...PERIOD, area });
  return new Map(figures.map((figure) => [figure.key, figure]));
}

describe('figures', () => {
  it('say what happened', async () => {
    const figures = await figuresOf(walk.county);
    const value = (key: string) => figures.get(key)?.value;
    expect(value('clues.visit')).toBe(7);
    expect(value('clues.social')).toBe(1);
    expect(figures.get('identified')).toMatchObject({ numerator: 7, denominator: 8, value: 0.875 });
    expect(figures.get('taken-in')).toMatchObject({ numerator: 3, denominator: 3, value: 1 });
    expect(figures.get('on-time.identification.verification')).toMatchObject({ numerator: 3, denominator: 7 });
    expect(figures.get('on-time.identification.county-approval')).toMatchObject({ numerator: 3, denominator: 3 });
    expect(figures.get('on-time.clearing.notice')).toMatchObject({ numerator: 1, denominator: 1, value: 1 });
    expect(figures.get('on-time.clearing.comparison')).toMatchObject({ numerator: 0, denominator: 0 });
    expect(value('on-time.clearing.comparison')).toBeUndefined();
    expect(value('cleared')).toBe(1);
    expect(value('cleared-assisted')).toBe(1);
    expect(value('cleared-natural')).toBe(0);
    expect(value('open')).toBe(5);
    expect(['age-7', 'age-15', 'age-30', 'age-over-30'].map(value)).toEqual([1, 1, 0, 3]);
    expect(value('state.cleared')).toBe(1);
    expect(value('state.not-confirmed')).toBe(1);
  });

  it.each<[string, (all: Walk) => TestUser, number]>([
    ['the county', ({ county }) => county, COUNTY],
    ['a township', ({ county }) => county, TOWNSHIP],
    ['one village', ({ county }) => county, VILLAGE],
    ['the next village', ({ county }) => county, NEXT_VILLAGE],
    ['a county where nothing is', ({ region }) => region, OTHER_COUNTY],
    ['the whole region', ({ region }) => region, REGION],
    ['a village that asks for more than its own', ({ village }) => village, COUNTY],
  ])('open a list of exactly their rows: %s', async (_name, who, area) => {
    const user = who(walk);
    const { figures, months } = await user.client.bulletin.figures({ ...PERIOD, area });
    for (const { key, list, search, numerator, denominator, denominatorSearch } of figures) {
      expect(await rowsOf(user, { list, search }, area), key).toBe(numerator);
      if (denominatorSearch)
        expect(await rowsOf(user, { list, search: denominatorSearch }, area), `${key} of`).toBe(denominator);
    }
    for (const { month, channel, count, search } of months)
      expect(await rowsOf(user, { list: 'clues', search }, area), `${month} ${channel}`).toBe(count);
  });

  it('a stranger asks for an area that does not exist', async () => {
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect(await refusalOf(other.client.bulletin.figures({ ...PERIOD, area: VILLAGE }))).toBe('regions.not-found');
    const own = await figuresOf(other);
    expect([...own.values()].every(({ numerator }) => numerator === 0)).toBe(true);
  });

  it('a period that ends before it begins is refused', async () => {
    const asked = { from: '2022-06-02', to: '2022-06-01' };
    expect(await refusalOf(walk.county.client.bulletin.figures(asked))).toBe('kernel.invalid-input');
  });

  it('应帮尽帮 is what the page of gaps says', async () => {
    const figures = await figuresOf(walk.county);
    const summary = await walk.county.client.help.helpSummary({});
    expect(figures.get('fully-helped')).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(summary).toMatchObject({ helped: 2, fullyHelped: 1 });
    const search = figures.get('fully-helped')?.search ?? {};
    const { items } = await walk.county.client.caseload.cases(search as never);
    const [gap] = (await walk.county.client.help.gaps({ kind: 'risk' })).items;
    expect(items.map(({ id }) => id)).not.toContain(gap?.id);
  });

  it('the views say the same', async () => {
    const figures = await figuresOf(walk.region);
    const sums = await server.shouwang.db.bulkRead((tx) =>
      tx.first(sql<Record<string, number>>`select
        (select sum(clues)::int from clues_by_month where month >= '2022-06-01') as clues,
        (select sum(handled)::int from clues_by_month where month >= '2022-06-01') as handled,
        (select sum(done)::int from step_times_by_county where walk = 'identification' and step = 'verification') as done,
        (select sum(on_time)::int from step_times_by_county where walk = 'identification' and step = 'verification') as on_time,
        (select count(*)::int from case_progress where confirmed) as confirmed,
        (select sum(cases)::int from cases_by_state where state = 'cleared') as cleared`),
    );
    const verification = figures.get('on-time.identification.verification');
    expect(sums).toEqual({
      clues: figures.get('identified')?.denominator,
      handled: figures.get('identified')?.numerator,
      // The views are of what was ended; the figure also counts the three that are left lying.
      done: (verification?.denominator ?? 0) - 3,
      onTime: verification?.numerator,
      confirmed: figures.get('taken-in')?.denominator,
      cleared: figures.get('state.cleared')?.value,
    });
  });
});

describe('the bulletin', () => {
  it('ranks the regions below by what was done in time, and each number opens its list', async () => {
    const { rows, total, level } = await walk.region.client.bulletin.bulletin({ ...PERIOD, area: COUNTY });
    expect(level).toBe('township');
    expect(rows.map(({ name, rank }) => ({ name: name !== '', rank }))).toEqual([{ name: true, rank: 1 }]);
    expect(total).toMatchObject({ open: 5, done: 7, onTime: 2 });
    for (const row of [...rows, total]) {
      const area = row.code;
      const list = (figure: string) => rowsOf(walk.region, { list: 'cases', search: { ...PERIOD, figure } }, area);
      expect(await list('open')).toBe(row.open);
      expect(await list('late')).toBe(row.late);
      expect(await list('escalated')).toBe(row.escalated);
      expect(await list('steps-done')).toBe(row.done);
      expect(await list('steps-on-time')).toBe(row.onTime);
      for (const each of row.steps) {
        expect(await list(`done.${each.walk}.${each.step}`)).toBe(each.done);
        expect(await list(`on-time.${each.walk}.${each.step}`)).toBe(each.onTime);
      }
    }
  });

  it('compares villages for a township, and is a workbook', async () => {
    const { level, rows } = await walk.township.client.bulletin.bulletin(PERIOD);
    expect(level).toBe('village');
    expect(rows.map(({ code }) => code).sort()).toEqual([VILLAGE, NEXT_VILLAGE]);
    const answer = await walk.township.get(`/bulletin/export?from=${PERIOD.from}&to=${PERIOD.to}`);
    expect(answer.status).toBe(200);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('shares do not reward leaving work', () => {
  it('a step left lying counts as late until it is ended, and ending it late makes no share fall', async () => {
    const before = (await figuresOf(walk.county)).get('on-time');
    const search = { figure: 'late', state: 'identification.verification', area: VILLAGE } as const;
    const id = (await walk.village.client.caseload.cases(search)).items[0]?.id ?? 0;
    const day = '2023-07-31';
    await walk.verify(id, day);
    const after = (await figuresOf(walk.county)).get('on-time');
    expect(after?.value).toBe(before?.value);
  });

  it('a case inside its days is neither a success nor a failure', async () => {
    const before = await figuresOf(walk.county);
    const { items } = await walk.village.client.households.list({ area: VILLAGE });
    const cases = await Promise.all(
      items.map(({ id: householdId }) =>
        walk.village.client.cases.ofHousehold({ countyCode: walk.countyCode, householdId }),
      ),
    );
    const id = await walk.open(
      items[cases.findIndex((own) => own.every(({ state }) => state === 'not-confirmed'))]?.id ?? 0,
      '2023-07-30',
    );
    await walk.verify(id, '2023-07-31');
    const during = await figuresOf(walk.county);
    expect(during.get('within-term')?.value).toBe((before.get('within-term')?.value ?? 0) + 1);
    expect(during.get('taken-in')).toEqual(before.get('taken-in'));
    walk.moveTo('2023-09-01');
    const late = await figuresOf(walk.county);
    expect(late.get('within-term')?.value).toBe(0);
    expect(late.get('taken-in')?.denominator).toBeGreaterThan(before.get('taken-in')?.denominator ?? 0);
    walk.moveTo('2023-07-31');
  });
});
