// Help of a household after the decision: measures and their results, what is missing as days go by, visits by danger.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details } from '../../../../test/case-details.ts';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import { type Helpers, helpedCase, helpersOf, morningOf, openCaseOn } from '../../../../test/helped-case.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  openSmallRegistry,
  REGION,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { TINY_PNG } from '../../../../test/tiny-png.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { followHouseholds } from '../../cases/server/index.ts';
import type { PlannedMeasure } from '../domain/measures-contract.ts';
import { moveHelp } from './follow.ts';

const requestId = () => crypto.randomUUID();
const DAYS = { opened: '2022-06-01', noticed: '2022-06-06', decided: '2022-06-11' };

let server: TestServer;
let helpers: Helpers;
let households: number[];

beforeAll(async () => {
  server = await openSmallRegistry(
    ['1', '2', '3', '4', '5'].map((n) => ({
      number: `H${n}`,
      village: VILLAGE,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, Number(n) * 2) }],
    })),
  );
  helpers = await helpersOf(server);
  const region = await server.as({ role: 'region-officer', areaCode: REGION });
  await region.client.parameters.saveParameter({
    ...{ requestId: requestId(), regionCode: REGION, key: 'income.line', value: 8000 },
    ...{ effectiveFrom: '2020-01-01', note: '' },
  });
  households = (await helpers.county.client.households.list({ area: COUNTY })).items.map(({ id }) => id);
});

afterAll(() => server.close());

type Key = { countyCode: number; id: number };

const planned = (change: Partial<PlannedMeasure> = {}): PlannedMeasure => ({
  class: 'health',
  content: '落实医疗救助,报销住院费用',
  unit: '旗医保局',
  person: '李明',
  plannedFrom: '2022-06-11',
  dueOn: '2022-07-11',
  moneyFen: 120_000,
  policy: '医疗救助',
  ...change,
});

const help = () => helpers.village.client.help;
const helped = (index: number, survey: object = {}) =>
  helpedCase(server, helpers, households[index] ?? 0, DAYS, survey);

async function add(key: Key, ...measures: Partial<PlannedMeasure>[]): Promise<number[]> {
  const { ids } = await help().addMeasures({ requestId: requestId(), ...key, measures: measures.map(planned) });
  return ids;
}

/** Kinds of gaps on the case and in the list, which must agree. */
async function gapsOf(key: Key): Promise<string[]> {
  const own = (await helpers.county.client.help.measures(key)).gaps.map(({ kind }) => kind);
  const listed = (await helpers.county.client.help.gaps({})).items.find(({ id }) => id === key.id);
  expect(listed?.gaps.map(({ kind }) => kind) ?? []).toEqual(own);
  for (const kind of ['none', 'risk', 'developing', 'late'] as const) {
    const { items, total } = await helpers.county.client.help.gaps({ kind });
    expect(items.some(({ id }) => id === key.id)).toBe(own.includes(kind));
    expect(total).toBe(items.length);
  }
  return own;
}

