// The program's own PostgreSQL: one cluster per data folder, reached through a socket that only this machine's user can
// open. Survives being killed: what is left running is adopted, what is left half-made is made anew.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Problem } from '../../../kernel/problem.ts';
import { type Identity, isOpenToAll, nativeFolder, sharedFolder, unprivilegedUser } from './binaries.ts';
import { endOrphans } from './orphans.ts';
import './problems.ts';
import { postgresSettings } from './settings.ts';

export type RunningPostgres = { url: string; stop(): Promise<void> };

type Place = {
  folder: string;
  cluster: string;
  socket: string;
  log: string;
  owner: string;
  user: Identity | undefined;
  native: string;
};

const SUPERUSER = 'shouwang';
// Text sorts by code point: the built-in provider compares bytes, several times faster than the C library's strcoll. The
// library's locale stays C.UTF-8 beside it, for what still asks the library which characters are letters (pg_trgm).
const LOCALE = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const LONGEST_SOCKET_FOLDER = 80;

function ensureWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Problem('postgres.disk-full', { folder });
    throw new Problem('postgres.unwritable', { folder });
  }
}

/** As root, a data folder that others may not enter cannot hold the cluster: it then stands below /var/lib/shouwang. */
function placeOf(dataFolder: string): Place {
  ensureWritable(dataFolder);
  const user = unprivilegedUser();
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const inside = !user || isOpenToAll(dataFolder);
  const folder = inside ? path.join(dataFolder, 'postgres') : sharedFolder(path.join('clusters', hash));
  mkdirSync(folder, { recursive: true });
  if (!inside) writeFileSync(path.join(dataFolder, 'postgres-is-in.txt'), `${folder}\n`);
  const near = path.join(folder, 'socket');
  const socket =
    near.length <= LONGEST_SOCKET_FOLDER ? near : path.join('/tmp', `shouwang-${process.getuid?.() ?? 0}-${hash}`);
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  if (user) for (const owned of [folder, socket]) chownSync(owned, user.uid, user.gid);
  return {
    folder,
    cluster: path.join(folder, 'cluster'),
    socket,
    log: path.join(folder, 'postgres.log'),
    owner: path.join(folder, 'owner.pid'),
    user,
    native: nativeFolder(user),
  };
}

function runAs(user: Identity | undefined): Partial<Identity> {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** The cluster is made beside its place and moved there when whole: a crash in between leaves nothing to trip over. */
function makeCluster(place: Place): void {
  const half = `${place.cluster}.half`;
  rmSync(half, { recursive: true, force: true });
  const made = spawnSync(
    path.join(place.native, 'bin', 'initdb'),
    ['-D', half, '-U', SUPERUSER, '-A', 'trust', '--encoding=UTF8', ...LOCALE, '--no-instructions'],
    { ...runAs(place.user), cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  appendFileSync(place.log, `${made.stdout ?? ''}${made.stderr ?? ''}`);
  if (made.status !== 0) {
    if (/No space left/.test(made.stderr ?? '')) throw new Problem('postgres.disk-full', { folder: place.folder });
    throw new Problem('postgres.failed', {
      what: (made.stderr ?? String(made.error)).trim().split('\n').at(-1) ?? '',
      log: place.log,
    });
  }
  renameSync(half, place.cluster);
}

function checkVersion(place: Place): void {
  const found = readFileSync(path.join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  const own =
    spawnSync(path.join(place.native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.match(
      /(\d+)/,
    )?.[1] ?? '';
  if (found !== own) throw new Problem('postgres.other-version', { found, own });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readPid(file: string): number {
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || 0 : 0;
}

/** Pid of the postmaster that really runs on this cluster; 0 when there is none. */
function postmasterPid(place: Place): number {
  const pid = readPid(path.join(place.cluster, 'postmaster.pid'));
  if (pid <= 0 || !isAlive(pid)) return 0;
  const proc = `/proc/${pid}/cmdline`;
  // After a reboot another program may have the number, or the server of another cluster.
  return existsSync(proc) && !readFileSync(proc, 'utf8').includes(place.cluster) ? 0 : pid;
}

/** Ends and removes what a killed server left, so that a new one starts. Only when none runs on the cluster. */
async function clearAway(place: Place): Promise<void> {
  await endOrphans(place.cluster);
  const file = path.join(place.cluster, 'postmaster.pid');
  // The server itself forgives the number of a dead process, but not one that somebody else has now.
  const pid = readPid(file);
  if (pid > 0 && isAlive(pid)) rmSync(file, { force: true });
}

function urlOf(place: Place, database: string): string {
  return `postgresql://${SUPERUSER}@/${database}?host=${encodeURIComponent(place.socket)}`;
}

async function answers(place: Place): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(place, 'postgres'), connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'shouwang'`);
    if (rowCount === 0) await client.query('create database shouwang');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function launch(place: Place): void {
  const options = Object.entries(postgresSettings(place.socket)).flatMap(([key, value]) => [
    '-c',
    `${key}=${value.replace(/^'|'$/g, '')}`,
  ]);
  const log = openSync(place.log, 'a');
  const child = spawn(path.join(place.native, 'bin', 'postgres'), ['-D', place.cluster, ...options], {
    ...runAs(place.user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
}

async function waitUntilReady(place: Place): Promise<void> {
  for (let i = 0; i < 1200; i++) {
    if (await answers(place)) return;
    await sleep(i < 20 ? 50 : 250);
    if (i > 40 && postmasterPid(place) === 0) break;
  }
  const tail = existsSync(place.log) ? readFileSync(place.log, 'utf8').slice(-2000) : '';
  if (/No space left/.test(tail)) throw new Problem('postgres.disk-full', { folder: place.folder });
  throw new Problem('postgres.failed', { what: tail.trim().split('\n').at(-1) ?? '', log: place.log });
}

async function stopPostmaster(place: Place): Promise<void> {
  const pid = postmasterPid(place);
  if (pid === 0) return;
  process.kill(pid, 'SIGINT'); // fast shutdown: sessions are ended, nothing is lost
  for (let i = 0; i < 600 && isAlive(pid); i++) await sleep(50);
}

/**
 * Starts the cluster of a data folder, or joins the one that runs already. With `exclusive` another living owner is a
 * `postgres.busy` problem. `stop` ends the server only for the process that owns it.
 */
export async function startPostgres(
  dataFolder: string,
  options: { exclusive?: boolean } = {},
): Promise<RunningPostgres> {
  const place = placeOf(dataFolder);
  const owner = readPid(place.owner);
  const running = postmasterPid(place) > 0;
  const shared = running && owner > 0 && owner !== process.pid && isAlive(owner);
  if (shared && options.exclusive) throw new Problem('postgres.busy', { folder: dataFolder, pid: owner });
  if (!shared) writeFileSync(place.owner, `${process.pid}\n`);
  if (!running) {
    if (!existsSync(place.cluster)) makeCluster(place);
    checkVersion(place);
    await clearAway(place);
    launch(place);
  }
  await waitUntilReady(place);
  return {
    url: urlOf(place, 'shouwang'),
    stop: async () => {
      if (shared || readPid(place.owner) !== process.pid) return;
      await stopPostmaster(place);
      rmSync(place.owner, { force: true });
    },
  };
}
