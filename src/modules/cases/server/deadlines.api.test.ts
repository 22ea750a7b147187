// Deadlines by a moved clock: weekends, the National Day holidays with their worked weekend, the end of the year, a template
// changed in mid-case, and a server that stood still for a week.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details } from '../../../../test/case-details.ts';
import type { TestServer, TestUser } from '../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, REGION, TOWNSHIP, VILLAGE } from '../../../../test/small-registry.ts';
import { TINY_PNG } from '../../../../test/tiny-png.ts';
import { openApi } from '../../../app/open-api.ts';
import { DEFAULT_TEMPLATE } from '../../process/domain/process-template.ts';

const requestId = () => crypto.randomUUID();
const countyCode = COUNTY / 1_000_000;
const at = (day: string) => new Date(`${day}T09:00:00+08:00`);
const working = (days: number) => ({ days, kind: 'working' as const });
/** Three working days to verify, ten to the decision. */
const WORKING = {
  ...DEFAULT_TEMPLATE,
  identification: {
    ...DEFAULT_TEMPLATE.identification,
    steps: DEFAULT_TEMPLATE.identification.steps.map(({ step, term }) => ({ step, term: working(term.days) })),
    total: working(10),
  },
};

let server: TestServer;
let village: TestUser;
let township: TestUser;
let county: TestUser;
let region: TestUser;
let households: number[];

beforeAll(async () => {
  server = await openSmallRegistry(
    Array.from({ length: 8 }, (_, n) => ({
      number: `H${n}`,
      village: VILLAGE,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, n) }],
    })),
  );
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  households = (await county.client.households.list({ area: COUNTY })).items.map(({ id }) => id);
  server.moveClock(at('2022-09-01'));
  await region.client.process.saveCalendar({
    requestId: requestId(),
    year: 2022,
    days: [
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ day: `2022-10-0${day}`, working: false, name: '国庆节' })),
      { day: '2022-10-08', working: true, name: '调休上班' },
      { day: '2022-10-09', working: true, name: '调休上班' },
    ],
  });
  await county.client.process.saveTemplate({
    requestId: requestId(),
    regionCode: COUNTY,
    name: '按工作日',
    effectiveFrom: '2022-09-29',
    definition: WORKING,
  });
});

afterAll(() => server.close());

async function open(householdId: number | undefined, day: string): Promise<number> {
  server.moveClock(at(day));
  const clue = await village.client.clues.addClue({
    requestId: requestId(),
    channel: 'visit',
    countyCode,
    householdId: householdId ?? 0,
    receivedOn: day,
    text: '户主患病住院,支出较大',
  });
  const { id } = await village.client.cases.open({ requestId: requestId(), countyCode, clueIds: [clue.id] });
  return id;
}

async function look(id: number) {
  return county.client.cases.case({ countyCode, id });
}

async function verify(id: number, day: string): Promise<void> {
  server.moveClock(at(day));
  const { version } = await look(id);
  const detail = details(day, [await village.upload('签名.png', TINY_PNG)]).verify;
  await village.client.cases.verify({ requestId: requestId(), countyCode, id, version, detail });
}

/** How the case looks to the county on a day. */
async function clockOn(id: number, day: string) {
  server.moveClock(at(day));
  const { clock } = await look(id);
  return clock && [clock.daysLeft, clock.tone, ...clock.escalatedTo];
}

describe('deadlines', () => {
  it('natural days run through a weekend, and the clock says so day by day', async () => {
    const id = await open(households[0], '2022-09-02');
    expect((await look(id)).dueOn).toBe('2022-09-05');
    expect(await clockOn(id, '2022-09-02')).toEqual([3, 'calm']);
    expect(await clockOn(id, '2022-09-03')).toEqual([2, 'soon']);
    expect(await clockOn(id, '2022-09-05')).toEqual([0, 'today']);
    expect(await clockOn(id, '2022-09-06')).toEqual([-1, 'late']);
    expect(await clockOn(id, '2022-09-08')).toEqual([-3, 'late', 'township']);
    expect(await clockOn(id, '2022-09-11')).toEqual([-6, 'late', 'township', 'county']);
    expect(await clockOn(id, '2022-09-14')).toEqual([-9, 'late', 'township', 'county', 'league']);
  });

  it('the day begins at midnight in Beijing, whatever the clock of the machine says', async () => {
    const id = await open(households[1], '2022-09-12');
    server.moveClock(new Date('2022-09-15T15:59:59Z'));
    expect((await look(id)).clock?.tone).toBe('today');
    server.moveClock(new Date('2022-09-15T16:00:00Z'));
    expect((await look(id)).clock?.tone).toBe('late');
  });

  it('a template changed in mid-case: the case keeps natural days; the next one counts working days over the holidays', async () => {
    const before = await open(households[2], '2022-09-28');
    await verify(before, '2022-09-30');
    expect(await look(before)).toMatchObject({ dueOn: '2022-10-03', totalDueOn: '2022-10-13' });
    const after = await open(households[3], '2022-09-30');
    // Free from 1 to 7 October; Saturday and Sunday after them are worked.
    expect(await look(after)).toMatchObject({ dueOn: '2022-10-10', totalDueOn: '2022-10-19' });
    await verify(after, '2022-10-08');
    expect((await look(after)).dueOn).toBe('2022-10-11');
  });

  it('runs from December into January', async () => {
    const id = await open(households[4], '2022-12-29');
    expect((await look(id)).dueOn).toBe('2023-01-03');
    expect(await clockOn(id, '2022-12-31')).toEqual([3, 'calm']);
    expect(await clockOn(id, '2023-01-01')).toEqual([2, 'soon']);
    expect(await clockOn(id, '2023-01-04')).toEqual([-1, 'late']);
  });

  it('holidays set later count from the next action on', async () => {
    const id = await open(households[5], '2023-12-28');
    expect((await look(id)).dueOn).toBe('2024-01-02');
    await region.client.process.saveCalendar({
      requestId: requestId(),
      year: 2024,
      days: [{ day: '2024-01-01', working: false, name: '元旦' }],
    });
    await verify(id, '2023-12-29');
    expect((await look(id)).dueOn).toBe('2024-01-04');
  });

  it('a server that stood still for a week is right at its first answer', async () => {
    const ids = [await open(households[6], '2024-03-01'), await open(households[7], '2024-03-05')];
    const area = String(TOWNSHIP);
    const before = await township.client.caseload.worklist({ area: Number(area) });
    server.moveClock(at('2024-03-06'));
    expect((await township.client.caseload.worklist({})).late).toBe(before.late);
    await server.api.http.close();
    const again = await openApi(server.shouwang, { logLevel: 'error', clock: () => at('2024-03-14') });
    try {
      const url = await again.http.listen({ host: '127.0.0.1', port: 0 });
      const ask = async (path: string, user: TestUser) =>
        (await fetch(`${url}/api/${path}`, { headers: { cookie: user.cookie } })).json();
      const numbers = (await ask('cases/worklist', village)) as { late: number; soon: number };
      const late = (await ask('cases?desk=late&limit=100', village)) as { total: number; items: { id: number }[] };
      expect(numbers).toMatchObject({ late: late.total, soon: 0 });
      expect(late.items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      const up = (await ask('cases?desk=escalated&limit=100', county)) as { items: { id: number }[] };
      expect(up.items.map(({ id }) => id)).toContain(ids[0]);
    } finally {
      await again.close();
    }
  });
});