describe('measures', () => {
  let key: Key;
  let first: number;

  it('cannot be planned before the decision, but on the emergency path', async () => {
    const open = await openCaseOn(server, helpers, households[4] ?? 0, '2022-06-01');
    const adding = () => help().addMeasures({ requestId: requestId(), ...open, measures: [planned()] });
    expect(await refusalOf(adding())).toBe('help.not-begun');
    expect((await help().measures(open)).whyNot).toContain('旗县审定');
    const { version } = await helpers.county.client.cases.case(open);
    await helpers.village.client.cases.emergency({
      ...{ requestId: requestId(), ...open, version },
      detail: { reason: '突发火灾,房屋受损', help: '临时安置' },
    });
    await adding();
    expect((await help().measures(open)).items).toHaveLength(1);
  });

  it('are proposed by risk, by shortcoming and by labour', async () => {
    key = await helped(0);
    const proposals = await help().proposeMeasures(key);
    expect(proposals.map((proposal) => [proposal.class, proposal.answers])).toEqual([
      ['health', 'illness'],
      ['comprehensive', 'illness'],
      ['health', 'uninsured'],
      ['industry', undefined],
      ['employment', undefined],
    ]);
    expect(proposals[0]).toMatchObject({ plannedFrom: '2022-06-11', dueOn: '2022-07-11' });
  });

  it('are added several at once, and answer what was open', async () => {
    expect((await help().measures(key)).demands.map(({ covered }) => covered)).toEqual([false, false]);
    [first = 0] = await add(key, {}, { class: 'industry', content: '发放种羊 10 只', unit: '旗农牧局' });
    const plan = await help().measures(key);
    expect(plan.items).toHaveLength(2);
    expect(plan.demands).toMatchObject([
      { demand: 'illness', covered: true },
      { demand: 'uninsured', covered: true },
    ]);
    expect(plan).toMatchObject({ fullyHelped: true, open: true, gaps: [], hasLabour: true });
    expect(plan.items[0]).toMatchObject({ state: 'planned', version: 1, daysLeft: 30, moneyFen: 120_000 });
  });

  it('keep what they said before; the audit keeps the rest, and nothing about health', async () => {
    const change = { ...key, measureId: first, version: 1, implementing: true };
    const measure = planned({ content: '落实大病保险报销', unit: '商都县医保局', moneyFen: 200_000 });
    expect(await help().changeMeasure({ requestId: requestId(), ...change, measure })).toEqual({ version: 2 });
    const item = (await help().measures(key)).items.find(({ id }) => id === first);
    expect(item).toMatchObject({ state: 'implementing', version: 2, unit: '商都县医保局' });
    expect(item?.former.map(({ content }) => content)).toEqual(['落实医疗救助,报销住院费用']);
    expect(await refusalOf(help().changeMeasure({ requestId: requestId(), ...change, measure }))).toBe(
      'help.measure-moved-on',
    );
    const rows = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ before: object; after: object; text: string }>`
        select before, after, coalesce(before::text, '') || coalesce(after::text, '') as text from audit_entries
        where operation = 'help.change-measure'`),
    );
    expect(rows[0]?.before).toMatchObject({ unit: '旗医保局', moneyFen: 120_000, state: 'planned' });
    expect(rows[0]?.after).toMatchObject({ unit: '商都县医保局', contentChanged: true });
    expect(rows[0]?.text).not.toMatch(/住院|大病|illness|因病/);
  });

  it('are finished with date, result and photo, not in the future', async () => {
    server.moveClock(morningOf('2022-06-20'));
    const finish = { ...key, measureId: first, version: 2, result: '已报销住院费 2000 元', moneyFen: 200_000 };
    const photo = await helpers.village.upload('票据.png', TINY_PNG);
    expect(
      await refusalOf(help().finishMeasure({ requestId: requestId(), ...finish, resultOn: '2022-06-21', photos: [] })),
    ).toBe('cases.day-in-future');
    expect(
      await refusalOf(help().finishMeasure({ requestId: requestId(), ...finish, resultOn: '2022-05-31', photos: [] })),
    ).toBe('help.result-before-plan');
    await help().finishMeasure({ requestId: requestId(), ...finish, resultOn: '2022-06-20', photos: [photo] });
    const item = (await help().measures(key)).items.find(({ id }) => id === first);
    expect(item).toMatchObject({ state: 'done', resultOn: '2022-06-20', result: '已报销住院费 2000 元' });
    expect(item?.files).toMatchObject([{ name: '票据.png' }]);
    const file = await helpers.county.get(`/cases/${key.countyCode}/${key.id}/files/${item?.files[0]?.id}`);
    expect(file.status).toBe(200);
    expect(
      await refusalOf(
        help().cancelMeasure({
          requestId: requestId(),
          ...key,
          measureId: first,
          version: 3,
          reason: '填写有误',
        }),
      ),
    ).toBe('help.measure-settled');
  });

  it('are cancelled with a reason and stay visible; the household shows what it received', async () => {
    const second = (await help().measures(key)).items.find((item) => item.class === 'industry');
    await helpers.township.client.help.cancelMeasure({
      ...{ requestId: requestId(), ...key, measureId: second?.id ?? 0, version: 1 },
      reason: '农户无养殖意愿',
    });
    const plan = await help().measures(key);
    expect(plan.items.at(-1)).toMatchObject({ state: 'cancelled', cancelledFor: '农户无养殖意愿' });
    const received = await helpers.county.client.help.helpOfHousehold({
      countyCode: key.countyCode,
      householdId: households[0] ?? 0,
    });
    expect(received).toMatchObject([{ id: first, state: 'done', moneyFen: 200_000 }]);
  });

  it('are written by village and township, read by others, and not seen elsewhere', async () => {
    const measures = [planned()];
    expect(await refusalOf(helpers.county.client.help.addMeasures({ requestId: requestId(), ...key, measures }))).toBe(
      'http.forbidden',
    );
    for (const identity of [
      { role: 'village-worker', areaCode: NEXT_VILLAGE },
      { role: 'county-officer', areaCode: OTHER_COUNTY },
    ] as const) {
      const { client } = await server.as(identity);
      expect(await refusalOf(client.help.measures(key))).toBe('cases.not-found');
      expect((await client.help.gaps({})).items).toEqual([]);
      expect((await client.help.visitsDue({})).items).toEqual([]);
      expect(await client.help.helpSummary({})).toMatchObject({ helped: 0, fullyHelped: 0 });
    }
    const auditor = await server.as({ role: 'auditor', areaCode: REGION });
    expect((await auditor.client.help.measures(key)).items).toHaveLength(2);
  });
});

