import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, refusalOf, type TestServer } from '../../../../test/harness.ts';
import { forgetSignIns } from './index.ts';

const REGION = 150000000000;
const COUNTY = 150923000000;
const SIBLING = 150922000000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** Changes rows behind the program's back. */
async function change(statement: ReturnType<typeof sql>): Promise<void> {
  await server.shouwang.db.bulk(SYSTEM, async (tx) => {
    await tx.run(statement);
    return { result: undefined, audit: [] };
  });
}

async function signIn(username: string, password: string, device = '') {
  const response = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: device },
    body: JSON.stringify({ username, password }),
  });
  const body = (await response.json()) as { code?: string; mustChangePassword?: boolean };
  const [cookie = '', own = ''] = response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  return { status: response.status, body, cookie, device: own };
}

const newAccount = (username: string, areaCode: number) => ({
  requestId: randomUUID(),
  username,
  name: '新来的',
  role: 'county-officer' as const,
  areaCode,
});

describe('accounts.sign-in', () => {
  it('keeps a password so that every guess is dear', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { id } = await client.accounts.create(newAccount('dear', COUNTY));
    const kept = await server.shouwang.db.bulkRead((tx) =>
      tx.first(sql<{ hash: string }>`select password_hash as hash from accounts where id = ${id}`),
    );
    expect(kept?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('locks after five wrong passwords, also for the right one, and a reset lifts the lock', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { id, password } = await client.accounts.create(newAccount('lockme', COUNTY));
    for (let i = 0; i < 4; i++) expect((await signIn('lockme', 'wrong')).body.code).toBe('accounts.wrong-password');
    expect((await signIn('lockme', 'wrong')).body.code).toBe('accounts.locked');
    expect((await signIn('lockme', password)).body.code).toBe('accounts.locked');
    const reset = await client.accounts.resetPassword({ requestId: randomUUID(), id });
    expect((await signIn('lockme', reset.password)).status).toBe(200);
  });

  it('of a burst of guesses looks at no more than of guesses one after the other, and a right one among them is too late', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { password } = await client.accounts.create(newAccount('burst', COUNTY));
    const guesses = Array.from({ length: 40 }, (_, i) => signIn('burst', `wrong ${i}`));
    const late = await Promise.all([...guesses, signIn('burst', password)]);
    const looked = late.filter(({ body }) => body.code === 'accounts.wrong-password').length;
    expect(looked).toBeLessThanOrEqual(5);
    expect(late.at(-1)?.body.code).toBe('accounts.locked');
    expect((await signIn('burst', password)).body.code).toBe('accounts.locked');
  });

  it('locks a name that nobody has in the same way and with the same words', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    await client.accounts.create(newAccount('somebody', COUNTY));
    const answers = async (username: string) => {
      const codes = [];
      for (let i = 0; i < 7; i++) {
        const { status, body } = await signIn(username, 'wrong');
        codes.push({ status, code: body.code, message: (body as { message?: string }).message });
      }
      return codes;
    };
    expect(await answers('nobodyatall')).toEqual(await answers('somebody'));
  });

  it('a flood from elsewhere keeps nobody out of a browser the account has used', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { password, id } = await client.accounts.create(newAccount('victim', COUNTY));
    const first = await signIn('victim', password);
    for (let i = 0; i < 6; i++) await signIn('victim', 'wrong');
    expect((await signIn('victim', password)).body.code).toBe('accounts.locked');
    expect((await client.accounts.list({ text: 'victim' })).items[0]).toMatchObject({ id, locked: true });
    expect((await signIn('victim', password, first.device)).status).toBe(200);
    // The cookie of one account is none of another's, and its own tries are counted too.
    expect((await signIn('burst', 'wrong', first.device)).body.code).toBe('accounts.locked');
    for (let i = 0; i < 5; i++) await signIn('victim', 'wrong', first.device);
    expect((await signIn('victim', password, first.device)).body.code).toBe('accounts.locked');
  });

  it('a lock of a clock that ran ahead is over when the clock is right again', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { password } = await client.accounts.create(newAccount('ahead', COUNTY));
    for (let i = 0; i < 5; i++) await signIn('ahead', 'wrong');
    await change(sql`update sign_in_attempts set at = now() + interval '40 days'`);
    expect((await signIn('ahead', password)).status).toBe(200);
  });

  it('a first password is good for two weeks', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { id, password } = await client.accounts.create(newAccount('late', COUNTY));
    await change(sql`update accounts set first_password_until = now() - interval '1 minute' where id = ${id}`);
    expect((await signIn('late', 'wrong')).body.code).toBe('accounts.wrong-password');
    expect((await signIn('late', password)).body.code).toBe('accounts.first-password-expired');
    const reset = await client.accounts.resetPassword({ requestId: randomUUID(), id });
    expect((await signIn('late', reset.password)).status).toBe(200);
  });

  it('answers the same for a wrong password and for an account that does not exist', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    await client.accounts.create(newAccount('exists', COUNTY));
    const { requestId: _a, ...wrong } = (await signIn('exists', 'wrong')).body as Record<string, unknown>;
    const { requestId: _b, ...none } = (await signIn('nobody', 'wrong')).body as Record<string, unknown>;
    expect(wrong).toEqual(none);
  });

  it('lets a new account do nothing but change its password', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { password } = await client.accounts.create(newAccount('fresh', COUNTY));
    const { cookie, body } = await signIn('fresh', password);
    expect(body.mustChangePassword).toBe(true);
    const call = (path: string, init: RequestInit = {}) =>
      fetch(`${server.url}/api${path}`, { ...init, headers: { cookie, 'content-type': 'application/json' } });
    const refused = (await (await call(`/regions?text=sd`)).json()) as { code: string };
    expect(refused.code).toBe('accounts.must-change-password');
    const change = (newPassword: string) =>
      call('/me/password', {
        method: 'POST',
        body: JSON.stringify({ requestId: randomUUID(), currentPassword: password, newPassword }),
      });
    expect((await change('short')).status).toBe(400);
    expect((await change('caoyuan-de-feng-1')).status).toBe(200);
    expect((await call('/regions?text=sd')).status).toBe(200);
    expect((await signIn('fresh', password)).body.code).toBe('accounts.wrong-password');
  });

  it('ends a session at its limits', async () => {
    const user = await server.as({ role: 'auditor', areaCode: SIBLING });
    const setSeen = (minutes: number) =>
      server.shouwang.db.bulk({ ...SYSTEM }, async (tx) => {
        await tx.run(sql`update sessions s set last_seen_at = now() - make_interval(mins => ${minutes})
          from accounts a where a.id = s.account_id and a.role = 'auditor' and a.area_code = ${SIBLING}`);
        return { result: undefined, audit: [] };
      });
    await setSeen(29);
    expect((await user.client.accounts.me()).role).toBe('auditor');
    await setSeen(31);
    expect(await refusalOf(user.client.accounts.me())).toBe('http.sign-in-required');
  });
});

