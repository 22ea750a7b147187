// What many rows are handed out for is said beforehand and stands in the trail.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestServer, TestUser } from '../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, VILLAGE } from '../../../../test/small-registry.ts';

const REGION = 150000000000;

let server: TestServer;
let county: TestUser;

beforeAll(async () => {
  server = await openSmallRegistry(
    [1, 2, 3].map((n) => ({
      ...{ number: `15000100999${n}`, village: VILLAGE },
      members: [{ name: '其其格', id: idNumber(19700101, n) }],
    })),
  );
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
});
afterAll(() => server.close());

async function download(path: string, reason?: string) {
  const response = await fetch(`${server.url}/api${path}`, {
    headers: { cookie: county.cookie, ...(reason === undefined ? {} : { 'x-reason': encodeURIComponent(reason) }) },
  });
  const code = response.ok ? 'file' : ((await response.json()) as { code: string }).code;
  return code;
}

async function limit(value: number): Promise<void> {
  const { client } = await server.as({ role: 'security-administrator', areaCode: REGION });
  await client.accounts.savePolicy({ requestId: crypto.randomUUID(), key: 'exportReasonRows', value });
}

it('above the number of rows the rules set, and only there', async () => {
  expect(await download('/households/export')).toBe('file');
  await limit(2);
  expect(await download('/households/export')).toBe('lists.reason-needed');
  expect(await download('/households/export', '')).toBe('lists.reason-needed');
  expect(await download('/households/export', 'aaaaaaaa')).toBe('lists.reason-needed');
  expect(await download('/households/export', '迎接自治区督查，逐户核对')).toBe('file');
  await limit(3);
  expect(await download('/households/export')).toBe('file');
});

it('the trail has the reason, and nothing of what was refused', async () => {
  const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
  const { items } = await auditor.client.accounts.searchAudit({ operation: 'households.export', limit: 200 });
  expect(items.map(({ reason }) => reason ?? '')).toEqual(['', '迎接自治区督查，逐户核对', '']);
});

it('an ID in a reason is not kept', async () => {
  await limit(2);
  expect(await download('/households/export', `核对 ${idNumber(19700101, 1)} 一户`)).toBe('file');
  const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
  const { items } = await auditor.client.accounts.searchAudit({ operation: 'households.export', limit: 1 });
  expect(items[0]?.reason).toMatch(/\*{14}\d{3}[\dX]/);
});
