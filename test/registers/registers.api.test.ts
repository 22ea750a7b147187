// One walk over all registers: the table is what the definition says, and what the operations promise holds for each of them.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerTools } from '../../src/app/registers/tools.ts';
import type { RegisterDefinition } from '../../src/kernel/register/define-register.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { columnsOf } from '../../src/platform/server/registers/columns.ts';
import { exportToFile } from '../../src/platform/server/registers/export.ts';
import { namedColumns } from '../../src/platform/server/registers/header.ts';
import { type FileCounts, importSet } from '../../src/platform/server/registers/import-set.ts';
import { openTable } from '../../src/platform/server/tables/table-source.ts';
import { refusalOf, type TestServer, type TestUser } from '../harness.ts';
import { COUNTY, OTHER_COUNTY, openSmallRegistry, REGION } from '../small-registry.ts';
import { exampleRow, HOUSEHOLD, inOrder, type Made } from './example-rows.ts';
import { ofEachKind } from './of-each-kind.ts';

const { catalogue, regions, subjects } = registerTools;
const ACTOR = systemActor('test');
const OTHER_LEAGUE = 152_200_000_000;
let server: TestServer;
let folder: string;
let keeper: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-registers-'));
  keeper = await server.as({ role: 'county-officer', areaCode: COUNTY });
  // Designations that come with the program would stand in the way of the example.
  await server.shouwang.db.bulk(ACTOR, async (tx) => ({
    result: await tx.run(sql`delete from county_designations`),
    audit: [],
  }));
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const TYPES: Record<string, string> = { int: 'integer', 'numeric(21,6)': 'numeric(21,6)' };

type TableColumn = { name: string; type: string; isNullable: boolean; comment: string | null };

async function tableColumns(table: string): Promise<TableColumn[]> {
  return server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<TableColumn>`select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as is_nullable,
        col_description(a.attrelid, a.attnum) as comment
      from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped`),
  );
}

/** Values a check constraint of the table lists for a column. */
async function checkedValues(table: string, column: string): Promise<string[] | undefined> {
  const found = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<{ text: string }>`select pg_get_constraintdef(oid) as text from pg_constraint
      where conrelid = ${table}::regclass and contype = 'c' and conkey = array[(select attnum from pg_attribute
        where attrelid = ${table}::regclass and attname = ${column})]`),
  );
  const text = found[0]?.text;
  return text === undefined ? undefined : [...text.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}

const made: Made = new Map();

function operations(user: TestUser, { code }: RegisterDefinition) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`${code} has no operations`);
  return found;
}

/** Who may write it: rows that lie nowhere, and what only those above write, are the whole region's. */
async function keeperOf({ fields, roles }: RegisterDefinition): Promise<TestUser> {
  const lies = Object.values(fields).some(({ role }) => role === 'place' || role === 'gives-place');
  return lies && roles.write.includes('county-officer')
    ? keeper
    : server.as({ role: 'region-officer', areaCode: REGION });
}

/** Somebody of the same standing elsewhere. */
async function strangerTo({ roles }: RegisterDefinition): Promise<TestUser> {
  return roles.write.includes('county-officer')
    ? stranger
    : server.as({ role: 'region-officer', areaCode: OTHER_LEAGUE });
}

const requestId = () => crypto.randomUUID();

const ofKinds = ofEachKind(catalogue.registers);
const isOfKinds = (register: RegisterDefinition) => ofKinds.includes(register);

