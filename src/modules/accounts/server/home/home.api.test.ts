import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, refusalOf, type TestServer } from '../../../../../test/harness.ts';
import { MOST_SAVED } from '../../domain/home-contract.ts';

const REGION = 150000000000;
const COUNTY = 150923000000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const list = (name: string) => ({ requestId: randomUUID(), name, path: '/cases', search: 'desk=late' });

it('keeps lists by name, each account its own', async () => {
  const { client } = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const other = await server.as({ role: 'auditor', areaCode: COUNTY });
  const { id } = await client.accounts.saveList(list('逾期的个案'));
  expect(await client.accounts.savedLists()).toEqual([{ id, name: '逾期的个案', path: '/cases', search: 'desk=late' }]);
  expect(await other.client.accounts.savedLists()).toEqual([]);
  expect(await refusalOf(client.accounts.saveList(list('逾期的个案')))).toBe('accounts.saved-name');
  expect(await refusalOf(other.client.accounts.dropList({ requestId: randomUUID(), id }))).toBe(
    'accounts.saved-not-found',
  );
  await client.accounts.dropList({ requestId: randomUUID(), id });
  expect(await client.accounts.savedLists()).toEqual([]);
});

it('keeps only pages of the office, and only so many', async () => {
  const { client } = await server.as({ role: 'county-officer', areaCode: COUNTY });
  for (const path of ['//elsewhere.example', 'https://elsewhere.example', '/cases?x=1', 'javascript:alert(1)'])
    expect(await refusalOf(client.accounts.saveList({ ...list('外面'), path })), path).toBe('kernel.invalid-input');
  for (let i = 0; i < MOST_SAVED; i++) await client.accounts.saveList(list(`第 ${i} 个`));
  expect(await refusalOf(client.accounts.saveList(list('再多一个')))).toBe('accounts.saved-most');
});

it('tells the administrator how accounts and the disk stand', async () => {
  const { client } = await server.as({ role: 'administrator', areaCode: REGION });
  const before = await client.accounts.state();
  expect(before.freeBytes).toBeGreaterThan(0);
  expect(before.totalBytes).toBeGreaterThan(before.freeBytes);
  await client.accounts.create({
    requestId: randomUUID(),
    ...{ username: 'new-here', name: '新来的', role: 'county-officer', areaCode: COUNTY },
  });
  const after = await client.accounts.state();
  expect([after.active - before.active, after.unused - before.unused]).toEqual([1, 1]);
});

it('tells the auditor who took what out, of the own area', async () => {
  const { client } = await server.as({ role: 'auditor', areaCode: REGION });
  const officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const answer = await fetch(`${server.url}/api/registers/organisations/export`, {
    headers: { cookie: officer.cookie },
  });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
  const rows = await client.accounts.handedOut();
  expect(rows).toMatchObject([{ role: 'county-officer', reveals: 0, exports: 1 }]);
  const elsewhere = await server.as({ role: 'auditor', areaCode: 150922000000 });
  expect(await elsewhere.client.accounts.handedOut()).toEqual([]);
});
