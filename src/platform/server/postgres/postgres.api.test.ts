// The program's own cluster, started, killed and found again. Each test has a folder of its own, most with a copy of one cluster:
// making one takes seconds.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { withDatabase } from '../../../../test/database.ts';
import { type RunningPostgres, startPostgres } from './index.ts';
import type { PostgresSettings } from './settings.ts';

const DOOR = path.join(import.meta.dirname, 'index.ts');

/** Where a test does not ask what a power cut leaves, or how large a cluster is. */
const QUICK = { fsync: 'off', shared_buffers: '64MB' };

let made: string;
let root: string;
let folder: string;
let running: RunningPostgres | undefined;

beforeAll(async () => {
  made = mkdtempSync(path.join(os.tmpdir(), 'shouwang-pg-'));
  chmodSync(made, 0o755);
  await (await startPostgres(made, { settings: QUICK })).stop();
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'shouwang-pg-'));
  chmodSync(root, 0o755);
  folder = path.join(root, 'data');
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  const elsewhere = path.join(folder, 'postgres-is-in.txt');
  if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

const clusterFile = (name: string) => path.join(folder, 'postgres/cluster', name);
const postmasterPid = () => Number(readFileSync(clusterFile('postmaster.pid'), 'utf8').split('\n')[0]);

/** Starts it as a program does; where the test has no cluster, it is made. */
async function startNew(settings: PostgresSettings = {}): Promise<RunningPostgres> {
  running = await startPostgres(folder, { settings });
  return running;
}

/** A cluster that was made before stands in the folder of the test, unless it has one. */
function copyMade(): void {
  if (existsSync(folder)) return;
  mkdirSync(folder);
  execFileSync('cp', ['-a', path.join(made, 'postgres'), folder]);
}

