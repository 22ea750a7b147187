// The second factor and the rules of signing in, over HTTP.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../../../test/access/routes.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../../test/harness.ts';
import { systemActor } from '../../../../platform/server/actor.ts';
import { needsFactor, type PolicyKey } from '../../domain/security-policy.ts';
import { codeAt, stepAt } from './totp.ts';

const REGION = 150000000000;
const COUNTY = 150923000000;
const NEW_PASSWORD = 'caoyuan-de-feng-1';

let server: TestServer;
let security: TestUser;
let made = 0;

beforeAll(async () => {
  server = await openTestServer();
  security = await server.as({ role: 'security-administrator', areaCode: REGION });
});
afterAll(() => server.close());

type Answer = { status: number; code: string | undefined; body: Record<string, unknown> };

async function call(cookie: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${server.url}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  return { status: response.status, code: answer.code as string | undefined, body: answer };
}

/** Without a device, so that each is from an address alone. */
async function signIn(username: string, password: string, code?: string) {
  const response = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, ...(code === undefined ? {} : { code }) }),
  });
  const body = (await response.json()) as { code?: string };
  const [cookie = ''] = response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  return { code: body.code ?? 'in', cookie };
}

/** An account with a password of its own, signed in. */
async function person() {
  const username = `person-${++made}`;
  const { client } = await server.as({ role: 'administrator', areaCode: REGION });
  const account = { username, name: '其其格', role: 'county-officer', areaCode: COUNTY } as const;
  const { id, password } = await client.accounts.create({ requestId: randomUUID(), ...account });
  const { cookie } = await signIn(username, password);
  const change = { requestId: randomUUID(), currentPassword: password, newPassword: NEW_PASSWORD };
  expect((await call(cookie, '/me/password', change)).status).toBe(200);
  return { id, username, cookie };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function bytesOf(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((each) => Number.parseInt(each, 2)));
}

/** Codes of the phone, as far from the last as the standard allows: those that come next are taken half a minute ahead. */
function phoneOf(secret: string) {
  const bytes = bytesOf(secret);
  return (ahead: number) => codeAt(bytes, stepAt(new Date()) + ahead);
}

async function enrolled() {
  const who = await person();
  const begun = await call(who.cookie, '/me/factor', { currentPassword: NEW_PASSWORD });
  const { secret, address } = begun.body as { secret: string; address: string };
  const code = phoneOf(secret);
  const confirmed = await call(who.cookie, '/me/factor/confirm', { code: code(-1) });
  expect(confirmed.status).toBe(200);
  return { ...who, secret, address, code, recovery: confirmed.body.recovery as string[] };
}

async function policy(key: PolicyKey, value: number): Promise<void> {
  await security.client.accounts.savePolicy({ requestId: randomUUID(), key, value });
}

