// The program's own PostgreSQL: one cluster per data folder, reached through a socket that only this machine's user can
// open. Survives being killed: what is left running is adopted, what is left half-made is made anew.

import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../../../kernel/problem.ts';
import { type Place, placeOf, runAs } from './place.ts';
import './problems.ts';
import { DATABASE, OWNER, SUPERUSER, urlOf } from './roles.ts';
import { becomesReady, isAlive, lookAfter, postmasterPid, readPid, startServer, stopServer } from './server.ts';
import type { PostgresSettings } from './settings.ts';

/** `url` is the owner's of the product's database; `adminUrl` the superuser's, who is asked by tests only. */
export type RunningPostgres = { url: string; adminUrl: string; stop(): Promise<void> };

// Text sorts by code point: the built-in provider compares bytes, several times faster than the C library's strcoll. The
// library's locale stays C.UTF-8 beside it, for what still asks the library which characters are letters (pg_trgm).
const LOCALE = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** The cluster is made beside its place and moved there when whole: a crash in between leaves nothing to trip over. */
function makeCluster(place: Place, settings: PostgresSettings = {}): void {
  const half = `${place.cluster}.half`;
  rmSync(half, { recursive: true, force: true });
  // Trusting for the moment until the passwords are set: the folder of the socket is closed to others.
  const made = spawnSync(
    path.join(place.native, 'bin', 'initdb'),
    [
      ...['-D', half, '-U', SUPERUSER, '-A', 'trust', '--encoding=UTF8', ...LOCALE, '--no-instructions'],
      ...(settings.fsync === 'off' ? ['--no-sync'] : []),
    ],
    { ...runAs(place.user), cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  appendFileSync(place.log, `${made.stdout ?? ''}${made.stderr ?? ''}`, { mode: 0o600 });
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

/**
 * Starts the cluster of a data folder, or joins the one that runs already. `exclusive` is for a program that serves:
 * another living owner is a `postgres.busy` problem, and a server that dies is started again. `settings` are for a cluster
 * that need not outlive a power cut. `stop` ends the server only for the process that owns it.
 */
export async function startPostgres(
  dataFolder: string,
  options: { exclusive?: boolean; settings?: PostgresSettings } = {},
): Promise<RunningPostgres> {
  const place = placeOf(dataFolder);
  const owner = readPid(place.owner);
  const running = postmasterPid(place) > 0;
  const shared = running && owner > 0 && owner !== process.pid && isAlive(owner);
  if (shared && options.exclusive) throw new Problem('postgres.busy', { folder: dataFolder, pid: owner });
  if (!shared) writeFileSync(place.owner, `${process.pid}\n`);
  // A server that runs may die before it has answered; then it is started like one that did not run.
  if (!running || !(await becomesReady(place))) {
    if (!existsSync(place.cluster)) makeCluster(place, options.settings);
    checkVersion(place);
    await startServer(place, options.settings);
  }
  const leave = options.exclusive ? lookAfter(place) : () => undefined;
  return {
    url: urlOf(place, OWNER, DATABASE),
    adminUrl: urlOf(place, SUPERUSER, 'postgres'),
    stop: async () => {
      leave();
      if (shared || readPid(place.owner) !== process.pid) return;
      await stopServer(place);
      rmSync(place.owner, { force: true });
    },
  };
}