describe('what is missing', () => {
  it('follows the day: a risk at once, nothing after a month, labour after half a year, a measure past its day', async () => {
    const key = await helped(1, { uninsured: false });
    expect(await gapsOf(key)).toEqual(['risk']);
    server.moveClock(morningOf('2022-07-11'));
    expect(await gapsOf(key)).toEqual(['risk']);
    server.moveClock(morningOf('2022-07-12'));
    expect(await gapsOf(key)).toEqual(['none', 'risk']);
    await add(key, { dueOn: '2022-08-01', plannedFrom: '2022-07-12' });
    expect(await gapsOf(key)).toEqual([]);
    server.moveClock(morningOf('2022-08-02'));
    expect(await gapsOf(key)).toEqual(['late']);
    server.moveClock(morningOf('2022-12-08'));
    expect(await gapsOf(key)).toEqual(['late']);
    server.moveClock(morningOf('2022-12-09'));
    expect(await gapsOf(key)).toEqual(['developing', 'late']);
    await add(key, { class: 'public-post', dueOn: '2022-12-31', plannedFrom: '2022-12-09' });
    expect(await gapsOf(key)).toEqual(['late']);
  });

  it('asks nobody to work where nobody can, and asks for the four questions', async () => {
    const key = await helped(2, { noLabour: true, outOfSchool: true, uninsured: false });
    server.moveClock(morningOf('2023-01-10'));
    expect(await gapsOf(key)).toEqual(['none', 'risk', 'risk']);
    await add(key, { dueOn: '2023-12-31' }, { class: 'compulsory-education', dueOn: '2023-12-31' });
    expect(await gapsOf(key)).toEqual([]);
    const summary = await helpers.county.client.help.helpSummary({});
    expect(summary.helped).toBeGreaterThanOrEqual(3);
    expect(summary.fullyHelped).toBeGreaterThanOrEqual(1);
    expect(summary.fullyHelped).toBeLessThanOrEqual(summary.helped);
  });

  it('is paged', async () => {
    const all = (await helpers.county.client.help.gaps({})).items.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(1);
    const one = await helpers.county.client.help.gaps({ limit: 1 });
    const two = await helpers.county.client.help.gaps({ limit: 1, ...(one.next ? { cursor: one.next } : {}) });
    expect([...one.items, ...two.items].map(({ id }) => id)).toEqual(all.slice(0, 2));
    expect(await refusalOf(helpers.county.client.help.gaps({ cursor: 'x' }))).toBe('lists.bad-cursor');
  });
});

