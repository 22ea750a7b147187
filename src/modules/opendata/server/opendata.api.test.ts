// The open data door: a key reads its figures of its area, is held to its term and its rate, and nothing else.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../../../test/figures/load-examples.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { systemActor } from '../../../platform/server/actor.ts';

const REGION = 150_000_000_000;
const LEAGUE = 150_900_000_000;
const COUNTY = 150_923_000_000;
const OTHER = 152_222_000_000;
const DAY = '2022-05-31';
const FIGURES = ['employment.persons', 'fund.spent_rate', 'fund.arranged'];
const EXPIRES = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
const id = () => crypto.randomUUID();

let server: TestServer;
let administrator: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  await loadExamples(server);
  administrator = await server.as({ role: 'administrator', areaCode: REGION });
});
afterAll(async () => {
  await server.close();
});

type Made = { area?: number; figures?: string[]; perMinute?: number; expiresOn?: string };

const make = (
  { area = LEAGUE, figures = FIGURES, perMinute = 100, expiresOn = EXPIRES }: Made = {},
  requestId = id(),
) =>
  administrator.client.opendata.makeKey({
    ...{ requestId, office: '大数据中心', name: '展示平台', area, figures, perMinute, expiresOn },
  });

async function read(key: string | undefined, path = '/open/figures', query: Record<string, string | number> = {}) {
  const url = new URL(`${server.url}/api${path}`);
  for (const [name, value] of Object.entries({ day: DAY, ...query })) url.searchParams.set(name, String(value));
  const headers: Record<string, string> =
    key === undefined ? {} : { authorization: key.includes(' ') ? key : `Bearer ${key}` };
  const response = await fetch(url, { headers });
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, text, body, code: body.code };
}

type Line = { figure: string; area: number; areaName: string; status: string; value: string };
const linesOf = ({ body }: { body: Record<string, unknown> }) => body.figures as Line[];

