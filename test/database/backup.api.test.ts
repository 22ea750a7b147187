// The drill: a backup while people work, the office destroyed, a restore elsewhere, and everything compared.

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { backUp, openToRead } from '../../src/app/backups/back-up.ts';
import { runBackup } from '../../src/app/commands/backup-command.ts';
import { runRestore } from '../../src/app/commands/restore-command.ts';
import { openShouwang } from '../../src/app/open-shouwang.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { makeBackupKey } from '../../src/platform/server/backup/backup-key.ts';
import { dumpTable } from '../../src/platform/server/backup/dump-table.ts';
import { type Backups, partsOf } from '../../src/platform/server/backup/manifest.ts';
import { connect, Moved, takeSnapshot } from '../../src/platform/server/backup/snapshot.ts';
import { openEpoch } from '../../src/platform/server/field/epoch.ts';
import { keepSetting } from '../../src/platform/server/settings.ts';
import { withDatabase } from '../database.ts';
import { openScreenedRegion, type ScreenedRegion } from '../screened-region.ts';

const ACTOR = systemActor('drill');
const ELSEWHERE = `shouwang_restored_${process.pid}`;

let world: ScreenedRegion | undefined;
let root: string;
let folder: string;
let dataFolder: string;
/** Of the office, and of the machine it is restored on. */
let env: Record<string, string>;
let there: Record<string, string>;
let url: string;
let admin: pg.Client;

const shouwang = () => (world as ScreenedRegion).server.shouwang;
const newUrl = () => there.DATABASE_URL as string;
const openBackups = (): Promise<Backups> => openToRead(env, dataFolder, folder);
const backUpNow = (more: Partial<Parameters<typeof backUp>[2]> = {}) =>
  backUp(shouwang(), ACTOR, { env, folder, ...more });
const restoreNow = (options = {}) => runRestore([], { from: folder, ...options }, there);
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

