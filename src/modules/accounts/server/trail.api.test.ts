// Who looked and who changed: page openings and photos are in the trail, which is found by what an auditor knows of a household.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, VILLAGE } from '../../../../test/small-registry.ts';

const countyCode = COUNTY / 1_000_000;
const ID = idNumber(19700101, 1);
const NUMBER = '150001009991';
const OTHER_COUNTY = 152222000000;

let server: TestServer;
let walk: Walk;
let auditor: TestUser;
let householdId: number;
let caseId: number;

beforeAll(async () => {
  server = await openSmallRegistry([
    { number: NUMBER, village: VILLAGE, members: [{ name: '其其格', id: ID }] },
    { number: '150001009992', village: VILLAGE, members: [{ name: '王秀英', id: idNumber(19700101, 2) }] },
  ]);
  walk = await openWalk(server);
  auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
  const { items } = await walk.county.client.households.list({ area: COUNTY });
  householdId = items.find(({ number }) => number === NUMBER)?.id ?? 0;
  caseId = await walk.open(householdId, '2022-06-01');
  await walk.verify(caseId, '2022-06-02');
});
afterAll(() => server.close());

const operations = async (filter: object, user = auditor) =>
  (await user.client.accounts.searchAudit({ ...filter, limit: 200 })).items.map(({ operation }) => operation);

const count = async (operation: string) =>
  (
    await server.shouwang.db.bulkRead((tx) =>
      tx.first(sql<{ n: number }>`select count(*)::int as n from audit_entries where operation = ${operation}`),
    )
  )?.n;

describe('looking', () => {
  it('at a household and a case is recorded once in a while, with who it was', async () => {
    for (let i = 0; i < 3; i++) await walk.county.client.households.get({ countyCode, id: householdId });
    await walk.county.client.cases.case({ countyCode, id: caseId });
    const { items } = await auditor.client.accounts.searchAudit({ householdId, limit: 200 });
    const looked = items.filter(({ operation }) => operation === 'households.get');
    expect(looked).toHaveLength(1);
    expect(looked[0]).toMatchObject({ operationTitle: '查看农牧户', role: 'county-officer', householdId });
    expect(items.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['cases.get', 'cases.verify', 'cases.open']),
    );
    expect(items.every(({ operationTitle }) => /[\u4e00-\u9fff]/.test(operationTitle))).toBe(true);
  });

  it('at a photo, and sending one, too', async () => {
    const { timeline } = await walk.look(caseId);
    const [fileId] = (timeline.find(({ kind }) => kind === 'verify')?.detail.authorisation ?? []) as string[];
    expect(fileId).toBeDefined();
    const path = `/cases/${countyCode}/${caseId}/files/${fileId}`;
    for (let i = 0; i < 2; i++) expect((await walk.county.get(path)).status).toBe(200);
    expect((await (await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY })).get(path)).status).toBe(404);
    expect(await count('cases.file')).toBe(1);
    const before = (await count('uploads.receive')) ?? 0;
    await walk.village.upload('照片.png', 'x');
    expect(await count('uploads.receive')).toBe(before + 1);
  });
});

describe('the trail of a household', () => {
  it.each([
    ['its number', NUMBER],
    ['the name of a member', '其其格'],
    ['name and last digits', `其其格${ID.slice(-4)}`],
    ['name and the masked ID', `其其格${ID.slice(0, 6)}********${ID.slice(-4)}`],
    ['a whole ID', ID],
  ])('is found by %s', async (_, subject) => {
    const found = await operations({ subject });
    expect(found).toContain('households.get');
    expect(found).toContain('cases.verify');
  });

  it('is that household alone, and nothing where nobody is meant', async () => {
    await walk.county.client.households.get({ countyCode, id: householdId });
    const { items } = await auditor.client.accounts.searchAudit({ subject: NUMBER, limit: 200 });
    expect(new Set(items.map((each) => each.householdId))).toEqual(new Set([householdId]));
    expect(await operations({ subject: '没有此人' })).toEqual([]);
    const elsewhere = await server.as({ role: 'auditor', areaCode: OTHER_COUNTY });
    expect(await operations({ subject: NUMBER }, elsewhere)).toEqual([]);
  });

  it('does not keep the ID that was searched for', async () => {
    const rows = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ after: unknown }>`select after from audit_entries where operation = 'accounts.search-audit'`),
    );
    expect(JSON.stringify(rows)).not.toContain(ID);
  });
});

describe('sessions of an account', () => {
  it('are seen and ended by who looks after it, in the own area only', async () => {
    const admin = await server.as({ role: 'administrator', areaCode: COUNTY });
    const { items } = await admin.client.accounts.list({ role: 'village-worker' });
    const accountId = items[0]?.id ?? 0;
    const sessions = await admin.client.accounts.sessionsOf({ accountId });
    expect(sessions.length).toBeGreaterThan(0);
    const stranger = await server.as({ role: 'administrator', areaCode: OTHER_COUNTY });
    expect(await refusalOf(stranger.client.accounts.sessionsOf({ accountId }))).toBe('accounts.not-found');
    const ending = stranger.client.accounts.endSessionsOf({ requestId: newId(), accountId });
    expect(await refusalOf(ending)).toBe('accounts.not-found');
    expect(await refusalOf(auditor.client.accounts.sessionsOf({ accountId }))).toBe('http.forbidden');
    const ended = await admin.client.accounts.endSessionsOf({ requestId: newId(), accountId });
    expect(ended.sessions).toBe(sessions.length);
    expect(await admin.client.accounts.sessionsOf({ accountId })).toEqual([]);
    expect(await refusalOf(walk.village.client.accounts.me())).toBe('http.sign-in-required');
  });
});
