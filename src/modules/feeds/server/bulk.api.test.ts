// A file of millions of rows takes another way into its table than a small one (matched in memory while it is read, into a
// partition of its own). Both ways must end in the same rows, strays, data issues and counts.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type Prepared, type TestServer } from '../../../../test/harness.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { generateRegion } from '../../demo/server/index.ts';
import { importRegistry } from '../../registry-import/server/index.ts';
import { FEEDS } from '../domain/datasets/index.ts';
import { feedTable } from '../domain/feed-definition.ts';
import { feedColumns } from './feed-tables.ts';
import { type LoadResult, loadBatch } from './loading/load-batch.ts';

const ACTOR = systemActor('test');
const ALL_IN_BULK = 0;
const NONE_IN_BULK = Number.MAX_SAFE_INTEGER;

let folder: string;

/** Changes the cells of lines 2…: `change` gets the record and the one before it, by column. */
async function rewrite(
  name: string,
  lines: number,
  change: (cells: string[], before: string[]) => void,
): Promise<void> {
  const file = path.join(folder, name);
  const records = (await readFile(file, 'utf8')).split('\n').map((line) => line.split(','));
  for (let i = 2; i < lines; i++) change(records[i] ?? [], records[i - 1] ?? []);
  await writeFile(file, records.map((cells) => cells.join(',')).join('\n'));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-bulk-'));
  await generateRegion({ outDir: folder, counties: [150923, 152222], households: 1500, seed: 11 });
  const headers = async (name: string) =>
    ((await readFile(path.join(folder, name), 'utf8')).split('\n')[0] ?? '').split(',');
  const name = (await headers('medical-insurance.csv')).indexOf('姓名');
  await rewrite('medical-insurance.csv', 20, (cells) => {
    cells[name] = '白另名';
  });
  // Every second of a few persons holds the ID of the one before.
  const id = (await headers('members.csv')).indexOf('证件号码');
  let second = false;
  await rewrite('members.csv', 12, (cells, before) => {
    if (second) cells[id] = before[id] ?? '';
    second = !second;
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const REGISTRY: Prepared = {
  name: 'bulk_registry',
  make: async ({ db, keys }) => {
    const file = (name: string) => ({ path: path.join(folder, name), name });
    await importRegistry(db, keys, ACTOR, { households: file('households.csv'), members: file('members.csv') });
  },
};

const openRegistry = () => openTestServer(REGISTRY);

/** Loads the files of these datasets, one after the other. */
async function loadAll(
  { shouwang }: TestServer,
  actor: Actor,
  bulkFrom: number,
  datasets = FEEDS.map(({ code }) => code),
): Promise<LoadResult[]> {
  const names = (await readdir(folder)).sort();
  const results: LoadResult[] = [];
  for (const code of datasets)
    for (const name of names.filter((each) => new RegExp(`^${code}(-\\d+)?\\.(csv|xlsx)$`).test(each)))
      results.push(
        await loadBatch(shouwang.db, shouwang.keys, actor, {
          dataset: code,
          path: path.join(folder, name),
          fileName: name,
          bulkFrom,
        }),
      );
  return results;
}

/** Everything the load left, one text a row. */
async function contents({ shouwang }: TestServer): Promise<Record<string, string[]>> {
  const ask = (select: string) =>
    shouwang.db.bulkRead((tx) =>
      tx.rows<{ row: string }>(sql.raw(`select t::text as row from (${select}) t order by 1`)),
    );
  const tables: Record<string, string> = {
    stray_rows: `select batch_id, line, method, id_sound, id_key is null, name, village_code, candidates, candidate_count, review_low, review_high, county_code, household_id, person_id from stray_rows`,
    data_issues: `select county_code, village_code, household_id, person_id, code, dataset, batch_id, line, state from data_issues`,
    quarantined_rows: `select batch_id, line, column_name, value, reason from quarantined_rows`,
  };
  for (const feed of FEEDS)
    tables[feed.code] = `select ${feedColumns(feed)
      .map(({ name }) => name)
      .join(', ')} from ${feedTable(feed)}`;
  const found: Record<string, string[]> = {};
  for (const [name, select] of Object.entries(tables)) found[name] = (await ask(select)).map(({ row }) => row);
  return found;
}

async function loaded(actor: Actor, bulkFrom: number) {
  const server = await openRegistry();
  try {
    const results = await loadAll(server, actor, bulkFrom);
    const parts = results.map(({ part }) => part > 0);
    return { parts, results: results.map(({ part: _, ...rest }) => rest), contents: await contents(server) };
  } finally {
    await server.close();
  }
}

it('leaves the same in bulk as row by row', async () => {
  const small = await loaded(ACTOR, NONE_IN_BULK);
  const bulk = await loaded(ACTOR, ALL_IN_BULK);
  expect(small.parts).not.toContain(true);
  expect(bulk.parts).not.toContain(false);
  expect(bulk.results).toEqual(small.results);
  expect(bulk.contents).toEqual(small.contents);
  // What the two ways could disagree about is there.
  const methods = new Set(small.results.flatMap(({ methods }) => Object.keys(methods)));
  for (const method of ['id', 'id-repaired', 'name-birth', 'ambiguous', 'not-in-registry'])
    expect(methods).toContain(method);
  expect(small.contents.data_issues?.some((row) => row.includes('name-differs'))).toBe(true);
  expect(small.contents['medical-settlement']?.some((row) => row.endsWith(',f)'))).toBe(true);
});

it('a file handed in for one county finds nobody of another, in bulk too', async () => {
  const actor: Actor = { ...ACTOR, range: { low: 150923000000, high: 150923999999 } };
  const small = await loaded(actor, NONE_IN_BULK);
  const bulk = await loaded(actor, ALL_IN_BULK);
  expect(bulk.results).toEqual(small.results);
  expect(bulk.contents).toEqual(small.contents);
});

/**
 * Imports, and hands a large file in while the members are read. The import is held back in its last statements until the
 * file has been read; then `then` is run.
 */
async function loadBeside({ shouwang }: TestServer, then: (release: () => void, blocked: number) => Promise<void>) {
  const { db, keys } = shouwang;
  const file = (name: string) => ({ path: path.join(folder, name), name });
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
  const holding = db.bulk(ACTOR, async (tx) => {
    await tx.script('lock table refused_rows in exclusive mode');
    held();
    await released;
    return { result: undefined, audit: [] };
  });
  await isHeld;
  const { promise: isRead, resolve: read } = Promise.withResolvers<void>();
  let loading: Promise<LoadResult> | undefined;
  const importing = importRegistry(db, keys, ACTOR, {
    households: file('households.csv'),
    members: file('members.csv'),
    onProgress: ({ file: name }) => {
      if (name !== 'members.csv') return;
      loading ??= loadBatch(db, keys, ACTOR, {
        dataset: 'medical-insurance',
        path: path.join(folder, 'medical-insurance.csv'),
        fileName: 'medical-insurance.csv',
        bulkFrom: ALL_IN_BULK,
        onProgress: ({ phase }) => phase === 'match' && read(),
      });
    },
  }).catch((error: Error) => error);
  await isRead;
  await expect.poll(() => blockedBackend(shouwang)).toBeGreaterThan(0);
  await then(release, await blockedBackend(shouwang));
  await holding;
  return { imported: await importing, loaded: await loading };
}

/** Who waits for the table that is held. */
async function blockedBackend({ db }: TestServer['shouwang']): Promise<number> {
  const row = await db.bulkRead((tx) =>
    tx.first<{ pid: number }>(sql`select pid from pg_locks where relation = 'refused_rows'::regclass and not granted`),
  );
  return row?.pid ?? 0;
}

async function insuranceRows({ shouwang }: TestServer) {
  return shouwang.db.bulkRead((tx) =>
    tx.rows(
      sql`select line, county_code, household_id, person_id, method, name_differs from feed_medical_insurance order by line`,
    ),
  );
}

it('a file handed in while a first import runs is read beside it', async () => {
  const [beside, after] = [await openTestServer(), await openRegistry()];
  try {
    const { loaded } = await loadBeside(beside, async (release) => release());
    const [alone] = await loadAll(after, ACTOR, ALL_IN_BULK, ['medical-insurance']);
    expect(loaded?.methods).toEqual(alone?.methods);
    expect(loaded?.methods.id).toBeGreaterThan(1000);
    expect(await insuranceRows(beside)).toEqual(await insuranceRows(after));
  } finally {
    await beside.close();
    await after.close();
  }
});

it('where that import fails, the file is read again, and finds nobody of it', async () => {
  const server = await openTestServer();
  try {
    const { imported, loaded } = await loadBeside(server, async (release, blocked) => {
      await server.shouwang.db.bulkRead((tx) => tx.run(sql`select pg_terminate_backend(${blocked})`));
      release();
    });
    expect(imported).toBeInstanceOf(Error);
    expect(loaded?.rows).toBeGreaterThan(1000);
    expect(loaded?.methods.id).toBeUndefined();
    expect((await insuranceRows(server)).every((row) => (row as { personId: number | null }).personId === null)).toBe(
      true,
    );
  } finally {
    await server.close();
  }
});

it('reads files of one dataset side by side: the same file goes in once, and of a serial number one row counts', async () => {
  const server = await openRegistry();
  try {
    const { db, keys } = server.shouwang;
    const load = (name: string) =>
      loadBatch(db, keys, ACTOR, {
        dataset: 'medical-settlement',
        path: path.join(folder, name),
        fileName: name,
        bulkFrom: ALL_IN_BULK,
      });
    const results = await Promise.all(
      ['medical-settlement-1.csv', 'medical-settlement-1.csv', 'medical-settlement-2.csv'].map(load),
    );
    const [first, same] = results.filter(({ file }) => file === 'medical-settlement-1.csv');
    expect([first?.alreadyLoaded, same?.alreadyLoaded].sort()).toEqual([false, true]);
    expect(first?.batchId).toBe(same?.batchId);
    const [row] = await db.bulkRead((tx) =>
      tx.rows<{ batches: number; repeated: number; odd: number }>(sql`
        select count(*)::int as repeated, count(*) filter (where counting <> 1)::int as odd,
          (select count(distinct batch_id)::int from feed_medical_settlement) as batches
        from (select count(*) filter (where counts) as counting from feed_medical_settlement
          group by serial_number having count(*) > 1) s`),
    );
    expect(row?.repeated).toBeGreaterThan(0);
    expect(row).toMatchObject({ batches: 2, odd: 0 });
  } finally {
    await server.close();
  }
});