async function asked<T extends pg.QueryResultRow>(of: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: of });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Rows and a digest of each table, in whatever order the rows stand; `where` for those that were written meanwhile. */
async function digests(of: string, where: Record<string, string>): Promise<Record<string, string>> {
  const names = await asked<{ name: string }>(
    of,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const parts = names.map(
    ({
      name,
    }) => `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 7)::numeric), 0) as digest
      from ${name} t where ${where[name] ?? 'true'}`,
  );
  const rows = await asked<{ name: string; digest: string }>(of, parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

async function filesOf(of: string): Promise<Record<string, string>> {
  const found = await readdir(of, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hashed = await Promise.all(
    files.map(async (file) => [
      path.relative(of, file),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  );
  return Object.fromEntries(hashed.filter(([name]) => !/^(epoch|keys|backup-key)\.json$/.test(name ?? '')));
}

const photosIn = (of: string) => path.join(of, 'photos', '150923');

/** Officers at work: each deed is a photo, then a setting and an entry of the audit trail in one transaction. */
function work(): { stop: () => Promise<number> } {
  let stopped = false;
  const done = (async () => {
    for (let n = 1; ; n++) {
      if (stopped) return n - 1;
      await sleep(20);
      await writeFile(path.join(photosIn(dataFolder), `deed-${n}`), `photo ${n}`);
      await shouwang().db.bulk(ACTOR, async (tx) => {
        await keepSetting(tx, 'drill', n);
        await tx.run(
          sql`update households set head_name = head_name || '' where id in (select id from households order by id limit 20)`,
        );
        return { result: undefined, audit: { operation: 'test.deed', subjectKind: 'deed', subjectId: n } };
      });
    }
  })();
  return {
    stop: () => {
      stopped = true;
      return done;
    },
  };
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'shouwang-backup-'));
  folder = path.join(root, 'backups');
  world = await openScreenedRegion();
  ({ url, dataFolder } = shouwang());
  const keys = {
    SHOUWANG_KEY_FILE: path.join(inject('dataFolder'), 'keys.json'),
    SHOUWANG_BACKUP_KEY_FILE: path.join(root, 'key.json'),
    SHOUWANG_DISK_RESERVE: '0',
  };
  await makeBackupKey(keys.SHOUWANG_BACKUP_KEY_FILE);
  env = { ...keys, SHOUWANG_DATA: dataFolder, DATABASE_URL: url };
  there = { ...keys, SHOUWANG_DATA: path.join(root, 'elsewhere'), DATABASE_URL: withDatabase(url, ELSEWHERE) };
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(`create database ${ELSEWHERE}`);
  await mkdir(photosIn(dataFolder), { recursive: true });
  await writeFile(path.join(photosIn(dataFolder), 'empty'), '');
  await writeFile(path.join(photosIn(dataFolder), 'large'), randomBytes(17 * 1024 ** 2));
}, 600_000);
afterAll(async () => {
  await world?.close();
  await admin.query(`drop database if exists ${ELSEWHERE} with (force)`);
  await admin.end();
  await rm(root, { recursive: true, force: true });
});

const partFiles = async () => {
  const found = await readdir(path.join(folder, 'parts'), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && !entry.name.includes('.'))
    .map((entry) => path.join(entry.parentPath, entry.name));
};

test('one that breaks off is none, and the next does not write its parts again', async () => {
  const abort = new AbortController();
  const broken = backUpNow({ signal: abort.signal, onProgress: ({ what }) => what === '文件' && abort.abort() });
  await expect(broken).rejects.toThrow('aborted');
  expect(await (await openBackups()).ids()).toEqual([]);
  expect(await codeOf(restoreNow())).toBe('backup.no-backup');
  const before = new Map(
    await Promise.all((await partFiles()).map(async (file) => [file, (await stat(file)).ino] as const)),
  );
  expect(before.size).toBeGreaterThan(20);
  await backUpNow();
  const after = new Set(await Promise.all((await partFiles()).map(async (file) => (await stat(file)).ino)));
  expect([...before.values()].filter((inode) => !after.has(inode))).toEqual([]);
});

test('what stands in the folder tells nothing, and no key is among it', async () => {
  const backups = await openBackups();
  const { files } = await backups.read();
  expect(files.map((file) => file.path)).toContain('photos/150923/large');
  expect(files.filter((file) => /keys|key\.json/.test(file.path))).toEqual([]);
  const [name] = await asked<{ name: string }>(url, 'select head_name as name from households limit 1');
  for (const file of await partFiles()) expect((await readFile(file)).includes(name?.name ?? '?')).toBe(false);
  await makeBackupKey(path.join(root, 'other.json'));
  const others = { ...env, SHOUWANG_BACKUP_KEY_FILE: path.join(root, 'other.json') };
  expect(await codeOf(openToRead(others, dataFolder, folder))).toBe('backup.wrong-key');
});

test('a changed byte and a missing part are found, and the next backup mends them', async () => {
  const backups = await openBackups();
  const { tables } = await backups.read();
  const partOf = (table: string) => {
    const name = tables.find((entry) => entry.name === table)?.parts[0] ?? '';
    return path.join(folder, 'parts', name.slice(0, 2), name);
  };
  const verify = () =>
    runBackup(['verify'], { from: folder }, env) as Promise<{ failed: boolean; result: { damaged: string[] } }>;
  expect(await verify()).toMatchObject({ failed: false, result: { damaged: [] } });
  const bytes = await readFile(partOf('persons'));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(partOf('persons'), bytes);
  await rm(partOf('regions'));
  const { failed, result } = await verify();
  expect(failed).toBe(true);
  expect(result.damaged.map((fault) => fault.split('：')[0])).toEqual(['persons', 'regions']);
  await backUpNow({ keep: 1 });
  expect(await backups.ids()).toHaveLength(1);
  expect(await verify()).toMatchObject({ failed: false });
});

test('parts that changed places are found', async () => {
  const backups = await openBackups();
  const [one = '', other = ''] = [...new Set(partsOf(await backups.read()))];
  const fileOf = (name: string) => path.join(folder, 'parts', name.slice(0, 2), name);
  const swap = async () => {
    await rename(fileOf(one), path.join(root, 'aside'));
    await rename(fileOf(other), fileOf(one));
    await rename(path.join(root, 'aside'), fileOf(other));
  };
  await swap();
  expect(await codeOf(backups.parts.read(one))).toBe('backup.damaged');
  await swap();
  expect((await backups.parts.read(one)).length).toBeGreaterThan(0);
});

test('a table that was replaced since the snapshot is noticed', async () => {
  await asked(url, 'create table replaced as select 1 as n');
  const snapshot = await takeSnapshot(url);
  const client = await connect(url);
  const seen = snapshot.tables.find(({ name }) => name === 'replaced');
  const progress = { read: () => undefined, written: async () => undefined };
  const dump = async () => dumpTable(client, { snapshot, parts: (await openBackups()).parts, progress }, seen as never);
  expect(await dump()).toMatchObject({ rows: 1 });
  await asked(url, 'begin; truncate replaced; insert into replaced values (2); commit');
  await expect(dump()).rejects.toThrow(Moved);
  await asked(url, 'drop table replaced');
  await expect(dump()).rejects.toThrow(Moved);
  await client.end();
  await snapshot.close();
});

test('nothing is restored with other keys, by an older program, or over what is there', async () => {
  const backups = await openBackups();
  const manifest = await backups.read();
  const later = {
    ...manifest,
    id: '29991231T000000Z',
    migrations: [...manifest.migrations, { name: '9999_later.sql', sha256: '' }],
  };
  await backups.write(later);
  expect(await codeOf(restoreNow())).toBe('backup.newer');
  await rm(path.join(folder, `${later.id}.manifest`));
  await writeFile(
    path.join(root, 'foreign.json'),
    JSON.stringify({ data: randomBytes(32).toString('base64'), index: randomBytes(32).toString('base64') }),
  );
  const foreign = { ...there, SHOUWANG_KEY_FILE: path.join(root, 'foreign.json') };
  expect(await codeOf(runRestore([], { from: folder }, foreign))).toBe('backup.other-keys');
  expect(await codeOf(runRestore([], { from: folder }, env))).toBe('backup.folder-not-empty');
  const over = { ...there, SHOUWANG_DATA: path.join(root, 'over'), DATABASE_URL: url };
  expect(await codeOf(runRestore([], { from: folder }, over))).toBe('backup.database-not-empty');
});

test('under load, destroyed, restored elsewhere: all tables and files are the same', async () => {
  const epoch = (await openEpoch(shouwang().db, dataFolder)).name();
  const officers = work();
  await expect.poll(() => asked(url, `select value from settings where key = 'drill'`)).not.toEqual([]);
  const { id } = await backUpNow();
  const last = await officers.stop();
  const backups = await openBackups();
  const { tables } = await backups.read(id);

  // A part that cannot be read in the middle of it: nothing stays, nobody can work on the half, and it goes on.
  const missing = tables.find(({ name }) => name === 'warnings')?.parts[0] ?? '';
  const part = path.join(folder, 'parts', missing.slice(0, 2), missing);
  await rename(part, `${part}.away`);
  expect(await codeOf(restoreNow())).toBe('backup.damaged');
  expect(await asked(newUrl(), `select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
  expect(await codeOf(openShouwang(there))).toBe('backup.restore-unfinished');
  await rename(`${part}.away`, part);

  const { result } = (await restoreNow()) as { result: { households: number; rows: number } };
  expect(result.households).toBeGreaterThan(1000);
  const [at] = await asked<{ value: number }>(newUrl(), `select value from settings where key = 'drill'`);
  const deeds = at?.value ?? 0;
  expect(deeds).toBeGreaterThan(0);
  expect(deeds).toBeLessThan(last);
  const meanwhile = `operation = 'test.deed' and subject_id::int <= ${deeds}`;
  const written = {
    audit_entries: `operation <> 'shouwang.backup' and operation <> 'shouwang.restore' and (operation <> 'test.deed' or ${meanwhile})`,
    settings: `key !~ '^(drill|backup|clock|messages)'`,
    figure_marks: 'false',
    figure_counts: 'false',
  };
  expect(await digests(newUrl(), written)).toEqual(await digests(url, written));
  const [audited] = await asked<{ n: number }>(
    newUrl(),
    `select count(*)::int as n from audit_entries where operation = 'test.deed'`,
  );
  expect(audited?.n).toBe(deeds);

  const [files, restored] = [await filesOf(dataFolder), await filesOf(there.SHOUWANG_DATA as string)];
  const number = (name: string) => Number(/deed-(\d+)/.exec(name)?.[1] ?? 0);
  expect(Object.keys(restored).filter((name) => number(name) > 0).length).toBeGreaterThanOrEqual(deeds);
  for (const [name, hash] of Object.entries(files)) if (number(name) <= deeds) expect(restored[name], name).toBe(hash);
  for (const [name, hash] of Object.entries(restored)) expect(files[name], name).toBe(hash);

  await world?.close();
  world = undefined;
  const office = await openShouwang(there);
  try {
    expect((await openEpoch(office.db, office.dataFolder)).name()).not.toBe(epoch);
    const county = { ...ACTOR, areaCode: 150923000000, range: { low: 150923000000, high: 150923999999 } };
    const seen = await office.db.read(county, (tx) =>
      tx.rows<{ county: number }>(sql`select distinct county_code as county from households`),
    );
    expect(seen).toEqual([{ county: 150923 }]);
    // A number is not given a second time.
    await office.db.bulk(ACTOR, async () => ({
      result: undefined,
      audit: { operation: 'test.after', subjectKind: 'deed', subjectId: 0 },
    }));
  } finally {
    await office.close();
  }
}, 600_000);
