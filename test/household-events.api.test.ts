// After events of every kind the facts and warnings kept up by the way equal those of a full screening.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screen } from '../src/modules/warnings/server/index.ts';
import type { TestUser } from './harness.ts';
import { ACTOR, AS_OF, COUNTY, openScreenedRegion, requestId, type ScreenedRegion } from './screened-region.ts';

let world: ScreenedRegion;

beforeAll(async () => {
  world = await openScreenedRegion();
});

afterAll(() => world.close());

async function state(): Promise<unknown> {
  return world.server.shouwang.db.bulkRead(async (tx) => ({
    facts: await tx.rows(sql`select * from facts where as_of = ${AS_OF}::date order by household_id`),
    warnings: await tx.rows(
      sql`select household_id, village_code, rules, level, monitored from warnings where as_of = ${AS_OF}::date and active order by household_id`,
    ),
  }));
}

type Event = Parameters<TestUser['client']['households']['recordEvent']>[0]['event'];

test('splits, mergers, marriages, deaths and moves', async () => {
  const { server } = world;
  const { client } = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const warned = await server.shouwang.db.bulkRead((tx) =>
    tx.rows<{ countyCode: number; id: number; villageCode: number }>(sql`
      select h.county_code, h.id, h.village_code from households h join warnings w on w.household_id = h.id and w.active
      where h.county_code = ${COUNTY / 1_000_000} and h.member_count >= 3 order by h.id limit 24`),
  );
  expect(warned.length).toBe(24);
  const villages = [...new Set(warned.map(({ villageCode }) => villageCode))];
  for (const [i, { countyCode, id, villageCode }] of warned.entries()) {
    const { members } = await client.households.get({ countyCode, id });
    const [first, second, last] = [members[0]?.id ?? 0, members[1]?.id ?? 0, members.at(-1)?.id ?? 0];
    const other = warned[(i + 1) % warned.length]?.id ?? 0;
    const events: Event[] = [
      { kind: 'split', personIds: [last], newHeadId: last },
      { kind: 'death', personId: first, newHeadId: second },
      { kind: 'marriage-out', personId: last, toHouseholdId: other, relation: '之儿媳' },
      { kind: 'move', villageCode: villages.find((code) => code !== villageCode) ?? villageCode },
      { kind: 'birth', person: { name: '新生', sex: '女', relation: '之女' } },
      { kind: 'merge', otherHouseholdId: other },
    ];
    const event = events[i % events.length];
    // A household that an earlier one took in is gone.
    const ended = (await client.households.get({ countyCode, id })).household.validTo !== undefined;
    if (!event || ended) continue;
    const note = '';
    await client.households.recordEvent({
      requestId: requestId(),
      countyCode,
      householdId: id,
      onDate: '2022-05-20',
      note,
      event,
    });
  }
  await server.jobDone('households.events');
  const kept = await state();
  await screen(server.shouwang.db, ACTOR, AS_OF);
  expect(await state()).toEqual(kept);
});
