// What the application role can do by itself, whatever statement reaches it: nothing without an area, nothing as somebody else.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, systemActor } from '../../src/platform/server/actor.ts';
import type { Tx } from '../../src/platform/server/db.ts';
import { openScreenedRegion, requestId, type ScreenedRegion } from '../screened-region.ts';

const NOBODY: Actor = { ...systemActor('test'), role: 'county-officer', areaCode: 0, range: { low: 0, high: -1 } };

/** What everybody may read, and why. */
const PUBLIC: Record<string, string> = {
  regions: 'a published list',
  county_designations: 'a published list',
  security_policy: 'how long a password must be is told to whoever chooses one',
  audit_keys: 'public keys, which seals are checked with',
  rules: 'rules hold for the whole region and are shown to everybody',
  parameters: 'so are thresholds',
  screening_parameters: 'and those a screening used',
  process_templates: 'how a county works through a case is no secret of its own',
  measure_libraries: 'nor is what help it gives',
  calendar_days: 'holidays',
  calendar_checks: 'who compared the holidays',
  recomputations: 'whether deadlines are being worked out again',
  person_names: 'names without persons, for the search by pinyin',
  name_spellings: 'other readings of such names',
};

let world: ScreenedRegion;

beforeAll(async () => {
  world = await openScreenedRegion();
  // A session, an answered request, a screening that was asked for: what fills the tables of the platform.
  const officer = await world.server.as({ role: 'region-officer', areaCode: 150000000000 });
  await officer.client.warnings.startScreening({ requestId: requestId(), asOf: '2022-05-30' });
});
afterAll(() => world.close());

const asNobody = <T>(work: (tx: Tx) => Promise<T>) => world.server.shouwang.db.read(NOBODY, work);

/** The code PostgreSQL refuses a statement with. */
async function refusal(statement: ReturnType<typeof sql>): Promise<string> {
  const error = await world.server.shouwang.db
    .write(NOBODY, undefined, async (tx) => ({ result: await tx.run(statement), audit: [] }))
    .catch((cause: { code: string }) => cause);
  return typeof error === 'number' ? `${error} rows` : error.code;
}

test('there is no other role behind it', async () => {
  const who = await asNobody(async (tx) => {
    await tx.script('reset role; reset session authorization');
    return tx.first(sql`select current_user::text as now, session_user::text as login,
      (select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles where rolname = session_user) as powers`);
  });
  expect(who).toEqual({ now: 'shouwang_app', login: 'shouwang_app', powers: false });
  expect(await refusal(sql`select pg_read_file('postgresql.conf')`)).toBe('42501');
  expect(await refusal(sql`copy (select 1) to program 'true'`)).toBe('42501');
  expect(await refusal(sql`create table mine (n int)`)).toBe('42501');
});

test('without an area no table shows a row that is somebody’s', async () => {
  const shown: string[] = [];
  const filled = await world.server.shouwang.db.bulkRead((tx) =>
    tx.rows<{ name: string }>(sql`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
        and not c.relispartition and has_any_column_privilege('shouwang_app', c.oid, 'select') order by 1`),
  );
  expect(filled.length).toBeGreaterThan(30);
  for (const { name } of filled) {
    const rows = await asNobody((tx) =>
      tx.first<{ n: number }>(sql`select count(*)::int as n from ${sql.table(name)}`),
    );
    if (rows?.n !== 0 && !(name in PUBLIC)) shown.push(name);
  }
  expect(shown).toEqual([]);
});

test('a table with grants holds rows back by area, or is everybody’s', async () => {
  const open = await world.server.shouwang.db.bulkRead((tx) =>
    tx.rows<{ name: string }>(sql`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relrowsecurity and not c.relispartition and (has_any_column_privilege('shouwang_app', c.oid, 'select')
          or has_table_privilege('shouwang_app', c.oid, 'delete')) order by 1`),
  );
  expect(open.map(({ name }) => name).filter((name) => !(name in PUBLIC))).toEqual([]);
});

test('the audit names who acts and when, whatever is written', async () => {
  expect(
    await refusal(sql`insert into audit_entries (account_id, account_name, role, ip, request_id, operation,
    subject_kind, subject_id, region_code) values (1, '别人', 'auditor', '', '', 'x', 'x', 'x', 150000000000)`),
  ).toBe('42501');
  expect(await refusal(sql`update audit_entries set account_name = '别人'`)).toBe('42501');
  expect(await refusal(sql`delete from audit_entries`)).toBe('42501');
  const forged = JSON.stringify([
    {
      operation: 'test.forged',
      subject_kind: 'x',
      subject_id: '1',
      account_name: '别人',
      account_id: 1,
      at: '2001-01-01',
      region_code: 150000000000,
    },
  ]);
  await world.server.shouwang.db.write({ ...NOBODY, accountId: 77, name: "张'三\\" }, undefined, async (tx) => ({
    result: await tx.run(sql`select add_audit(${forged}::jsonb)`),
    audit: [],
  }));
  const [entry] = await world.server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql`select account_id, account_name, at > now() - interval '1 minute' as now from audit_entries
      where operation = 'test.forged'`),
  );
  expect(entry).toEqual({ accountId: 77, accountName: "张'三\\", now: true });
});
