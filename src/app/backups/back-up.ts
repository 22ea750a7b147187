// A backup of this installation, as the command line and the night make it: the key, the folder, what is recorded of it.

import path from 'node:path';
import type { Actor } from '../../platform/server/actor.ts';
import { backupKeyFile, loadBackupKey, makeBackupKey } from '../../platform/server/backup/backup-key.ts';
import { keepLastBackup } from '../../platform/server/backup/last-backup.ts';
import { type BackupAsked, type BackupReport, makeBackup } from '../../platform/server/backup/make-backup.ts';
import { type Backups, idsIn, openBackups } from '../../platform/server/backup/manifest.ts';
import { keyCheck } from '../../platform/server/keys.ts';
import type { Shouwang } from '../open-shouwang.ts';

export type Environment = Record<string, string | undefined>;

export type BackedUp = BackupReport & {
  folder: string;
  /** The file of the backup key, where this backup made it: it must be kept elsewhere, too. */
  newKey?: string;
  /** Older backups that went. */
  removed?: number;
};

/** Files of keys, wherever they are: none of them ever goes into a backup. */
function keyFilesOf(env: Environment, dataFolder: string): string[] {
  return [env.SHOUWANG_KEY_FILE ?? path.join(dataFolder, 'keys.json'), backupKeyFile(env, dataFolder)];
}

/** A key is made where there is none and no backup that one would belong to; a file that was named must exist. */
async function openToWrite(env: Environment, dataFolder: string, folder: string) {
  const file = backupKeyFile(env, dataFolder);
  const mayMake = env.SHOUWANG_BACKUP_KEY_FILE === undefined && (await idsIn(folder)).length === 0;
  const isNew = mayMake && (await makeBackupKey(file));
  const backups = await openBackups(folder, await loadBackupKey(file), true);
  return { backups, ...(isNew ? { newKey: file } : {}) };
}

/** The backups of a folder, to be read. */
export async function openToRead(env: Environment, dataFolder: string, folder: string): Promise<Backups> {
  return openBackups(folder, await loadBackupKey(backupKeyFile(env, dataFolder)), false);
}

export type BackupOptions = Pick<BackupAsked, 'onProgress' | 'signal'> & {
  env: Environment;
  folder: string;
  /** How many are left, the new one among them; all, where it is not said. */
  keep?: number | undefined;
};

export async function backUp(
  { db, keys, url, dataFolder }: Pick<Shouwang, 'db' | 'keys' | 'url' | 'dataFolder'>,
  actor: Actor,
  { env, folder, keep, ...options }: BackupOptions,
): Promise<BackedUp> {
  const { backups, ...made } = await openToWrite(env, dataFolder, folder);
  const without = keyFilesOf(env, dataFolder);
  const report = await makeBackup({ url, dataFolder, backups, without, keyCheck: keyCheck(keys), ...options });
  const pruned = keep === undefined ? undefined : await backups.prune(keep);
  const { id, at, tables, rows, files, bytes } = report;
  await db.bulk(actor, async (tx) => {
    await keepLastBackup(tx, { id, at, folder });
    const after = { folder, tables, rows, files, bytes };
    return { result: undefined, audit: { operation: 'shouwang.backup', subjectKind: 'backup', subjectId: id, after } };
  });
  return { ...report, folder, ...made, ...(pruned ? { removed: pruned.backups } : {}) };
}