async function change(statement: ReturnType<typeof sql>): Promise<void> {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

describe('a second factor', () => {
  it('is taken into use with the password and a first code, and asked for from then on', async () => {
    const who = await person();
    expect((await call(who.cookie, '/me/factor', { currentPassword: 'wrong' })).code).toBe(
      'accounts.wrong-current-password',
    );
    const { body } = await call(who.cookie, '/me/factor', { currentPassword: NEW_PASSWORD });
    expect(body.address).toContain(`secret=${body.secret}`);
    expect((await signIn(who.username, NEW_PASSWORD)).code).toBe('in');
    expect((await call(who.cookie, '/me/factor/confirm', { code: '000000' })).code).toBe('accounts.wrong-code');
    const code = phoneOf(String(body.secret));
    expect((await call(who.cookie, '/me/factor/confirm', { code: code(0) })).status).toBe(200);
    expect((await signIn(who.username, NEW_PASSWORD)).code).toBe('accounts.code-needed');
    expect((await signIn(who.username, 'wrong', code(1))).code).toBe('accounts.wrong-password');
    expect((await signIn(who.username, NEW_PASSWORD, code(1))).code).toBe('in');
    expect((await call(who.cookie, '/me/factor', { currentPassword: NEW_PASSWORD })).code).toBe(
      'accounts.factor-is-on',
    );
  });

  it('a code counts once, also of two sign-ins at once, and an older one never again', async () => {
    const { username, code } = await enrolled();
    const both = await Promise.all([code(0), code(0)].map((each) => signIn(username, NEW_PASSWORD, each)));
    expect(both.map((each) => each.code).sort()).toEqual(['accounts.wrong-code', 'in']);
    expect((await signIn(username, NEW_PASSWORD, code(0))).code).toBe('accounts.wrong-code');
    expect((await signIn(username, NEW_PASSWORD, code(1))).code).toBe('in');
  });

  it('wrong codes lock as wrong passwords do, and asking for the code in between does not make it longer', async () => {
    const { username, code } = await enrolled();
    for (let i = 0; i < 4; i++) {
      expect((await signIn(username, NEW_PASSWORD, '123456')).code).toBe('accounts.wrong-code');
      expect((await signIn(username, NEW_PASSWORD)).code).toBe('accounts.code-needed');
    }
    expect((await signIn(username, NEW_PASSWORD, '123456')).code).toBe('accounts.locked');
    expect((await signIn(username, NEW_PASSWORD, code(1))).code).toBe('accounts.locked');
  });

  it('a recovery code counts once; the secret and the codes are nowhere in clear', async () => {
    const { username, recovery, secret, id } = await enrolled();
    const [first = '', second = ''] = recovery;
    expect(new Set(recovery).size).toBe(10);
    expect((await signIn(username, NEW_PASSWORD, first.toUpperCase())).code).toBe('in');
    expect((await signIn(username, NEW_PASSWORD, first)).code).toBe('accounts.wrong-code');
    expect((await signIn(username, NEW_PASSWORD, second.replace('-', ''))).code).toBe('in');
    const kept = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql`select f::text, (select string_agg(c::text, '') from account_recovery_codes c where c.account_id = ${id}) as codes,
        (select string_agg(e::text, '') from audit_entries e) as trail, (select string_agg(r::text, '') from applied_requests r) as requests
        from account_factors f where f.account_id = ${id}`),
    );
    for (const word of [secret, bytesOf(secret).toString('hex'), ...recovery])
      expect(JSON.stringify(kept)).not.toContain(word);
  });

  it('is seen by no role of the application', async () => {
    const asked = server.shouwang.db.read({ ...systemActor('test'), role: 'security-administrator' }, (tx) =>
      tx.rows(sql`select * from account_factors`),
    );
    await expect(asked).rejects.toMatchObject({ code: '42501' });
  });

  it('is given up with password and code, or taken away by security alone', async () => {
    const { username, cookie, code, id } = await enrolled();
    const drop = (given: string) => call(cookie, '/me/factor/drop', { currentPassword: NEW_PASSWORD, code: given });
    expect((await drop('123456')).code).toBe('accounts.wrong-code');
    const admin = await server.as({ role: 'administrator', areaCode: REGION });
    const reset = (user: TestUser) => user.client.accounts.resetFactor({ requestId: randomUUID(), id });
    expect(await refusalOf(reset(admin))).toBe('http.forbidden');
    const elsewhere = await server.as({ role: 'security-administrator', areaCode: 150922000000 });
    expect(await refusalOf(reset(elsewhere))).toBe('accounts.not-found');
    expect((await drop(code(0))).status).toBe(200);
    expect((await signIn(username, NEW_PASSWORD)).code).toBe('in');
    const again = await enrolled();
    await security.client.accounts.resetFactor({ requestId: randomUUID(), id: again.id });
    expect((await signIn(again.username, NEW_PASSWORD)).code).toBe('in');
    expect((await call(again.cookie, '/me')).code).toBe('http.sign-in-required');
  });

  it('guessing codes to give it up is held back', async () => {
    const { cookie } = await enrolled();
    const codes = [];
    for (let i = 0; i < 7; i++)
      codes.push((await call(cookie, '/me/factor/drop', { currentPassword: NEW_PASSWORD, code: '123456' })).code);
    expect(codes.filter((each) => each === 'accounts.wrong-code')).toHaveLength(5);
    expect(codes.at(-1)).toBe('accounts.locked');
  });

  it('where the rules ask for it, nothing else is open before', async () => {
    const who = await person();
    await policy('secondFactor', 2);
    try {
      expect((await call(who.cookie, '/me')).body).toMatchObject({ mustEnrol: true });
      expect((await call(who.cookie, '/households')).code).toBe('accounts.must-enrol');
      const { body } = await call(who.cookie, '/me/factor', { currentPassword: NEW_PASSWORD });
      const code = phoneOf(String(body.secret));
      expect((await call(who.cookie, '/me/factor/confirm', { code: code(0) })).status).toBe(200);
      expect((await call(who.cookie, '/households')).status).toBe(200);
      const drop = { currentPassword: NEW_PASSWORD, code: code(1) };
      expect((await call(who.cookie, '/me/factor/drop', drop)).code).toBe('accounts.factor-required');
    } finally {
      await change(sql`delete from security_policy`);
    }
  });

  it('whoever may export is asked for it by the stricter rule', () => {
    const exporting = ROUTES.filter(({ meta }) => meta.quota === 'export' || meta.quota === 'unmask').flatMap(
      ({ meta }) => (meta.roles === 'public' ? [] : meta.roles),
    );
    // A village worker's few numbers are counted by quota; a phone in the steppe has no second one beside it.
    const without = [...new Set(exporting)].filter((role) => !needsFactor(role, 2));
    expect(without.filter((role) => role !== 'village-worker')).toEqual([]);
  });
});

