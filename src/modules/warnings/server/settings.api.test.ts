// Rules, parameters, what-if, screenings and the export, over HTTP.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import {
  ACTOR,
  AS_OF,
  COUNTY,
  OTHER,
  openScreenedRegion,
  REGION,
  requestId,
  type ScreenedRegion,
} from '../../../../test/screened-region.ts';
import { confirmationByDataset } from './index.ts';
import { screeningJobKey } from './screening/screening-jobs.ts';

let world: ScreenedRegion;
let server: TestServer;

const county = () => server.as({ role: 'county-officer', areaCode: COUNTY });
const region = () => server.as({ role: 'region-officer', areaCode: REGION });

beforeAll(async () => {
  world = await openScreenedRegion();
  server = world.server;
});

afterAll(() => world.close());

async function parameterOf(key: string, code = COUNTY) {
  const { client } = await county();
  const { regions } = await client.parameters.parameters({ on: AS_OF });
  return regions.find((each) => each.code === code)?.values.find((value) => value.key === key);
}

async function screenAgain() {
  const { client } = await region();
  expect(await client.warnings.startScreening({ requestId: requestId(), asOf: AS_OF })).toEqual({ asOf: AS_OF });
  await server.jobDone(screeningJobKey(AS_OF, REGION));
  const [newest] = await client.warnings.screenings();
  expect(newest).toMatchObject({ asOf: AS_OF, state: 'done', problem: '' });
}

test('what-if tells what a screening with the values then finds', async () => {
  const { client } = await county();
  const line = await parameterOf('income.line');
  const cost = await parameterOf('medical.selfPaid.general');
  const changes = [
    { key: 'income.line', value: (line?.value ?? 0) * 1.4 },
    { key: 'medical.selfPaid.general', value: (cost?.value ?? 0) * 2 },
  ];
  const { counties } = await client.warnings.whatIf({ regionCode: COUNTY, changes });
  const effect = counties[0];
  if (!effect) throw new Error('no county');
  expect(effect.code).toBe(COUNTY);
  expect(effect.before).toBe((await client.warnings.list({})).total);
  expect(effect.gained).toBeGreaterThan(0);
  expect(effect.lost).toBeGreaterThan(0);
  for (const change of changes)
    await client.parameters.saveParameter({
      requestId: requestId(),
      regionCode: COUNTY,
      ...change,
      effectiveFrom: '2022-05-01',
      note: '试点',
    });
  expect(await parameterOf('income.line')).toMatchObject({ fromCode: COUNTY, effectiveFrom: '2022-05-01' });
  const before = new Set((await listAll()).map(({ householdId }) => householdId));
  await screenAgain();
  const after = new Set((await listAll()).map(({ householdId }) => householdId));
  expect(after.size).toBe(effect.after);
  expect([...after].filter((id) => !before.has(id)).length).toBe(effect.gained);
  expect([...before].filter((id) => !after.has(id)).length).toBe(effect.lost);
});

async function listAll() {
  const { client } = await county();
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await client.warnings.list({ limit: 200, cursor });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}

test('a value of the county holds against one tried for the region', async () => {
  const { client } = await region();
  const { counties } = await client.warnings.whatIf({
    regionCode: REGION,
    changes: [{ key: 'income.line', value: 30_000 }],
  });
  expect(counties.find(({ code }) => code === COUNTY)).toMatchObject({ gained: 0, lost: 0 });
  expect(counties.find(({ code }) => code === OTHER)?.gained).toBeGreaterThan(0);
});

test('parameters are set inside the own area only, and within reason', async () => {
  const { client } = await county();
  const given = { requestId: requestId(), key: 'income.line', value: 8000, effectiveFrom: '2022-06-01' };
  expect(await refusalOf(client.parameters.saveParameter({ ...given, regionCode: OTHER }))).toBe('regions.not-found');
  expect(await refusalOf(client.parameters.saveParameter({ ...given, regionCode: REGION }))).toBe('regions.not-found');
  expect(
    await refusalOf(
      client.parameters.saveParameter({ ...given, regionCode: COUNTY, key: 'warning.checkDays', value: 1.5 }),
    ),
  ).toBe('warnings.bad-value');
  expect(await refusalOf(client.parameters.saveParameter({ ...given, regionCode: COUNTY, key: 'x' }))).toBe(
    'warnings.unknown-parameter',
  );
  // Screenings ask counties: a township's own value would be saved and never hold.
  expect(await refusalOf(client.parameters.saveParameter({ ...given, regionCode: 150923101000 }))).toBe(
    'warnings.parameter-needs-area',
  );
  const { regions, history } = await client.parameters.parameters({});
  expect(regions.map(({ code }) => code)).toEqual([COUNTY]);
  expect(history.some(({ regionCode }) => regionCode === OTHER)).toBe(false);
  const worker = await server.as({ role: 'township-officer', areaCode: 150923101000 });
  const seen = await worker.client.parameters.parameters({});
  expect(seen.regions.map(({ code }) => code)).toEqual([COUNTY]);
  expect(await refusalOf(worker.client.parameters.saveParameter({ ...given, regionCode: COUNTY }))).toBe(
    'http.forbidden',
  );
});

