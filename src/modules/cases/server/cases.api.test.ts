// A household from its clue to the end of its risk, through the roles of village, township and county, with the clock moved.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details, SOLVED } from '../../../../test/case-details.ts';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, REGION, TOWNSHIP, VILLAGE } from '../../../../test/small-registry.ts';
import { TINY_PNG } from '../../../../test/tiny-png.ts';

const requestId = () => crypto.randomUUID();
const countyCode = COUNTY / 1_000_000;
const at = (day: string) => new Date(`${day}T09:00:00+08:00`);
let server: TestServer;
let village: TestUser;
let township: TestUser;
let county: TestUser;
let households: number[];

beforeAll(async () => {
  server = await openSmallRegistry(
    ['1', '2', '3', '4', '5', '6'].map((n) => ({
      number: `H${n}`,
      village: VILLAGE,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, Number(n) * 2) }],
    })),
  );
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const region = await server.as({ role: 'region-officer', areaCode: REGION });
  await region.client.parameters.saveParameter({
    requestId: requestId(),
    regionCode: REGION,
    key: 'income.line',
    value: 8000,
    effectiveFrom: '2020-01-01',
    note: '',
  });
  households = (await county.client.households.list({ area: COUNTY })).items.map(({ id }) => id);
});

afterAll(() => server.close());

async function open(householdId: number, day: string): Promise<number> {
  server.moveClock(at(day));
  const clue = await village.client.clues.addClue({
    requestId: requestId(),
    channel: 'visit',
    countyCode,
    householdId,
    receivedOn: day,
    text: '户主患病住院,支出较大',
  });
  const { id } = await village.client.cases.open({ requestId: requestId(), countyCode, clueIds: [clue.id] });
  return id;
}

async function look(id: number) {
  return county.client.cases.case({ countyCode, id });
}

/** Key of an action on the case as it stands now. */
async function now(id: number) {
  const { version } = await look(id);
  return { requestId: requestId(), countyCode, id, version };
}

async function signature(user: TestUser): Promise<string> {
  return user.upload('签名.png', TINY_PNG);
}

async function verify(id: number, day: string, change: object = {}) {
  const given = details(day, [await signature(village)]);
  await village.client.cases.verify({ ...(await now(id)), detail: { ...given.verify, ...change } });
}

/** From the verification to the announcement and the record, on days of their own. */
async function walkTo(id: number, days: { verify: string; notice: string; end: string }) {
  server.moveClock(at(days.verify));
  await verify(id, days.verify);
  const compare = details(days.verify);
  await county.client.cases.compare({ ...(await now(id)), detail: compare.compare });
  server.moveClock(at(days.notice));
  const given = details(days.notice);
  await village.client.cases.review({ ...(await now(id)), detail: given.review });
  await village.client.cases.publish({ ...(await now(id)), detail: given.publish });
  server.moveClock(at(days.end));
  await village.client.cases.endNotice({ ...(await now(id)), detail: given['end-notice'] });
  await township.client.cases.passTownship({ ...(await now(id)), detail: given['pass-township'] });
  await county.client.cases.approve({ ...(await now(id)), detail: given.approve });
  const last = details(days.end);
  await township.client.cases.announce({ ...(await now(id)), detail: last.announce });
  await township.client.cases.record({ ...(await now(id)), detail: last.record });
}

const DAYS = { verify: '2022-06-03', notice: '2022-06-06', end: '2022-06-11' };