const SYSTEM = {
  accountId: 0,
  name: 'test',
  role: 'system',
  areaCode: REGION,
  range: { low: 0, high: -1 },
  department: '',
  ip: 'local',
  requestId: '',
};

describe('accounts.change-password', () => {
  const changing = (cookie: string, currentPassword: string, newPassword: string) =>
    fetch(`${server.url}/api/me/password`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: randomUUID(), currentPassword, newPassword }),
    }).then(async (response) => ((await response.json()) as { code?: string }).code);

  it('who found a browser left open guesses at the password no more often than at the sign-in', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { password } = await client.accounts.create(newAccount('left-open', COUNTY));
    const { cookie } = await signIn('left-open', password);
    const burst = Array.from({ length: 20 }, (_, i) => changing(cookie, `wrong ${i}`, 'caoyuan-de-feng-1'));
    const codes = await Promise.all(burst);
    expect(codes.filter((code) => code === 'accounts.wrong-current-password').length).toBeLessThanOrEqual(5);
    expect(await changing(cookie, password, 'caoyuan-de-feng-1')).toBe('accounts.locked');
  });

  it('a password that was used before does not come again, nor one that everybody has', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { password } = await client.accounts.create(newAccount('again', COUNTY));
    const { cookie } = await signIn('again', password);
    expect(await changing(cookie, password, 'password12')).toBe('accounts.weak-password');
    expect(await changing(cookie, password, 'caoyuan-de-feng-1')).toBeUndefined();
    expect(await changing(cookie, 'caoyuan-de-feng-1', password)).toBe('accounts.weak-password');
    expect(await changing(cookie, 'caoyuan-de-feng-1', 'caoyuan-de-feng-2')).toBeUndefined();
    expect(await changing(cookie, 'caoyuan-de-feng-2', 'caoyuan-de-feng-1')).toBe('accounts.weak-password');
  });
});

