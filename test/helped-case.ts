// A household brought into monitoring by the shortest way, for tests of what comes after the decision.

import { details } from './case-details.ts';
import type { TestServer, TestUser } from './harness.ts';
import { COUNTY, TOWNSHIP, VILLAGE } from './small-registry.ts';
import { TINY_PNG } from './tiny-png.ts';

const countyCode = COUNTY / 1e6;
const requestId = () => crypto.randomUUID();

export const morningOf = (day: string) => new Date(`${day}T09:00:00+08:00`);

export type Helpers = { village: TestUser; township: TestUser; county: TestUser };

export async function helpersOf(server: TestServer): Promise<Helpers> {
  return {
    village: await server.as({ role: 'village-worker', areaCode: VILLAGE }),
    township: await server.as({ role: 'township-officer', areaCode: TOWNSHIP }),
    county: await server.as({ role: 'county-officer', areaCode: COUNTY }),
  };
}

/** A clue of the household, made a case. */
export async function openCaseOn(server: TestServer, { village }: Helpers, householdId: number, day: string) {
  server.moveClock(morningOf(day));
  const clue = await village.client.clues.addClue({
    ...{ requestId: requestId(), countyCode, householdId, channel: 'visit', receivedOn: day },
    text: '户主患病住院,支出较大',
  });
  const { id } = await village.client.cases.open({ requestId: requestId(), countyCode, clueIds: [clue.id] });
  return { countyCode, id };
}

type Days = { opened: string; noticed: string; decided: string };

/** Every step until the county has decided, on the days given; five days of notice lie between the last two. */
export async function helpedCase(
  server: TestServer,
  helpers: Helpers,
  householdId: number,
  days: Days,
  survey: object = {},
): Promise<{ countyCode: number; id: number }> {
  const { village, township, county } = helpers;
  const key = await openCaseOn(server, helpers, householdId, days.opened);
  const now = async () => {
    const { version } = await county.client.cases.case(key);
    return { requestId: requestId(), ...key, version };
  };
  const first = details(days.opened, [await village.upload('签名.png', TINY_PNG)]);
  await village.client.cases.verify({
    ...(await now()),
    detail: { ...first.verify, survey: { ...first.verify.survey, ...survey } },
  });
  await county.client.cases.compare({ ...(await now()), detail: first.compare });
  server.moveClock(morningOf(days.noticed));
  const second = details(days.noticed);
  await village.client.cases.review({ ...(await now()), detail: second.review });
  await village.client.cases.publish({ ...(await now()), detail: second.publish });
  server.moveClock(morningOf(days.decided));
  await village.client.cases.endNotice({ ...(await now()), detail: second['end-notice'] });
  await township.client.cases.passTownship({ ...(await now()), detail: second['pass-township'] });
  await county.client.cases.approve({ ...(await now()), detail: second.approve });
  const third = details(days.decided);
  await township.client.cases.announce({ ...(await now()), detail: third.announce });
  await township.client.cases.record({ ...(await now()), detail: third.record });
  return key;
}