function start(): Promise<RunningPostgres> {
  copyMade();
  return startNew(QUICK);
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: running?.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another program that starts the cluster of the folder, says so, and stays until it is killed. */
async function startElsewhere(): Promise<ChildProcess> {
  copyMade();
  const code = `const { startPostgres } = await import(${JSON.stringify(DOOR)});
    await startPostgres(${JSON.stringify(folder)}); console.log('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('starts, stops, and starts again with what was there', async () => {
  await startNew();
  await ask('create table kept as select 42 as answer');
  const pid = postmasterPid();
  await running?.stop();
  expect(existsSync(clusterFile('postmaster.pid'))).toBe(false);
  const since = performance.now();
  await start();
  expect(performance.now() - since).toBeLessThan(10_000);
  expect(postmasterPid()).not.toBe(pid);
  expect(await ask('select answer from kept')).toEqual([{ answer: 42 }]);
});

test('listens on no port, and sorts and compares Chinese as UTF-8', async () => {
  copyMade();
  await startNew();
  expect(await ask('show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  expect(await ask(`select length('嘎查') as n`)).toEqual([{ n: 2 }]);
  expect(await ask('show fsync')).toEqual([{ fsync: 'on' }]);
});

test('a second start in the same program joins, and only the owner stops it', async () => {
  await start();
  const second = await startPostgres(folder);
  expect(second.url).toBe(running?.url);
});

test('a second copy is refused with a sentence, or joins where it only works for a while', async () => {
  const other = await startElsewhere();
  await expect(startPostgres(folder, { exclusive: true })).rejects.toMatchObject({
    code: 'postgres.busy',
    message: expect.stringContaining(`正被另一个守望程序使用（进程 ${other.pid}）`),
  });
  const guest = await startPostgres(folder);
  const pid = postmasterPid();
  await guest.stop();
  expect(postmasterPid()).toBe(pid);
  await kill(other);
  await start();
});

test('what a killed program left running is adopted, and stopped in the end', async () => {
  await kill(await startElsewhere());
  const pid = postmasterPid();
  running = await startPostgres(folder, { exclusive: true });
  expect(postmasterPid()).toBe(pid);
  await running.stop();
  expect(existsSync(clusterFile('postmaster.pid'))).toBe(false);
});

test('after kill -9 of the server in the middle of a long statement it starts again, whole', async () => {
  await start();
  await ask('create table kept as select 42 as answer');
  const lost = expect(ask('create table lost as select g from generate_series(1, 50000000) g')).rejects.toThrow();
  const writing = `select from pg_stat_activity where state = 'active' and backend_xid is not null`;
  await expect.poll(() => ask(writing)).toHaveLength(1);
  process.kill(postmasterPid(), 'SIGKILL');
  await start();
  await lost;
  expect(await ask('select answer from kept')).toEqual([{ answer: 42 }]);
  expect(await ask(`select to_regclass('lost') as lost`)).toEqual([{ lost: null }]);
});

test('a program that serves starts a killed server again by itself', async () => {
  copyMade();
  running = await startPostgres(folder, { exclusive: true });
  const killed = postmasterPid();
  process.kill(killed, 'SIGKILL');
  for (let i = 0; i < 300 && (await ask('select 1').catch(() => [])).length === 0; i++) await sleep(100);
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  expect(postmasterPid()).not.toBe(killed);
});

test('the pid of a dead server that another program has now does not matter', async () => {
  await start();
  const killed = postmasterPid();
  process.kill(killed, 'SIGKILL');
  // In a container the same small numbers come again; here name and user are a server's, too.
  const { uid } = statSync(clusterFile('postmaster.pid'));
  const bystander = spawn('sleep', ['60'], { stdio: 'ignore', argv0: 'postgres', uid, cwd: '/' });
  for (const lock of [clusterFile('postmaster.pid'), path.join(folder, 'postgres/socket/.s.PGSQL.5432.lock')]) {
    const left = readFileSync(lock, 'utf8');
    expect(left.split('\n')[0]).toBe(`${killed}`);
    writeFileSync(lock, left.replace(`${killed}`, `${bystander.pid}`));
  }
  await start();
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  expect(bystander.exitCode).toBeNull();
  bystander.kill();
});

test('a cluster half made is made anew', async () => {
  await start();
  await running?.stop();
  renameSync(path.join(folder, 'postgres/cluster'), path.join(folder, 'postgres/cluster.half'));
  await start();
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  expect(readdirSync(path.join(folder, 'postgres'))).not.toContain('cluster.half');
});

test('a folder that cannot be written is one sentence', async () => {
  writeFileSync(path.join(root, 'file'), '');
  folder = path.join(root, 'file', 'data');
  await expect(startPostgres(folder)).rejects.toMatchObject({
    code: 'postgres.unwritable',
    message: `数据文件夹 ${folder} 不能写入。请检查权限，或用 SHOUWANG_DATA 换一个文件夹。`,
  });
});

test('a cluster of another PostgreSQL is refused with a sentence', async () => {
  await start();
  await running?.stop();
  writeFileSync(clusterFile('PG_VERSION'), '13\n');
  await expect(startPostgres(folder)).rejects.toMatchObject({ code: 'postgres.other-version' });
});

test('works below a folder that only its owner may enter', async () => {
  chmodSync(root, 0o700);
  await startNew();
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
});

test('works below a very long path, whose socket would have none', async () => {
  folder = path.join(root, 'x'.repeat(120));
  await start();
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
});

test('nobody gets in without a password, and the owner of the database is no superuser', async () => {
  await start();
  const url = running?.url ?? '';
  expect(await ask('select current_user::text as who, rolsuper from pg_roles where rolname = current_user')).toEqual([
    { who: 'shouwang_owner', rolsuper: false },
  ]);
  const stranger = new pg.Client({ connectionString: url.replace(/\/\/[^@]*@/, '//shouwang@') });
  await expect(stranger.connect()).rejects.toThrow(/password/);
  expect(statSync(path.join(folder, 'postgres/passwords.json')).mode & 0o077).toBe(0);
});

test('a cluster that trusted everybody, with tables of the superuser, is handed over', async () => {
  await start();
  const admin = new pg.Client({ connectionString: withDatabase(running?.adminUrl ?? '', 'shouwang') });
  await admin.connect();
  await admin.query(
    'alter database shouwang owner to shouwang; create table kept (id int generated always as identity)',
  );
  await admin.end();
  await running?.stop();
  rmSync(path.join(folder, 'postgres/passwords.json'));
  writeFileSync(clusterFile('pg_hba.conf'), 'local all all trust\n');
  await start();
  await ask('alter table kept add column more int; insert into kept (more) values (1)');
  expect(readFileSync(clusterFile('pg_hba.conf'), 'utf8')).not.toContain('trust');
});

test('the log is for the server alone, and holds no value of a row', async () => {
  await start();
  await ask('create table kept (number text primary key)');
  await ask(`insert into kept values ('152222199001011234')`);
  await expect(ask(`insert into kept values ('152222199001011234')`)).rejects.toThrow();
  await expect(ask(`select '152222199001011234x'::int`)).rejects.toThrow();
  const log = path.join(path.dirname(clusterFile('')), 'postgres.log');
  expect(statSync(log).mode & 0o077).toBe(0);
  expect(readFileSync(log, 'utf8')).not.toContain('152222199001011234');
});

test('nobody else may enter the folder of the socket', async () => {
  await start();
  const host = new URL(running?.url.replace('@/', '@x/') ?? '').searchParams.get('host') ?? '';
  expect(statSync(host).mode & 0o077).toBe(0);
});
