// System, security and audit are three people's: none holds business rights with another of the three, none becomes another.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../../test/access/routes.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import type { Role } from '../../../kernel/operation.ts';

const REGION = 150000000000;
const COUNTY = 150923000000;
const OFFICERS: Role[] = ['village-worker', 'township-officer', 'county-officer', 'region-officer', 'data-officer'];

let server: TestServer;
let admin: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  admin = await server.as({ role: 'administrator', areaCode: REGION });
});
afterAll(() => server.close());

/** Accounts, phones that are lost, connections, the list of regions; and to which batch of problems an inspector is bound. */
const SLICES = {
  administrator: ['accounts', 'field', 'messages', 'opendata', 'regions'],
  'security-administrator': ['accounts', 'rectification'],
};

/** Of the own desk. */
const OWN = ['board.choose'];

const mayCall = (role: Role) =>
  ROUTES.filter(({ meta }) => meta.roles !== 'public' && meta.roles.includes(role)).map(({ meta }) => meta);

/** What is not everybody's. */
const ownOf = (role: Role) =>
  mayCall(role).filter(({ roles }) => roles !== 'public' && !OFFICERS.every((each) => roles.includes(each)));

const newAccount = (username: string, role: Role, areaCode = REGION) => ({
  ...{ requestId: randomUUID(), username, name: '新来的', role, areaCode },
});

describe('what each may call', () => {
  it('an administrator touches no household, no register and no trail; security neither', () => {
    for (const role of ['administrator', 'security-administrator'] as const) {
      const slices = new Set(ownOf(role).map(({ name }) => name.split('.')[0]));
      expect([...slices].sort()).toEqual(SLICES[role]);
      expect(mayCall(role).filter(({ quota }) => quota === 'export' || quota === 'unmask')).toEqual([]);
      expect(mayCall(role).filter(({ name }) => /audit|handed-out/.test(name))).toEqual([]);
    }
  });

  it('an auditor changes nothing but accounts of auditors', () => {
    const writes = ownOf('auditor').filter(({ writes: changes }) => changes);
    expect(writes.map(({ name }) => name).filter((name) => !name.startsWith('accounts.'))).toEqual(OWN);
  });

  it('and is refused over HTTP', async () => {
    expect(await refusalOf(admin.client.accounts.searchAudit({}))).toBe('http.forbidden');
    expect(await refusalOf(admin.client.households.list({}))).toBe('http.forbidden');
    expect((await admin.get('/audit/export?from=2026-01-01&to=2026-12-31')).status).toBe(403);
  });
});

describe('whose accounts each looks after', () => {
  it('the first auditor and security administrator are made by an administrator, the second by their own kind', async () => {
    const { id: auditorId } = await admin.client.accounts.create(newAccount('first-audit', 'auditor'));
    const { id: securityId } = await admin.client.accounts.create(
      newAccount('first-security', 'security-administrator'),
    );
    for (const [id, role] of [
      [auditorId, 'auditor'],
      [securityId, 'security-administrator'],
    ] as const) {
      const kept = 'accounts.kept-by-others';
      const { client } = admin;
      expect(await refusalOf(client.accounts.create(newAccount(`second-${role}`.slice(0, 30), role)))).toBe(kept);
      expect(await refusalOf(client.accounts.resetPassword({ requestId: randomUUID(), id }))).toBe(kept);
      expect(await refusalOf(client.accounts.update({ requestId: randomUUID(), id, disabled: true }))).toBe(kept);
      expect(await refusalOf(client.accounts.update({ requestId: randomUUID(), id, role: 'administrator' }))).toBe(
        kept,
      );
      expect(await refusalOf(client.accounts.endSessionsOf({ requestId: randomUUID(), accountId: id }))).toBe(kept);
      const own = await server.as({ role, areaCode: REGION });
      expect((await own.client.accounts.resetPassword({ requestId: randomUUID(), id })).password).toBeTruthy();
      expect(
        (await own.client.accounts.create(newAccount(`own-${role}`.slice(0, 30), role, COUNTY))).password,
      ).toBeTruthy();
      expect(await refusalOf(own.client.accounts.create(newAccount('officer', 'county-officer', COUNTY)))).toBe(kept);
    }
  });

  it('nobody makes an officer an auditor, or an administrator of an officer of security', async () => {
    const { id } = await admin.client.accounts.create(newAccount('officer-1', 'county-officer', COUNTY));
    const become = (user: TestUser, role: Role) =>
      refusalOf(user.client.accounts.update({ requestId: randomUUID(), id, role }));
    const auditor = await server.as({ role: 'auditor', areaCode: REGION });
    const security = await server.as({ role: 'security-administrator', areaCode: REGION });
    for (const user of [admin, auditor, security])
      for (const role of ['auditor', 'security-administrator'] as const)
        expect(await become(user, role)).toBe('accounts.kept-by-others');
    expect(await become(auditor, 'region-officer')).toBe('accounts.kept-by-others');
  });

  it('security ends anybody’s sessions, an auditor nobody’s', async () => {
    const { client } = await server.as({ role: 'security-administrator', areaCode: REGION });
    const other = await server.as({ role: 'auditor', areaCode: COUNTY });
    const { accountId } = await other.client.accounts.me();
    const auditor = await server.as({ role: 'auditor', areaCode: REGION });
    expect(await refusalOf(auditor.client.accounts.sessionsOf({ accountId }))).toBe('http.forbidden');
    expect((await client.accounts.endSessionsOf({ requestId: randomUUID(), accountId })).sessions).toBe(1);
    expect(await refusalOf(other.client.accounts.me())).toBe('http.sign-in-required');
  });
});
