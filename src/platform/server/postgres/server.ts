// The server process of a cluster: found, started, waited for, stopped.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fchmodSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Problem } from '../../../kernel/problem.ts';
import { endOrphans } from './orphans.ts';
import { type Place, runAs } from './place.ts';
import './problems.ts';
import { DATABASE, HAND_OVER, SUPERUSER, setRoles, urlOf } from './roles.ts';
import { type PostgresSettings, postgresSettings } from './settings.ts';

const LONGEST_START_MS = 300_000;
const TRY_AGAIN_MS = 60_000;

/**
 * What a second start gets past. The first: a table without log was dropped in a transaction whose end did not reach the
 * disk; recovery stumbles over its empty file, and finds it clean the next time. The second: a process of the old server is
 * still ending.
 */
const PASSING = /could not create file ".*": File exists|pre-existing shared memory block/;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The number on a pid file's first line, or 0. */
export function readPid(file: string): number {
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || 0 : 0;
}

/** Pid of the postmaster that really runs on this cluster; 0 when there is none. */
export function postmasterPid(place: Place): number {
  const pid = readPid(path.join(place.cluster, 'postmaster.pid'));
  if (pid <= 0 || !isAlive(pid)) return 0;
  const proc = `/proc/${pid}/cmdline`;
  // After a reboot another program may have the number, or the server of another cluster.
  return existsSync(proc) && !readFileSync(proc, 'utf8').includes(place.cluster) ? 0 : pid;
}

/** Ends and removes what a killed server left, so that a new one starts. Only when none runs on the cluster. */
async function clearAway(place: Place): Promise<void> {
  await endOrphans(place.cluster);
  const locks = [path.join(place.cluster, 'postmaster.pid'), path.join(place.socket, '.s.PGSQL.5432.lock')];
  for (const file of locks) {
    // The server itself forgives the number of a dead process, but not one that somebody else has now.
    const pid = readPid(file);
    if (pid > 0 && isAlive(pid)) rmSync(file, { force: true });
  }
}

async function asSuperuser(
  place: Place,
  database: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const connectionString = urlOf(place, SUPERUSER, database);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // a server that ends while it is asked must not end this program
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function answers(place: Place): Promise<boolean> {
  try {
    await asSuperuser(place, 'postgres', (client) => setRoles(client, place));
    await asSuperuser(place, DATABASE, (client) => client.query(HAND_OVER));
    return true;
  } catch {
    return false;
  }
}

// Hash tables of hundreds of megabytes in pages of two (glibc, where the kernel leaves it to programs): fewer faults and misses.
const LARGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };

/** Starts the server and does not wait. It outlives this process, so that a killed program leaves its data served. */
function launch(place: Place, settings: PostgresSettings): ChildProcess {
  const options = Object.entries({ ...postgresSettings(place.socket), ...settings }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value.replace(/^'|'$/g, '')}`,
  ]);
  const log = openSync(place.log, 'a', 0o600);
  // One that an earlier version left open to read, too.
  fchmodSync(log, 0o600);
  const child = spawn(path.join(place.native, 'bin', 'postgres'), ['-D', place.cluster, ...options], {
    ...runAs(place.user),
    cwd: '/',
    env: { ...process.env, ...LARGE_PAGES },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => undefined); // shows as a server that has ended
  child.unref();
  return child;
}

/** Waits until the server answers; false when it has ended instead, or takes too long. */
export async function becomesReady(place: Place, server?: ChildProcess): Promise<boolean> {
  const since = performance.now();
  while (performance.now() - since < LONGEST_START_MS) {
    if (await answers(place)) return true;
    const ended = server ? server.pid === undefined || server.exitCode !== null || server.signalCode !== null : true;
    if (ended && postmasterPid(place) === 0) return false;
    await sleep(50);
  }
  return false;
}

function logSize(place: Place): number {
  return existsSync(place.log) ? statSync(place.log).size : 0;
}

/** Why the server did not start, by what it wrote into its log since `from`. */
function whyNot(place: Place, from = 0): Problem {
  const told = existsSync(place.log) ? readFileSync(place.log).subarray(from).toString('utf8') : '';
  if (/No space left/.test(told)) return new Problem('postgres.disk-full', { folder: place.folder });
  const lines = told.trim().split('\n');
  const what = lines.find((line) => /FATAL|PANIC/.test(line) && !/not yet accepting|starting up/.test(line));
  return new Problem('postgres.failed', { what: what ?? lines.at(-1) ?? '', log: place.log });
}

/** Starts the server of a cluster on which none runs, and waits until it answers. `settings` go before those of the machine. */
export async function startServer(place: Place, settings: PostgresSettings = {}): Promise<void> {
  const since = performance.now();
  for (;;) {
    await clearAway(place);
    const from = logSize(place);
    if (await becomesReady(place, launch(place, settings))) return;
    const problem = whyNot(place, from);
    const passing = PASSING.test(readFileSync(place.log).subarray(from).toString('utf8'));
    if (!passing || performance.now() - since > TRY_AGAIN_MS) throw problem;
    await sleep(500);
  }
}

const LOOKED_AFTER_MS = 1000;

/** Starts the server again whenever something ended it; answers how to stop looking after it. */
export function lookAfter(place: Place): () => void {
  let starting = false;
  const timer = setInterval(async () => {
    if (starting || postmasterPid(place) > 0) return;
    starting = true;
    await startServer(place).catch(() => undefined); // meanwhile requests are answered as unavailable; the next look tries again
    starting = false;
  }, LOOKED_AFTER_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Ends the cluster's server in good order, if one runs. */
export async function stopServer(place: Place): Promise<void> {
  const pid = postmasterPid(place);
  if (pid === 0) return;
  process.kill(pid, 'SIGINT'); // fast shutdown: sessions are ended, nothing is lost
  for (let i = 0; i < 600 && isAlive(pid); i++) await sleep(50);
}
