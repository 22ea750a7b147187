// The search box asks all registers at once: by key, by name, what one may see, own area first.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer, TestUser } from '../harness.ts';
import { COUNTY, OTHER_COUNTY, openSmallRegistry } from '../small-registry.ts';

let server: TestServer;
let own: TestUser;
let other: TestUser;

async function addOrganisation(user: TestUser, code: string, name: string, regionCode: number) {
  const values = { code, name, kind: 'cooperative', regionCode };
  await user.client.registers.organisations?.add({ requestId: randomUUID(), values });
}

const found = async (user: TestUser, text: string) =>
  (await user.client.registerFind.find({ text })).map(({ key, name }) => [key, name]);

beforeAll(async () => {
  server = await openSmallRegistry([]);
  own = await server.as({ role: 'county-officer', areaCode: COUNTY });
  other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  await addOrganisation(other, 'T-FAR', '白音塔拉养殖合作社', OTHER_COUNTY);
  await addOrganisation(own, 'T-NEAR', '乌兰白音合作社', COUNTY);
});
afterAll(() => server.close());

test('by a part of the name, own area first', async () => {
  expect(await found(own, '白音')).toEqual([
    ['T-NEAR', '乌兰白音合作社'],
    ['T-FAR', '白音塔拉养殖合作社'],
  ]);
  expect((await found(other, '白音')).map(([key]) => key)).toEqual(['T-FAR', 'T-NEAR']);
});

test('by the beginning of the key', async () => {
  expect((await found(own, 'T-')).map(([key]) => key)).toEqual(['T-NEAR', 'T-FAR']);
  expect((await found(own, 'T-FAR')).map(([key]) => key)).toEqual(['T-FAR']);
  expect(await found(own, '-NEAR')).toEqual([]);
});

test('nothing for less than two letters, nothing that is voided', async () => {
  expect(await found(own, 'T')).toEqual([]);
  const [row] = await own.client.registerFind.find({ text: 'T-NEAR' });
  const key = { countyCode: row?.countyCode ?? 0, id: row?.id ?? 0 };
  const { version } = (await own.client.registers.organisations?.get(key)) ?? { version: '' };
  const voiding = { ...key, requestId: randomUUID(), version, voided: true, reason: '重复登记' };
  await own.client.registers.organisations?.void(voiding);
  expect(await found(own, 'T-NEAR')).toEqual([]);
});