test('a rule gets a new version, which the next screening uses', async () => {
  const { client } = await region();
  const rules = await client.warnings.rules();
  expect(rules.map(({ code }) => code).slice(0, 12)).toContain('R12');
  const r03 = rules.find(({ code }) => code === 'R03');
  if (!r03) throw new Error('no R03');
  expect(r03.households).toBeGreaterThan(0);
  const { households: _households, accountName: _account, at: _at, ...rule } = r03;
  const off = { ...rule, requestId: requestId(), enabled: false };
  const leagueOfficer = await server.as({ role: 'region-officer', areaCode: 150900000000 });
  expect(await refusalOf(leagueOfficer.client.warnings.saveRule(off))).toBe('warnings.whole-region-only');
  expect(await client.warnings.saveRule(off)).toEqual({ version: 2 });
  expect(await refusalOf(client.warnings.saveRule({ ...off, requestId: requestId() }))).toBe('warnings.rule-changed');
  const unknown = { ...off, requestId: requestId(), version: 2, condition: { is: 'password_hash' } };
  expect(await refusalOf(client.warnings.saveRule(unknown))).toBe('warnings.bad-expression');
  await screenAgain();
  expect((await client.warnings.list({ rule: 'R03' })).total).toBe(0);
  await client.warnings.saveRule({ ...off, requestId: requestId(), version: 2, enabled: true });
  await screenAgain();
  expect((await client.warnings.rules()).find(({ code }) => code === 'R03')?.households).toBe(r03.households);
  expect((await client.warnings.ruleVersions({ code: 'R03' })).map(({ version }) => version)).toEqual([3, 2, 1]);
});

test('a screening of the future is refused', async () => {
  const { client } = await county();
  expect(await refusalOf(client.warnings.startScreening({ requestId: requestId(), asOf: '2199-01-01' }))).toBe(
    'warnings.screening-in-future',
  );
});

test('checks count for the rule and for the department whose data spoke', async () => {
  const { client } = await county();
  const [warning] = (await client.warnings.list({ rule: 'R03', state: 'open', limit: 1 })).items;
  if (!warning) throw new Error('no R03');
  await client.warnings.check({
    ...warning,
    requestId: requestId(),
    result: 'handled-by-department',
    note: '住建已列入危房改造',
  });
  const rate = (await client.warnings.backTest({})).find(({ code }) => code === 'R03');
  expect(rate).toMatchObject({ checked: 1, confirmed: 1 });
  const range = { low: 150000000000, high: 159999999999 };
  const rates = await server.shouwang.db.read(ACTOR, (tx) => confirmationByDataset(tx, range));
  expect(rates.find(({ dataset }) => dataset === 'housing-inspection')).toMatchObject({ checked: 1, confirmed: 1 });
  const later = await server.shouwang.db.read(ACTOR, (tx) => confirmationByDataset(tx, range, { from: '2199-01-01' }));
  expect(later.every(({ checked }) => checked === 0)).toBe(true);
  const until = await server.shouwang.db.read(ACTOR, (tx) => confirmationByDataset(tx, range, { to: '2199-01-01' }));
  expect(until).toEqual(rates);
  expect(rates.find(({ dataset }) => dataset === 'death-register')).toBeUndefined();
});

test('the export is a workbook of what is filtered, and audited', async () => {
  const user = await county();
  const answer = await user.get('/warnings/export?level=yellow&sort=level');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  const entry = await server.shouwang.db.bulkRead((tx) =>
    tx.first(sql<{ after: { rows: number } }>`
      select after from audit_entries where operation = 'warnings.export' order by id desc limit 1`),
  );
  expect(entry?.after.rows).toBe((await user.client.warnings.list({ level: 'yellow' })).total);
});

test('the interface is described, to whoever is signed in', async () => {
  expect((await fetch(`${server.url}/api/openapi.json`)).status).toBe(401);
  const answer = await (await county()).get('/openapi.json');
  const { paths } = (await answer.json()) as { paths: Record<string, unknown> };
  expect(Object.keys(paths)).toContain('/warnings/{countyCode}/{id}/check');
});
