// Templates and the calendar as settings: who may set them, and what a change does to cases that are under way.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import { COUNTY, idNumber, OTHER_COUNTY, openSmallRegistry, REGION, VILLAGE } from '../../../../test/small-registry.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { resumeRecompute } from '../../cases/server/recompute.ts';
import { DEFAULT_TEMPLATE } from '../domain/process-template.ts';

let server: TestServer;
let walk: Walk;
let households: number[];

beforeAll(async () => {
  server = await openSmallRegistry(
    [1, 2, 3].map((n) => ({
      number: `H${n}`,
      village: VILLAGE,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, n * 2) }],
    })),
  );
  walk = await openWalk(server);
  households = (await walk.county.client.households.list({ area: COUNTY })).items.map(({ id }) => id);
});

afterAll(() => server.close());

const WORKING = structuredClone(DEFAULT_TEMPLATE);
for (const step of WORKING.identification.steps) step.term.kind = 'working';
WORKING.identification.total = { days: 20, kind: 'working' };

function template(effectiveFrom: string, change: object = {}) {
  return {
    requestId: newId(),
    regionCode: COUNTY,
    name: '商都县工作日模板',
    effectiveFrom,
    definition: WORKING,
    ...change,
  };
}

describe('templates', () => {
  it('are set for an area from a day on, once for each day, never for the past, never for others', async () => {
    walk.moveTo('2022-09-01');
    const { client } = walk.county;
    await client.process.saveTemplate(template('2022-09-20'));
    expect(await refusalOf(client.process.saveTemplate(template('2022-09-20')))).toBe('process.template-exists');
    expect(await refusalOf(client.process.saveTemplate(template('2022-08-31')))).toBe('process.template-in-past');
    const elsewhere = template('2022-09-21', { regionCode: OTHER_COUNTY });
    expect(await refusalOf(client.process.saveTemplate(elsewhere))).toBe('regions.not-found');
    const inVillage = template('2022-09-21', { regionCode: VILLAGE });
    expect(await refusalOf(client.process.saveTemplate(inVillage))).toBe('process.template-needs-area');
    expect(await refusalOf(walk.township.client.process.saveTemplate(template('2022-09-22')))).toBe('http.forbidden');
    const listed = await walk.village.client.process.templates();
    expect(listed.map(({ name }) => name)).toEqual(['商都县工作日模板', '程序默认模板']);
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await other.client.process.templates()).map(({ name }) => name)).toEqual(['程序默认模板']);
  });

  it('a template that breaks the rules of the process is refused', async () => {
    const definition = structuredClone(DEFAULT_TEMPLATE);
    definition.identification.steps.reverse();
    const asked = template('2022-10-01', { definition });
    expect(await refusalOf(walk.county.client.process.saveTemplate(asked))).toBe('kernel.invalid-input');
  });
});

const NATIONAL_DAY = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ day: `2022-10-0${n}`, working: false, name: '国庆节' }));

describe('the calendar', () => {
  it('official holidays are a proposal; a year that was not announced has none', async () => {
    const { client } = walk.region;
    const days = await client.process.officialHolidays({ year: 2022 });
    expect(days).toContainEqual({ day: '2022-10-03', working: false, name: '国庆节' });
    expect(days).toContainEqual({ day: '2022-10-08', working: true, name: '国庆节调休' });
    expect(days.length).toBeLessThan(60);
    expect(await client.process.officialHolidays({ year: 2099 })).toEqual([]);
  });

  it('a holiday entered late moves the days of open cases by itself, and back again', async () => {
    const id = await walk.open(households[0] ?? 0, '2022-09-29');
    const usual = await walk.look(id);
    // Thursday; three working days are Friday, Monday, Tuesday.
    expect(usual.dueOn).toBe('2022-10-04');
    walk.moveTo('2022-10-02');
    await walk.region.client.process.saveCalendar({ requestId: newId(), year: 2022, days: NATIONAL_DAY });
    await server.jobDone('cases.recompute');
    expect(await walk.region.client.process.recomputing()).toEqual({ waiting: false });
    const [listed] = (await walk.county.client.caseload.cases({ area: COUNTY })).items;
    expect(listed).toMatchObject({ id, dueOn: '2022-10-11', version: usual.version });
    const moved = await walk.look(id);
    expect(moved.steps[0]?.dueOn).toBe('2022-10-11');
    expect(moved.totalDueOn).not.toBe(usual.totalDueOn);
    await walk.region.client.process.saveCalendar({ requestId: newId(), year: 2022, days: [] });
    await server.jobDone('cases.recompute');
    const back = (await walk.county.client.caseload.cases({ area: COUNTY })).items[0];
    expect(back?.dueOn).toBe('2022-10-04');
  });

  it('is to be checked by the region, and again once its days were changed', async () => {
    const region = walk.region.client.process;
    const check = () => walk.county.client.process.calendarCheck({ year: 2023 });
    expect(await check()).toEqual({});
    await region.checkCalendar({ requestId: newId(), year: 2023 });
    expect((await check()).by).toBeTruthy();
    await region.saveCalendar({ requestId: newId(), year: 2023, days: [] });
    expect(await check()).toEqual({});
    const asked = { requestId: newId(), year: 2023 };
    expect(await refusalOf(walk.county.client.process.checkCalendar(asked))).toBe('http.forbidden');
    const league = await server.as({ role: 'region-officer', areaCode: Math.floor(COUNTY / 1e8) * 1e8 });
    expect(await refusalOf(league.client.process.checkCalendar(asked))).toBe('process.calendar-needs-region');
  });

  it('a recomputation that a stop left undone goes on at the next start', async () => {
    const { db } = server.shouwang;
    await db.bulk(systemActor('test'), async (tx) => {
      await tx.run(sql`insert into calendar_days (day, working) select d::date, false
        from generate_series(timestamp '2022-09-30', '2022-10-07', '1 day') d`);
      await tx.run(sql`insert into recomputations (year, account_name) values (2022, '')`);
      return { result: undefined, audit: [] };
    });
    expect(await walk.county.client.process.recomputing()).toEqual({ waiting: true });
    await resumeRecompute(server.api.services, db);
    await server.jobDone('cases.recompute');
    expect(await walk.county.client.process.recomputing()).toEqual({ waiting: false });
    expect((await walk.county.client.caseload.cases({ area: COUNTY })).items[0]?.dueOn).toBe('2022-10-12');
  });

  it('is set by the region only', async () => {
    const asked = { requestId: newId(), year: 2022, days: NATIONAL_DAY };
    expect(await refusalOf(walk.county.client.process.saveCalendar(asked))).toBe('http.forbidden');
    const league = await server.as({ role: 'region-officer', areaCode: Math.floor(COUNTY / 1e8) * 1e8 });
    expect(await refusalOf(league.client.process.saveCalendar(asked))).toBe('process.calendar-needs-region');
    const twice = { ...asked, days: [...NATIONAL_DAY, ...NATIONAL_DAY] };
    const region = await server.as({ role: 'region-officer', areaCode: REGION });
    expect(await refusalOf(region.client.process.saveCalendar(twice))).toBe('kernel.invalid-input');
  });
});
