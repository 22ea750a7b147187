// All registers are asked at once: by key and name for the search box, own area first; and for what refers to a row.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../harness.ts';
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

const VALUES = { code: 'T-CHILD', name: '乌兰白音分社', kind: 'cooperative', regionCode: COUNTY, parentCode: 'T-FAR' };

async function relatedTo(user: TestUser, key: string) {
  const [row] = await user.client.registerFind.find({ text: key });
  const { countyCode = 0, id = 0 } = row ?? {};
  return user.client.registerFind.related({ code: 'organisations', countyCode, id });
}

test('what refers to a row is told by register, with what narrows that list to it and what a new one begins with', async () => {
  await own.client.registers.organisations?.add({ requestId: randomUUID(), values: VALUES });
  const related = await relatedTo(own, 'T-FAR');
  const children = related.find(({ code, field }) => code === 'organisations' && field === 'parentCode');
  expect(children).toMatchObject({ count: 1, values: { parentCode: 'T-FAR' } });
  expect(related.find(({ code }) => code === 'linkage-contracts')).toMatchObject({ count: 0 });
  const listed = await own.client.registers.organisations?.list({ filters: { parentCode: 'T-FAR' } });
  expect(listed?.items.map(({ values }) => values.code)).toEqual(['T-CHILD']);
});

test('only rows of the own area and none that is voided are counted', async () => {
  const title = { title: 'model-cooperative', level: 'regional', batch: '第一批', recognisedOn: '2022-01-01' };
  const values = { organisationCode: 'T-FAR', regionCode: COUNTY, ...title };
  const key = await own.client.registers.recognitions?.add({ requestId: randomUUID(), values });
  const counted = async (user: TestUser) =>
    (await relatedTo(user, 'T-FAR')).find(({ code }) => code === 'recognitions')?.count;
  expect([await counted(own), await counted(other)]).toEqual([1, 0]);
  const { countyCode = 0, id = 0 } = key ?? {};
  const row = await own.client.registers.recognitions?.get({ countyCode, id });
  const voiding = {
    requestId: randomUUID(),
    countyCode,
    id,
    version: row?.version ?? '',
    voided: true,
    reason: '登记错了',
  };
  await own.client.registers.recognitions?.void(voiding);
  expect(await counted(own)).toBe(0);
});

test('of a row that is not there, or a register that is none, it says so', async () => {
  const missing = own.client.registerFind.related({ code: 'organisations', countyCode: 150_923, id: 999_999 });
  expect(await refusalOf(missing)).toBe('registers.not-found');
  const unknown = own.client.registerFind.related({ code: 'nothing', countyCode: 150_923, id: 1 });
  expect(await refusalOf(unknown)).toBe('registers.unknown');
});
