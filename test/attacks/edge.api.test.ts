// The edge of the server against callers who do not behave: limits that no spelling of an address passes, floods on one
// connection, bodies that never end, addresses that somebody made up.

import net from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../src/app/open-api.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { openTestServer, refusalOf, type TestServer } from '../harness.ts';

const COUNTY = 150923000000;
const REGION = 150000000000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

type Served = { url: string; close: () => Promise<void> };

/** Another edge over the same database. */
async function serve(options: Parameters<typeof openApi>[1]): Promise<Served> {
  const api = await openApi(server.shouwang, { logLevel: 'silent', ...options });
  return { url: await api.http.listen({ host: '127.0.0.1', port: 0 }), close: api.close };
}

async function codesOf(calls: Iterable<Promise<Response>>): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const { status } of await Promise.all(calls)) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

/** Sends text over a connection of its own and answers what came back until it ended or `enough` was seen. */
function speak(url: string, text: string, enough = (_seen: string) => false): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let seen = '';
    socket.on('data', (part) => {
      seen += part;
      if (enough(seen)) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(seen) : reject(error)));
    socket.on('close', () => resolve(seen));
  });
}

describe('limits hang on the operation', () => {
  it.each([
    ['a trailing slash', '/api/session/'],
    ['an encoded letter', '/api/sess%69on'],
    ['a query', '/api/session?a=1'],
  ])('%s passes no limit of the sign-in', async (_what, path) => {
    const { url, close } = await serve({});
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'none', password: 'wrong' }),
    };
    const first = await codesOf(Array.from({ length: 40 }, () => fetch(`${url}/api/session`, init)));
    const second = await codesOf(Array.from({ length: 40 }, () => fetch(`${url}${path}`, init)));
    await close();
    // An address that is none tries no password either.
    expect([...first.keys(), ...second.keys()].every((status) => [400, 404, 429].includes(status))).toBe(true);
    expect((first.get(400) ?? 0) + (second.get(400) ?? 0)).toBeLessThanOrEqual(60);
  });

  it('an account that calls without pause is told to wait, and another is not', async () => {
    const { url, close } = await serve({ limitFactor: 1 / 60 });
    const hasty = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const calm = await server.as({ role: 'auditor', areaCode: COUNTY });
    const me = (cookie: string) => fetch(`${url}/api/me`, { headers: { cookie } });
    const counts = await codesOf(Array.from({ length: 30 }, () => me(hasty.cookie)));
    expect(counts).toEqual(
      new Map([
        [200, 20],
        [429, 10],
      ]),
    );
    expect((await (await me(hasty.cookie)).json()) as object).toMatchObject({ code: 'http.too-many-of-account' });
    expect((await me(calm.cookie)).status).toBe(200);
    await close();
  });
});