describe('visits', () => {
  let key: Key;
  const due = async () => (await help().visits(key)).dueOn;
  const listed = async (filter: { due?: 'late' | 'soon' | 'calm' }) =>
    (await helpers.township.client.help.visitsDue(filter)).items.find(({ id }) => id === key.id);
  const visit = (visitedOn: string, more: object = {}) =>
    help().addVisit({
      ...{ requestId: requestId(), ...key, visitedOn, visitors: ['巴特尔'], findings: '生活平稳,按时服药', photos: [] },
      ...more,
    });

  it('are owed from the decision by the level of danger, and late a day after', async () => {
    key = await helped(3);
    expect(await due()).toBe('2022-07-11');
    server.moveClock(morningOf('2022-07-12'));
    expect(await listed({ due: 'late' })).toMatchObject({ daysLeft: -1, dueOn: '2022-07-11', everyDays: 30 });
    const { version } = await helpers.county.client.cases.case(key);
    const plan = { ...details('2022-07-12').plan, danger: 'high' as const };
    await helpers.village.client.cases.plan({ requestId: requestId(), ...key, version, detail: plan });
    expect(await listed({ due: 'late' })).toMatchObject({ dueOn: '2022-06-26', daysLeft: -16, everyDays: 15 });
  });

  it('start the days anew; an earlier day can be agreed on', async () => {
    const photo = await helpers.village.upload('入户.png', TINY_PNG);
    await visit('2022-07-12', { place: '农户家中', longitude: 113.5, latitude: 41.5, photos: [photo] });
    expect(await due()).toBe('2022-07-27');
    expect(await listed({ due: 'late' })).toBeUndefined();
    expect(await listed({ due: 'calm' })).toMatchObject({ visitedOn: '2022-07-12', daysLeft: 15 });
    server.moveClock(morningOf('2022-07-14'));
    await visit('2022-07-14', { nextVisitDue: '2022-07-18' });
    expect(await listed({})).toMatchObject({ dueOn: '2022-07-18', daysLeft: 4 });
    // A visit told late changes nothing about the newest.
    await visit('2022-07-13');
    expect(await due()).toBe('2022-07-18');
    const { items } = await help().visits(key);
    expect(items.map(({ visitedOn }) => visitedOn)).toEqual(['2022-07-14', '2022-07-13', '2022-07-12']);
    expect(items[2]).toMatchObject({ place: '农户家中', longitude: 113.5, findings: '生活平稳,按时服药' });
    expect(items[2]?.files).toMatchObject([{ name: '入户.png' }]);
  });

  it('are refused on days that cannot be', async () => {
    expect(await refusalOf(visit('2022-07-15'))).toBe('cases.day-in-future');
    expect(await refusalOf(visit('2022-05-31'))).toBe('cases.day-before-case');
    expect(await refusalOf(visit('2022-07-14', { nextVisitDue: '2022-07-14' }))).toBe('help.next-visit-past');
  });

  it('are sent again from an outbox without being recorded twice', async () => {
    const again = { requestId: requestId() };
    const once = await visit('2022-07-14', again);
    expect(await visit('2022-07-14', again)).toEqual(once);
    expect((await help().visits(key)).items).toHaveLength(4);
  });

  it('are sorted by days late, both ways', async () => {
    server.moveClock(morningOf('2022-10-01'));
    const client = helpers.county.client.help;
    const down = (await client.visitsDue({ sort: '-due' })).items.map(({ dueOn }) => dueOn);
    const up = (await client.visitsDue({ sort: 'due' })).items.map(({ dueOn }) => dueOn);
    expect(up).toEqual([...up].sort());
    expect(down).toEqual([...up].reverse());
    expect((await client.visitsDue({ sort: 'due', limit: 2 })).next).toBeDefined();
  });
});

describe('lists of help', () => {
  it('are taken as workbooks, and it is recorded who took them', async () => {
    for (const list of ['gaps', 'visits-due']) {
      const answer = await helpers.county.get(`/help/${list}/export`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    }
    const taken = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql`select from audit_entries where operation like 'help.export-%'`),
    );
    expect(taken).toHaveLength(2);
  });
});

describe('a household that moved', () => {
  it('takes its measures and visits along', async () => {
    const [row] = (await helpers.county.client.help.visitsDue({ text: 'H4' })).items;
    if (!row) throw new Error('the fourth household is not helped');
    const key = { countyCode: row.countyCode, id: row.id };
    await add(key, { dueOn: '2022-12-31' });
    const touched = `select ${row.householdId}::bigint as household_id, ${NEXT_VILLAGE}::bigint as village_code`;
    await followHouseholds(server.shouwang.db, systemActor('test'), touched, [moveHelp]);
    const next = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    const moved = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ villageCode: number }>`
        select village_code from case_measures where case_id = ${row.id}
        union all select village_code from case_visits where case_id = ${row.id}`),
    );
    expect(moved.length).toBeGreaterThan(1);
    expect(new Set(moved.map(({ villageCode }) => villageCode))).toEqual(new Set([NEXT_VILLAGE]));
    expect((await next.client.help.gaps({})).items.length).toBeLessThanOrEqual(1);
    expect(await refusalOf(help().measures(key))).toBe('cases.not-found');
  });
});