async function force(statement: ReturnType<typeof sql>) {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

describe('a key', () => {
  it('is shown once, and only its digest is kept', async () => {
    const requestId = id();
    const made = await make({}, requestId);
    expect(made.key).toMatch(/^sw_[\w-]{43}$/);
    expect(await make({}, requestId)).toEqual({ id: made.id, key: '' });
    const [listed] = await administrator.client.opendata.keys();
    expect(listed).toMatchObject({
      id: made.id,
      area: LEAGUE,
      hint: made.key.slice(-4),
      state: 'active',
      lastUsedAt: null,
    });
    const everywhere = await server.shouwang.db.bulkRead((tx) =>
      tx.first(sql<{ text: string }>`select (select json_agg(k)::text from api_keys k)
        || (select json_agg(r)::text from applied_requests r) || (select json_agg(a)::text from audit_entries a) as text`),
    );
    expect(everywhere?.text).toContain(made.key.slice(-4));
    expect(everywhere?.text).not.toContain(made.key.slice(3, -4));
  });

  it('is made by administrators, of their area, of figures, for a time', async () => {
    const county = await server.as({ role: 'county-officer', areaCode: COUNTY });
    expect(await refusalOf(county.client.opendata.keys())).toBe('http.forbidden');
    const elsewhere = await server.as({ role: 'administrator', areaCode: OTHER });
    expect(await elsewhere.client.opendata.keys()).toEqual([]);
    const [own] = await administrator.client.opendata.keys();
    expect(await refusalOf(elsewhere.client.opendata.revokeKey({ requestId: id(), id: own?.id ?? 0 }))).toBe(
      'opendata.key-not-found',
    );
    expect(await refusalOf(make({ figures: ['no.figure'] }))).toBe('figures.no-figure');
    expect(await refusalOf(make({ expiresOn: '2022-01-01' }))).toBe('opendata.key-expired-before');
    expect(await refusalOf(make({ expiresOn: '2090-01-01' }))).toBe('opendata.key-expired-before');
  });

  it('opens the door until it is over or ended, and only so often', async () => {
    const { key, id: own } = await make({ perMinute: 2 });
    expect((await read(undefined)).code).toBe('opendata.no-key');
    expect((await read('sw_wrong')).code).toBe('opendata.no-key');
    const [first, second] = [await read(key), await read(key)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await read(key)).toMatchObject({ status: 429, code: 'opendata.too-many' });
    const ended = await make();
    await administrator.client.opendata.revokeKey({ requestId: id(), id: ended.id });
    expect(await read(ended.key)).toMatchObject({ status: 401, code: 'opendata.key-over' });
    expect(await refusalOf(administrator.client.opendata.revokeKey({ requestId: id(), id: ended.id }))).toBe(
      'opendata.key-not-found',
    );
    const over = await make();
    await force(sql`update api_keys set expires_on = '2022-01-01' where id = ${over.id}`);
    expect((await read(over.key)).code).toBe('opendata.key-over');
    const listed = await administrator.client.opendata.keys();
    const stateOf = (which: number) => listed.find((one) => one.id === which);
    expect([stateOf(ended.id)?.state, stateOf(over.id)?.state]).toEqual(['revoked', 'expired']);
    expect(stateOf(own)?.lastUsedAt).not.toBeNull();
  });
});

describe('what a key reads', () => {
  it('is what the page of the figures shows, and never a row', async () => {
    const { key, id: own } = await make();
    const told = await read(key);
    const page = await administrator.client.figures
      .list({ area: LEAGUE, day: DAY, ids: FIGURES })
      .catch(() => undefined);
    const region = await server.as({ role: 'region-officer', areaCode: REGION });
    const { figures } = page ?? (await region.client.figures.list({ area: LEAGUE, day: DAY, ids: FIGURES }));
    const values = (lines: { id: string; value: string }[]) => lines.map((one) => [one.id, one.value]).toSorted();
    expect(values(linesOf(told).map(({ figure, value }) => ({ id: figure, value })))).toEqual(values(figures));
    expect(linesOf(told).find(({ figure }) => figure === 'fund.arranged')?.status).toBe('not-defined');
    for (const path of ['/figures/employment.persons/rows', '/figures', '/households', '/open-keys'])
      expect([path, (await read(key, path, { id: 'employment.persons' })).status]).toEqual([path, 401]);
    const trail = await server.shouwang.db.bulkRead((tx) =>
      tx.rows<{ accountName: string }>(
        sql`select account_name from audit_entries where operation = 'opendata.figures' and subject_id = ${String(own)}`,
      ),
    );
    expect(trail).toEqual([{ accountName: '大数据中心（展示平台）' }]);
  });

  it('lies in its area and its list, whoever is signed in beside it', async () => {
    const { key } = await make({ area: COUNTY, figures: ['employment.persons'] });
    expect(linesOf(await read(key))).toMatchObject([{ area: COUNTY, areaName: '商都县', value: '2' }]);
    expect((await read(key, '/open/figures', { area: REGION })).code).toBe('figures.outside-area');
    expect((await read(key, '/open/figures', { area: OTHER })).code).toBe('figures.outside-area');
    expect((await read(key, '/open/figures', { figures: 'fund.spent_rate' })).code).toBe('opendata.figure-not-granted');
    expect((await read(key, '/open/figures', { figures: 'no.figure' })).code).toBe('figures.no-figure');
    const response = await fetch(`${server.url}/api/open/figures?day=${DAY}&area=${REGION}`, {
      headers: { authorization: `Bearer ${key}`, cookie: administrator.cookie },
    });
    expect(response.status).toBe(403);
  });

  it('comes by county, as known by a day, as CSV and as OData', async () => {
    const { key } = await make();
    const counties = linesOf(await read(key, '/open/figures', { level: 'county', figures: 'employment.persons' }));
    expect(counties.find(({ area }) => area === COUNTY)?.value).toBe('2');
    expect(counties.every(({ area }) => area > LEAGUE && area < LEAGUE + 100_000_000)).toBe(true);
    const before = linesOf(await read(key, '/open/figures', { knownBy: '2022-06-08', figures: 'employment.persons' }));
    expect(before).toMatchObject([{ status: 'no-data' }]);
    const csv = await read(key, '/open/figures.csv');
    expect(csv.text.trim().split('\n')).toHaveLength(FIGURES.length + 1);
    const basic = `Basic ${Buffer.from(`bi:${key}`).toString('base64')}`;
    expect((await read(basic, '/open/odata/$metadata')).text).toContain('EntitySet Name="Figures"');
    expect((await read(basic, '/open/odata')).body).toMatchObject({ value: [{ name: 'Figures' }] });
    const { body } = await read(basic, '/open/odata/Figures', { $top: 1, $count: 'true' });
    expect(body).toMatchObject({ '@odata.count': FIGURES.length, value: [{ asOf: DAY, area: LEAGUE }] });
    expect((await read(basic, '/open/odata/Figures', { $filter: 'x' })).code).toBe('opendata.not-supported');
    expect((await read(undefined, '/open/odata')).code).toBe('opendata.no-key');
  });
});