describe('what visitors are not told, and what every answer says', () => {
  it('the description of the interface is for who has signed in', async () => {
    expect((await fetch(`${server.url}/api/openapi.json`)).status).toBe(401);
    const { get } = await server.as({ role: 'auditor', areaCode: COUNTY });
    expect((await get('/openapi.json')).status).toBe(200);
  });

  it('the browser is told what no page needs; and to insist on TLS only where there is TLS', async () => {
    const behind = await serve({ trustProxy: 1 });
    const plain = await fetch(`${server.url}/api/health`);
    expect(plain.headers.get('permissions-policy')).toContain('camera=()');
    expect(plain.headers.has('strict-transport-security')).toBe(false);
    const forged = await fetch(`${server.url}/api/health`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(forged.headers.has('strict-transport-security')).toBe(false);
    const secure = await fetch(`${behind.url}/api/health`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=');
    await behind.close();
  });
});

describe('cookies', () => {
  it('behind TLS are taken from this host alone, and another name opens nothing', async () => {
    const behind = await serve({ trustProxy: 1 });
    const headers = { 'content-type': 'application/json', 'x-forwarded-proto': 'https' };
    // Signed out at the end, so nobody's whom other tests need.
    const officer = await server.as({ role: 'data-officer', areaCode: COUNTY, department: 'yibao' });
    const [, token = ''] = officer.cookie.split('=');
    const me = (cookie: string) => fetch(`${behind.url}/api/me`, { headers: { cookie, 'x-forwarded-proto': 'https' } });
    expect((await me(`__Host-shouwang_session=${token}`)).status).toBe(200);
    expect((await me(`shouwang_session=${token}`)).status).toBe(401);
    const left = await fetch(`${behind.url}/api/session`, {
      method: 'DELETE',
      headers: { ...headers, cookie: `__Host-shouwang_session=${token}` },
      body: '{}',
    });
    expect(left.headers.getSetCookie().join()).toMatch(/^__Host-shouwang_session=;.*Path=\/;.*Secure/);
    expect(left.headers.getSetCookie().join()).not.toMatch(/Domain/i);
    await behind.close();
  });
});

describe('who tries what is not his', () => {
  it('is told to the auditor, once in a while', async () => {
    const officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const tried = async () => {
      const { items } = await (await server.as({ role: 'auditor', areaCode: REGION })).client.accounts.searchAudit({
        operation: 'http.refused',
      });
      return items.filter(({ subjectId }) => subjectId === 'accounts.list').length;
    };
    for (let i = 0; i < 3; i++) expect((await officer.get('/accounts')).status).toBe(403);
    expect(await tried()).toBe(1);
  });
});

describe('whose address counts', () => {
  const villages = (url: string, forwarded: string) =>
    fetch(`${url}/api/declare/villages?text=sd`, { headers: { 'x-forwarded-for': forwarded } });

  it.each([
    ['one proxy', 1 as const],
    ['proxies by address', ['127.0.0.1']],
  ])('%s: an address that the caller put in front is not believed', async (_what, trustProxy) => {
    const { url, close } = await serve({ trustProxy });
    const forged = Array.from({ length: 70 }, (_, i) => villages(url, `10.0.0.${i}, 192.0.2.1`));
    expect((await codesOf(forged)).get(429)).toBe(10);
    expect((await villages(url, '192.0.2.2')).status).toBe(200);
    await close();
  });

  it('without a proxy no such header is believed at all', async () => {
    const { url, close } = await serve({});
    const forged = Array.from({ length: 70 }, (_, i) => villages(url, `10.0.0.${i}`));
    expect((await codesOf(forged)).get(429)).toBe(10);
    await close();
  });
});

describe('connections', () => {
  it('of two thousand calls sent ahead on one connection few are worked on', async () => {
    const { url, close } = await serve({});
    const call = 'GET /api/declare/villages?text=a HTTP/1.1\r\nhost: a\r\n\r\n';
    const seen = await speak(url, call.repeat(2000));
    const answered = seen
      .split('HTTP/1.1 ')
      .slice(1)
      .map((part) => Number(part.slice(0, 3)));
    expect(answered.filter((status) => status === 200).length).toBeLessThanOrEqual(60);
    expect(answered.filter((status) => status >= 500)).toEqual([]);
    expect(answered.length).toBeLessThan(200);
    await close();
  });

  it('a body that does not come in time ends with a sentence, and so does a file that only drips', async () => {
    const { url, close } = await serve({ pace: { every: 50, leastBytes: 1000 } });
    const head = (type: string) =>
      `POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ncontent-length: 100000\r\n\r\n`;
    expect(await speak(url, `${head('application/json')}{`)).toContain('http.too-slow');
    const { cookie } = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const upload = [
      'POST /api/uploads HTTP/1.1',
      'host: a',
      `cookie: ${cookie}`,
      'content-type: multipart/form-data; boundary=x',
      'content-length: 100000',
      '',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc',
    ].join('\r\n');
    expect(await speak(url, upload)).toContain('http.too-slow');
    await close();
  });
});

describe('the id of a request', () => {
  it('answers a repeat, and nothing else: no other operation, no other record, no other account', async () => {
    const top = await server.as({ role: 'administrator', areaCode: REGION });
    const other = await server.as({ role: 'administrator', areaCode: COUNTY });
    const requestId = crypto.randomUUID();
    const account = { role: 'county-officer', areaCode: COUNTY, name: '核对' } as const;
    const made = await top.client.accounts.create({ requestId, username: 'first', ...account });
    expect(await top.client.accounts.create({ requestId, username: 'first', ...account })).toEqual(made);
    const refused = 'http.request-reused';
    expect(await refusalOf(top.client.accounts.resetPassword({ requestId, id: made.id }))).toBe(refused);
    expect(await refusalOf(other.client.accounts.create({ requestId, username: 'second', ...account }))).toBe(refused);
    const resetId = crypto.randomUUID();
    const second = await top.client.accounts.create({ requestId: crypto.randomUUID(), username: 'second', ...account });
    await top.client.accounts.resetPassword({ requestId: resetId, id: made.id });
    expect(await refusalOf(top.client.accounts.resetPassword({ requestId: resetId, id: second.id }))).toBe(refused);
  });
});

describe('exports in the audit trail', () => {
  it.each([
    '/households/export',
    '/cases/export',
    '/clues/export',
    '/help/gaps/export',
    '/help/visits-due/export',
    '/national/export',
    '/bulletin/export?from=2022-05-01&to=2022-05-31',
  ])('%s: whatever area was named, the auditor of the place sees it', async (path) => {
    const officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
    const seen = async () =>
      (await auditor.client.accounts.searchAudit({ limit: 200 })).items.filter(({ operation }) =>
        /export/.test(operation),
      ).length;
    const before = await seen();
    const answer = await officer.get(`${path}${path.includes('?') ? '&' : '?'}area=${REGION}`);
    expect(answer.status).toBe(200);
    expect(await seen()).toBe(before + 1);
  });
});

describe('polls', () => {
  it('a page that is merely open keeps no session alive; keep-alive does', async () => {
    const user = await server.as({ role: 'region-officer', areaCode: 150000000000 });
    const seen = async () =>
      (
        await server.shouwang.db.bulkRead((tx) =>
          tx.first(sql<{ age: number }>`select extract(epoch from now() - s.last_seen_at)::int as age
          from sessions s join accounts a on a.id = s.account_id where a.role = 'region-officer'`),
        )
      )?.age;
    await setSeen(20);
    await user.client.feeds.batches({});
    await user.client.warnings.screenings();
    expect(await seen()).toBeGreaterThan(1000);
    await user.client.accounts.keepAlive();
    expect(await seen()).toBeLessThan(60);
  });
});

async function setSeen(minutes: number): Promise<void> {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => {
    await tx.run(sql`update sessions s set last_seen_at = now() - make_interval(mins => ${minutes})
      from accounts a where a.id = s.account_id and a.role = 'region-officer'`);
    return { result: undefined, audit: [] };
  });
}