describe('accounts.sessions', () => {
  it('shows where one is signed in, ends one of them, and none of somebody else', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { password } = await client.accounts.create(newAccount('twice', COUNTY));
    const first = await signIn('twice', password);
    await fetch(`${server.url}/api/me/password`, {
      method: 'POST',
      headers: { cookie: first.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: randomUUID(), currentPassword: password, newPassword: 'caoyuan-de-feng-1' }),
    });
    const second = await signIn('twice', 'caoyuan-de-feng-1');
    const call = (cookie: string, path: string, method = 'GET') =>
      fetch(`${server.url}/api${path}`, { method, headers: { cookie } });
    const sessions = (await (await call(second.cookie, '/sessions')).json()) as { id: string; current: boolean }[];
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    const other = sessions[1]?.id ?? '';
    const mine = await client.accounts.sessions();
    expect(mine.some(({ id }) => id === other)).toBe(false);
    expect(await refusalOf(client.accounts.endSession({ id: other }))).toBe('accounts.session-not-found');
    expect((await call(second.cookie, `/sessions/${other}`, 'DELETE')).status).toBe(200);
    expect((await call(first.cookie, '/me')).status).toBe(401);
    expect((await call(second.cookie, '/me')).status).toBe(200);
  });

  it('those that are over are taken away with what has been tried and used long ago', async () => {
    const count = async () =>
      (
        await server.shouwang.db.bulkRead((tx) =>
          tx.first(sql<{
            n: number;
          }>`select (select count(*) from sessions where last_seen_at < now() - interval '1 day')
          + (select count(*) from sign_in_attempts where at < now() - interval '2 days') as n`),
        )
      )?.n;
    await change(sql`update sign_in_attempts set at = now() - interval '3 days'`);
    await change(sql`update sessions set last_seen_at = now() - interval '2 days' where ip = '127.0.0.1'
      and account_id in (select id from accounts where username = 'again')`);
    expect(await count()).toBeGreaterThan(1);
    await forgetSignIns(server.shouwang.db);
    expect(await count()).toBe(0);
  });
});

describe('accounts.create, accounts.update', () => {
  it('a county administrator manages its own county only', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: COUNTY });
    await client.accounts.create(newAccount('inside', COUNTY));
    expect(await refusalOf(client.accounts.create(newAccount('outside', SIBLING)))).toBe('accounts.outside-area');
    expect(await refusalOf(client.accounts.create({ ...newAccount('above', REGION), role: 'region-officer' }))).toBe(
      'accounts.outside-area',
    );
    const top = await server.as({ role: 'administrator', areaCode: REGION });
    const { id } = await top.client.accounts.create(newAccount('sibling', SIBLING));
    const update = (changes: object) => client.accounts.update({ requestId: randomUUID(), id, ...changes });
    expect(await refusalOf(update({ name: '改名' }))).toBe('accounts.not-found');
    expect(await refusalOf(client.accounts.resetPassword({ requestId: randomUUID(), id }))).toBe('accounts.not-found');
    expect(await refusalOf(client.accounts.list({ area: SIBLING }))).toBe('regions.not-found');
    expect((await client.accounts.list({})).items.some(({ areaCode }) => areaCode !== COUNTY)).toBe(false);
  });

  it('refuses a taken username, a role that does not fit the area, and a data officer without department', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    await client.accounts.create(newAccount('taken', COUNTY));
    expect(await refusalOf(client.accounts.create(newAccount('taken', COUNTY)))).toBe('accounts.username-taken');
    const village = { ...newAccount('worker', COUNTY), role: 'village-worker' as const };
    expect(await refusalOf(client.accounts.create(village))).toBe('accounts.role-level');
    const data = { ...newAccount('dataman', COUNTY), role: 'data-officer' as const };
    expect(await refusalOf(client.accounts.create(data))).toBe('accounts.department');
  });

  it('a repeated request makes one account and answers the same', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const account = newAccount('once', COUNTY);
    const first = await client.accounts.create(account);
    expect(await client.accounts.create(account)).toEqual(first);
  });

  it('a disabled account is out at once', async () => {
    const { client } = await server.as({ role: 'administrator', areaCode: REGION });
    const { id, password } = await client.accounts.create(newAccount('leaver', COUNTY));
    const { cookie } = await signIn('leaver', password);
    await client.accounts.update({ requestId: randomUUID(), id, disabled: true });
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie } })).status).toBe(401);
    expect((await signIn('leaver', password)).body.code).toBe('accounts.disabled');
  });
});

describe('accounts.search-audit', () => {
  it('finds changes by account and operation inside the area, and records the search', async () => {
    const top = await server.as({ role: 'administrator', areaCode: REGION });
    await top.client.accounts.create(newAccount('audited', COUNTY));
    const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
    const { items } = await auditor.client.accounts.searchAudit({ operation: 'accounts.create' });
    expect(items.some(({ after }) => (after as { username?: string }).username === 'audited')).toBe(true);
    expect(items.every(({ regionCode }) => Math.floor(regionCode / 1e6) === 150923)).toBe(true);
    const searches = await auditor.client.accounts.searchAudit({ operation: 'accounts.search-audit' });
    expect(searches.items.length).toBeGreaterThan(0);
  });
});

describe('accounts.draft-key', () => {
  it('is the same for an account in every session, and of nobody else', async () => {
    const one = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const other = await server.as({ role: 'auditor', areaCode: COUNTY });
    const { key } = await one.client.accounts.draftKey();
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect((await one.client.accounts.draftKey()).key).toBe(key);
    expect((await other.client.accounts.draftKey()).key).not.toBe(key);
  });

  it('is told to nobody without a session', async () => {
    expect((await fetch(`${server.url}/api/me/draft-key`)).status).toBe(401);
  });
});