describe.each(inOrder().map((register) => [register.code, register] as const))('%s', (code, register) => {
  const { table } = register;

  test('the table has a column for each field, of its type, with its title', async () => {
    const columns = new Map((await tableColumns(table)).map((column) => [column.name, column]));
    for (const { column, field, type } of columnsOf(register)) {
      const isAlways = field.required === true || column === 'voided';
      expect({ column, ...columns.get(column) }).toEqual({
        ...{ column, name: column, type: TYPES[type] ?? type },
        ...{ isNullable: !isAlways, comment: field.title },
      });
      if (field.values && field.secret !== 'sealed')
        expect(await checkedValues(table, column)).toEqual(Object.keys(field.values));
    }
    const own = new Set(columnsOf(register).map(({ column }) => column));
    expect([...columns.keys()].filter((name) => !own.has(name))).toEqual([
      'county_code',
      'id',
      'place_code',
      ...(register.person ? ['person_id', 'outsider_key'] : []),
      ...['recorded_at', 'recorded_by', 'set_id', 'file_no', 'line', 'account_id'],
    ]);
  });

  test('its key is unique, its county comes first, its place is indexed', async () => {
    const indexes = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ text: string }>`select indexdef as text from pg_indexes where tablename = ${table}`),
    );
    const texts = indexes.map(({ text }) => text.replace(/^.* USING btree /, ''));
    const key = register.key
      .map((name) => columnsOf(register).find((column) => column.name === name)?.column)
      .join(', ');
    expect(texts).toContain('(county_code, id)');
    expect(texts).toContain('(place_code, id)');
    expect(texts).toContain(`(${key}) NULLS NOT DISTINCT`);
  });

  test('rows are held back by area, and the application may do no more than it must', async () => {
    const found = await server.shouwang.db.bulkRead((tx) =>
      tx.first(sql<{ secured: boolean; rights: string[] }>`select relrowsecurity as secured,
          (select json_agg(privilege_type::text order by privilege_type::text) from information_schema.role_table_grants
            where table_name = ${table} and grantee = 'shouwang_app') as rights from pg_class where oid = ${table}::regclass`),
    );
    expect(found?.secured).toBe(true);
    expect(found?.rights).toEqual(['INSERT', 'SELECT', 'UPDATE']);
  });

  test('a row is added, read with its history, changed, voided and brought back', async () => {
    const on = operations(await keeperOf(register), register);
    const values = exampleRow(register, made);
    const { countyCode, id } = await on.add({ requestId: requestId(), values }).catch((error: unknown) => {
      throw new Error(JSON.stringify((error as { data?: unknown }).data));
    });
    const added = await on.get({ countyCode, id });
    made.set(code, { countyCode, id, values: { ...added.values, ...values } });
    expect(added).toMatchObject({ voided: false, placeCode: expect.any(Number) });
    expect(await refusalOf(on.add({ requestId: requestId(), values }))).toBe('registers.exists');

    const changed = await on.change({
      ...{ requestId: requestId(), countyCode, id, version: added.version },
      values: { remark: '第二版' },
    });
    const again = { requestId: requestId(), countyCode, id, version: added.version };
    expect(await refusalOf(on.change({ ...again, values: { remark: '第三版' } }))).toBe('registers.stale');
    const read = await on.get({ countyCode, id });
    expect(read.version).toBe(changed.version);
    expect(read.history.map((version) => version.values.remark)).toEqual(['第二版', null]);

    const voided = await on.void({
      ...again,
      requestId: requestId(),
      version: read.version,
      voided: true,
      reason: '试作废',
    });
    expect((await on.list({})).items.filter((row) => row.id === id && row.countyCode === countyCode)).toEqual([]);
    await on.void({ ...again, requestId: requestId(), version: voided.version, voided: false, reason: '恢复' });
    const { items, total } = await on.list({ limit: 200 });
    expect(items.some((row) => row.id === id && row.countyCode === countyCode)).toBe(true);
    expect(total).toBeGreaterThan(0);
  });

  test('somebody of another area changes nothing, and sees only what is shared', async () => {
    const on = operations(await strangerTo(register), register);
    const { countyCode, id } = made.get(code) ?? { countyCode: 0, id: 0 };
    const change = { requestId: requestId(), countyCode, id, version: '1' };
    expect(await refusalOf(on.change({ ...change, values: { remark: '外人' } }))).toBe('registers.not-found');
    const listed = await on.list({ limit: 200 });
    expect(listed.items.some((row) => row.id === id && row.countyCode === countyCode)).toBe(register.shared === true);
    if (!register.shared) expect(await refusalOf(on.get({ countyCode, id }))).toBe('registers.not-found');
  });

  test.runIf(isOfKinds(register))('the template opens, and its header is the register’s', async () => {
    const response = await keeper.get(`/registers/${code}/template`);
    expect(response.status).toBe(200);
    const file = path.join(folder, `${code}-template.xlsx`);
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
    const { header } = await openTable(file, { file: 'template.xlsx', columns: namedColumns(register), sheet: code });
    const titles = columnsOf(register).map(({ field }) =>
      field.required === true && field.kind.startsWith('money')
        ? `${field.title}(${field.unit})*`
        : `${field.title}${field.kind.startsWith('money') ? `(${field.unit})` : ''}${field.required === true ? '*' : ''}`,
    );
    expect(header).toEqual(titles);
  });
});

// Workbooks are read and written by the same lines for every register: those of each kind of field will do.
describe.each([
  ['csv', inOrder()],
  ['xlsx', ofKinds],
] as const)('what is exported as %s comes in again, all files as one set', (form, registers) => {
  const exported = new Map<string, number>();
  let read: Map<string, FileCounts>;

  beforeAll(async () => {
    const { db, keys } = server.shouwang;
    const files = registers.map(({ code }) => ({
      ...{ path: path.join(folder, `${code}.${form}`), name: `${code}.${form}`, register: code },
    }));
    for (const [i, register] of registers.entries())
      exported.set(register.code, await exportToFile(db, ACTOR, register, { out: files[i]?.path ?? '' }));
    const set = await importSet(db, keys, ACTOR, { catalogue, regions, subjects, files });
    read = new Map(set.files.map((counts) => [counts.kind, counts]));
  });

  test.each(registers.map(({ code }) => code))('%s is unchanged', (code) => {
    const rows = exported.get(code);
    expect(rows).toBeGreaterThan(0);
    expect(read.get(code)).toMatchObject({
      ...{ rows, same: rows, new: 0, changed: 0, voided: 0, refusedRows: 0, ignored: [] },
    });
  });
});