describe('rules of signing in', () => {
  it('are set by the region’s security administrator alone, within bounds', async () => {
    const county = await server.as({ role: 'security-administrator', areaCode: COUNTY });
    const save = (user: TestUser, value: number) =>
      refusalOf(user.client.accounts.savePolicy({ requestId: randomUUID(), key: 'passwordLength', value }));
    expect(await save(county, 12)).toBe('accounts.policy-region-alone');
    expect(await save(security, 4)).toBe('accounts.policy-bounds');
    expect(await save(await server.as({ role: 'administrator', areaCode: REGION }), 12)).toBe('http.forbidden');
  });

  it('of a password: length, kinds, age', async () => {
    const { cookie, username, id } = await person();
    const changing = (newPassword: string, currentPassword = NEW_PASSWORD) =>
      call(cookie, '/me/password', { requestId: randomUUID(), currentPassword, newPassword });
    await policy('passwordLength', 16);
    await policy('passwordKinds', 4);
    await policy('passwordDays', 90);
    try {
      expect((await changing('Xilin-gol-26')).body.message).toContain('至少 16 位');
      expect((await changing('xilin-gol-caoyuan-26')).body.message).toContain('4 类');
      expect((await changing('Xilin-gol-caoyuan-26')).status).toBe(200);
      await change(sql`update password_history set at = at - interval '91 days' where account_id = ${id}`);
      const late = await signIn(username, 'Xilin-gol-caoyuan-26');
      expect((await call(late.cookie, '/households')).code).toBe('accounts.must-change-password');
    } finally {
      await change(sql`delete from security_policy`);
    }
  });

  it('of one account only so many are signed in: the oldest leaves', async () => {
    const { username, cookie } = await person();
    await policy('sessionsMost', 2);
    try {
      const second = await signIn(username, NEW_PASSWORD);
      expect((await call(cookie, '/me')).status).toBe(200);
      const third = await signIn(username, NEW_PASSWORD);
      expect((await call(cookie, '/me')).code).toBe('http.sign-in-required');
      for (const each of [second, third]) expect((await call(each.cookie, '/me')).status).toBe(200);
    } finally {
      await change(sql`delete from security_policy`);
    }
  });
});
