// Walks cases of a small registry through their steps over the API, on days that the test chooses.

import { details, SOLVED } from './case-details.ts';
import type { TestServer, TestUser } from './harness.ts';
import { COUNTY, REGION, TOWNSHIP, VILLAGE } from './small-registry.ts';
import { TINY_PNG } from './tiny-png.ts';

const countyCode = COUNTY / 1_000_000;
export type Walk = Awaited<ReturnType<typeof openWalk>>;

export const newId = () => crypto.randomUUID();

/** Officers of every level, and a line to judge incomes by. */
export async function openWalk(server: TestServer) {
  const village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  const township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const region = await server.as({ role: 'region-officer', areaCode: REGION });
  await region.client.parameters.saveParameter({
    requestId: newId(),
    regionCode: REGION,
    key: 'income.line',
    value: 8000,
    effectiveFrom: '2020-01-01',
    note: '',
  });
  const moveTo = (day: string) => server.moveClock(new Date(`${day}T09:00:00+08:00`));
  const look = (id: number) => county.client.cases.case({ countyCode, id });

  async function now(id: number) {
    const { version } = await look(id);
    return { requestId: newId(), countyCode, id, version };
  }

  async function addClue(householdId: number, day: string, channel: 'visit' | 'social' = 'visit'): Promise<number> {
    moveTo(day);
    const text = '户主患病住院,支出较大';
    const clue = { requestId: newId(), channel, countyCode, householdId, receivedOn: day, text } as const;
    return (await county.client.clues.addClue(clue)).id;
  }

  async function open(householdId: number, day: string): Promise<number> {
    const clueIds = [await addClue(householdId, day)];
    return (await county.client.cases.open({ requestId: newId(), countyCode, clueIds })).id;
  }

  async function verify(id: number, day: string, change: object = {}, by: TestUser = village) {
    moveTo(day);
    const given = details(day, [await by.upload('签名.png', TINY_PNG)]);
    await by.client.cases.verify({ ...(await now(id)), detail: { ...given.verify, ...change } });
  }

  /** From the review to the end of the notice five days later, and on to the county. */
  async function toCounty(id: number, day: string, end: string) {
    moveTo(day);
    const given = details(day);
    await village.client.cases.review({ ...(await now(id)), detail: given.review });
    await village.client.cases.publish({ ...(await now(id)), detail: given.publish });
    moveTo(end);
    await village.client.cases.endNotice({ ...(await now(id)), detail: given['end-notice'] });
    await township.client.cases.passTownship({ ...(await now(id)), detail: given['pass-township'] });
  }

  async function conclude(id: number, day: string) {
    const { announce, record } = details(day);
    await township.client.cases.announce({ ...(await now(id)), detail: announce });
    await township.client.cases.record({ ...(await now(id)), detail: record });
  }

  /** From the verification to where the county decides. */
  async function askCounty(id: number, days: { verify: string; notice: string; end: string }) {
    await verify(id, days.verify);
    await county.client.cases.compare({ ...(await now(id)), detail: details(days.end).compare });
    await toCounty(id, days.notice, days.end);
  }

  async function approve(id: number, days: { verify: string; notice: string; end: string }) {
    await askCounty(id, days);
    const { approve: approval } = details(days.end);
    await county.client.cases.approve({ ...(await now(id)), detail: approval });
  }

  async function plan(id: number, responsible = '王建国') {
    const detail = { ...details('2022-06-11').plan, responsible };
    await village.client.cases.plan({ ...(await now(id)), detail });
  }

  async function clear(id: number, day: string, end: string) {
    moveTo(day);
    const reason = '收入稳定超过监测范围';
    await village.client.cases.startClearing({ ...(await now(id)), detail: { mode: 'assisted', reason } });
    await verify(id, day, { survey: SOLVED });
    await toCounty(id, day, end);
    const detail = { mode: 'assisted', opinion: '同意消除', documentNumber: '' } as const;
    await county.client.cases.clear({ ...(await now(id)), detail });
    await conclude(id, end);
  }

  return {
    ...{ village, township, county, region, countyCode },
    ...{ moveTo, look, now, addClue, open, verify, askCounty, approve, conclude, plan, clear },
  };
}
