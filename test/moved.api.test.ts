// Programs of departments that still ask at the addresses of before the slice `monitoring` became several, and entries of the
// audit recorded under its operations.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../src/platform/server/actor.ts';
import { openTestServer, type TestServer, type TestUser } from './harness.ts';

const REGION = 150_000_000_000;
let server: TestServer;
let officer: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  officer = await server.as({ role: 'region-officer', areaCode: REGION });
});
afterAll(() => server.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { headers = {}, ...rest } = init;
  return fetch(`${server.url}/api${path}`, { ...rest, headers: { cookie: officer.cookie, ...headers } });
}

it('an old address leads to the new one, with its query', async () => {
  const answer = await ask('/monitoring/cases?limit=7', { redirect: 'manual' });
  expect(answer.status).toBe(308);
  expect(answer.headers.get('location')).toBe('/api/cases?limit=7');
  expect((await ask('/monitoring/nothing')).status).toBe(404);
});

it('what is sent to an old address arrives at the new one', async () => {
  const days = [{ day: '2031-01-01', working: false, name: '元旦' }];
  const body = JSON.stringify({ requestId: crypto.randomUUID(), year: 2031, days });
  const headers = { 'content-type': 'application/json' };
  expect((await ask('/monitoring/calendar', { method: 'POST', body, headers })).status).toBe(200);
  expect(await officer.client.process.calendar({ year: 2031 })).toEqual(days);
});

it('an entry under an old name is found by the title of today, and shown with it', async () => {
  await server.shouwang.db.bulk(systemActor('audit'), async () => ({
    result: undefined,
    audit: {
      operation: 'monitoring.tick-national',
      subjectKind: 'national-change',
      subjectId: '1',
      regionCode: REGION,
    },
  }));
  const auditor = await server.as({ role: 'auditor', areaCode: REGION });
  const { items } = await auditor.client.accounts.searchAudit({ operation: '标记国家系统回写' });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ operation: 'monitoring.tick-national', operationTitle: '标记国家系统回写' });
});