describe('a case', () => {
  it('goes from the clue through every step, is cleared a year later, looked back at, and reversed into a new one', async () => {
    const [householdId = 0] = households;
    const id = await open(householdId, '2022-06-01');
    expect(await look(id)).toMatchObject({
      state: 'identification.verification',
      turn: 'village',
      openedOn: '2022-06-01',
      dueOn: '2022-06-04',
      totalDueOn: '2022-06-16',
    });
    await walkTo(id, DAYS);
    const monitored = await look(id);
    expect(monitored).toMatchObject({
      state: 'monitored',
      category: 'borderline',
      dueOn: '2022-06-21',
      decidedOn: '2022-06-11',
    });
    expect(monitored.suggestion?.category).toBe('borderline');
    const household = await county.client.households.get({ countyCode, id: householdId });
    expect(household.household.monitoringCategory).toBe('borderline');
    await village.client.cases.plan({ ...(await now(id)), detail: details('2022-06-11').plan });
    expect((await look(id)).dueOn).toBeUndefined();

    expect(
      await refusalOf(
        village.client.cases.startClearing({
          ...(await now(id)),
          detail: { mode: 'assisted', reason: '收入稳定' },
        }),
      ),
    ).toBe('cases.conditions-unmet');
    server.moveClock(at('2023-06-12'));
    await village.client.cases.startClearing({
      ...(await now(id)),
      detail: { mode: 'assisted', reason: '收入稳定超过监测范围' },
    });
    await verify(id, '2023-06-12', { survey: SOLVED });
    const given = details('2023-06-12');
    await village.client.cases.review({ ...(await now(id)), detail: given.review });
    await village.client.cases.publish({ ...(await now(id)), detail: given.publish });
    server.moveClock(at('2023-06-17'));
    await village.client.cases.endNotice({ ...(await now(id)), detail: given['end-notice'] });
    await township.client.cases.passTownship({ ...(await now(id)), detail: given['pass-township'] });
    expect((await look(id)).conditions.filter(({ met }) => !met)).toEqual([]);
    await county.client.cases.clear({
      ...(await now(id)),
      detail: { mode: 'assisted', opinion: '同意消除', documentNumber: '' },
    });
    const last = details('2023-06-17');
    await township.client.cases.announce({ ...(await now(id)), detail: last.announce });
    await township.client.cases.record({ ...(await now(id)), detail: last.record });
    expect(await look(id)).toMatchObject({ state: 'cleared', nextLookBackOn: '2023-09-17', dueOn: '2023-09-17' });

    server.moveClock(at('2023-09-10'));
    await village.client.cases.lookBack({
      ...(await now(id)),
      detail: { on: '2023-09-10', visitors: ['巴特尔', '李秀兰'], stable: false, finding: '户主再次住院', photos: [] },
    });
    await township.client.cases.reverse({ ...(await now(id)), detail: { reason: '收入再次下降' } });
    expect((await look(id)).state).toBe('reversed');
    const [next] = await county.client.cases.ofHousehold({ countyCode, householdId });
    expect(next).toMatchObject({ state: 'identification.verification', openedOn: '2023-09-10' });
    expect((await look(next?.id ?? 0)).previousId).toBe(id);
  });

  it('two who act at once: one is recorded, the other is told by whom and what', async () => {
    const id = await open(households[1] ?? 0, '2022-06-01');
    server.moveClock(at('2022-06-02'));
    const key = await now(id);
    const first = details('2022-06-02', [await signature(village)]);
    const second = details('2022-06-02', [await signature(township)]);
    const both = await Promise.allSettled([
      village.client.cases.verify({ ...key, requestId: requestId(), detail: first.verify }),
      township.client.cases.verify({ ...key, requestId: requestId(), detail: second.verify }),
    ]);
    const refused = both.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(await refusalOf(Promise.reject((refused[0] as PromiseRejectedResult).reason))).toBe('cases.moved-on');
    expect((await look(id)).timeline).toHaveLength(2);
  });

  it('a repeated request is recorded once', async () => {
    const id = await open(households[2] ?? 0, '2022-06-01');
    const given = details('2022-06-01', [await signature(village)]);
    const request = { ...(await now(id)), detail: given.verify };
    const once = await village.client.cases.verify(request);
    expect(await village.client.cases.verify(request)).toEqual(once);
    expect((await look(id)).timeline).toHaveLength(2);
  });

  it('further clues go into the open case, and a moved clock makes it late, and lifts it to the township', async () => {
    const id = await open(households[3] ?? 0, '2022-06-01');
    server.moveClock(at('2022-06-02'));
    const again = await village.client.clues.addClue({
      requestId: requestId(),
      channel: 'social',
      countyCode,
      householdId: households[3] ?? 0,
      receivedOn: '2022-06-02',
      text: '12317 来电反映',
    });
    const joined = await village.client.cases.open({
      requestId: requestId(),
      countyCode,
      clueIds: [again.id],
    });
    expect(joined).toEqual({ id, opened: false });
    const before = await township.client.caseload.worklist({});
    server.moveClock(at('2022-06-08'));
    const after = await township.client.caseload.worklist({});
    expect(after.escalated).toBe(before.escalated + 1);
    const { items } = await township.client.caseload.cases({ desk: 'escalated' });
    expect(items.find((item) => item.id === id)?.clock).toEqual({
      daysLeft: -4,
      tone: 'late',
      escalatedTo: ['township'],
    });
  });

  it('says what is wrong: one visitor, a day to come, a notice that still hangs, a majority that is none', async () => {
    const id = await open(households[4] ?? 0, '2022-06-01');
    const given = details('2022-06-01', [await signature(village)]);
    const verifyWith = async (change: object) =>
      refusalOf(village.client.cases.verify({ ...(await now(id)), detail: { ...given.verify, ...change } }));
    expect(await verifyWith({ visitors: ['巴特尔', '巴特尔'] })).toBe('cases.too-few-visitors');
    expect(await verifyWith({ visitedOn: '2022-06-09' })).toBe('cases.day-in-future');
    await verify(id, '2022-06-01');
    await county.client.cases.compare({ ...(await now(id)), detail: given.compare });
    expect(
      await refusalOf(
        village.client.cases.review({
          ...(await now(id)),
          detail: { ...given.review, votesFor: 2, votesAgainst: 2 },
        }),
      ),
    ).toBe('cases.votes-too-few');
    await village.client.cases.review({ ...(await now(id)), detail: given.review });
    await village.client.cases.publish({ ...(await now(id)), detail: given.publish });
    expect(await refusalOf(village.client.cases.endNotice({ ...(await now(id)), detail: given['end-notice'] }))).toBe(
      'cases.notice-running',
    );
    expect(await refusalOf(township.client.cases.compare({ ...(await now(id)), detail: given.compare }))).toBe(
      'http.forbidden',
    );
  });

  it('rejected, told, appealed, and taken up again', async () => {
    const id = await open(households[5] ?? 0, '2022-06-01');
    await verify(id, '2022-06-01', { confirmed: false });
    expect(await look(id)).toMatchObject({ state: 'not-confirmed', turn: 'village', dueOn: '2022-06-08' });
    await village.client.cases.notifyRejection({
      ...(await now(id)),
      detail: { on: '2022-06-01', how: '当面告知' },
    });
    await village.client.cases.appeal({ ...(await now(id)), detail: { content: '未计入医疗支出' } });
    await township.client.cases.decideAppeal({
      ...(await now(id)),
      detail: { upheld: true, reason: '应重新核实' },
    });
    expect((await look(id)).state).toBe('identification.verification');
  });
});
