// Where a data folder's cluster, its socket and its log stand, and which user runs it.

import { createHash } from 'node:crypto';
import { accessSync, chownSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../../../kernel/problem.ts';
import { type Identity, isOpenToAll, nativeFolder, sharedFolder, unprivilegedUser } from './binaries.ts';
import './problems.ts';

export type Place = {
  folder: string;
  cluster: string;
  socket: string;
  log: string;
  owner: string;
  user: Identity | undefined;
  native: string;
};

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
export function placeOf(dataFolder: string): Place {
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

/** What to spawn PostgreSQL's programs with. */
export function runAs(user: Identity | undefined): Partial<Identity> {
  return user ? { uid: user.uid, gid: user.gid } : {};
}
