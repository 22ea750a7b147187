// `shouwang restore`: a backup comes back into an empty place, is brought up to date, and is looked at as an officer would see it.

import path from 'node:path';
import { sql } from 'kysely';
import { Problem } from '../../kernel/problem.ts';
import { forgetCounts } from '../../modules/figures/server/index.ts';
import { rehashNames } from '../../modules/households/server/index.ts';
import { type Actor, systemActor } from '../../platform/server/actor.ts';
import type { Manifest } from '../../platform/server/backup/manifest.ts';
import { checkMigrations, claimFolder, endRestore, restore } from '../../platform/server/backup/restore.ts';
import type { Database } from '../../platform/server/db.ts';
import { keyCheck, loadKeys } from '../../platform/server/keys.ts';
import { ownMigrations } from '../../platform/server/migrate.ts';
import { startPostgres } from '../../platform/server/postgres/index.ts';
import { APP_ROLE } from '../../platform/server/serving/app-login.ts';
import { holdServing } from '../../platform/server/serving/serving-lock.ts';
import { type Environment, openToRead } from '../backups/back-up.ts';
import { openShouwang } from '../open-shouwang.ts';
import { UsageError } from '../usage-error.ts';
import { backupFolder, showProgress } from './backup-command.ts';
import { COMMAND_LINE, done, endProgress, type Options, type Outcome } from './command.ts';

/** Somebody who may see nothing. */
const NOBODY: Actor = { ...systemActor('恢复后检查'), areaCode: 0, range: { low: 0, high: -1 } };

const countSeen = (db: Database, actor: Actor) =>
  db.read(actor, (tx) =>
    tx.first<{ households: number; persons: number }>(
      sql`select (select count(*) from households) as households, (select count(*) from persons) as persons`,
    ),
  );

/** Through the login of users: the whole region sees every household, somebody without an area sees none. */
async function checkAccess(db: Database, manifest: Manifest): Promise<{ households: number; persons: number }> {
  const rowsOf = (name: string) =>
    manifest.tables.filter((table) => table.name === name).reduce((sum, { rows }) => sum + rows, 0);
  const all = await countSeen(db, systemActor('恢复后检查'));
  const none = await countSeen(db, NOBODY);
  if (!all || all.households !== rowsOf('households') || none?.households !== 0 || none.persons !== 0)
    throw new Problem('backup.not-as-backed-up', { what: '应用角色看到的户数' });
  return all;
}

async function bringBack(
  env: Environment,
  dataFolder: string,
  asked: Omit<Parameters<typeof restore>[0], 'url' | 'appRole' | 'dataFolder'>,
) {
  // Exclusive: whoever serves from here must not have its tables filled under its feet.
  const own = env.DATABASE_URL ? undefined : await startPostgres(dataFolder, { exclusive: true });
  try {
    const url = env.DATABASE_URL ?? own?.url ?? '';
    const serving = await holdServing(url, () => undefined);
    try {
      await restore({ ...asked, url, dataFolder, appRole: APP_ROLE });
    } finally {
      await serving.release();
    }
  } finally {
    await own?.stop();
  }
}

export async function runRestore(words: string[], options: Options, env: Environment = process.env): Promise<Outcome> {
  if (words.length > 0) throw new UsageError(`restore 后面不要写“${words[0]}”`);
  const begun = performance.now();
  const folder = backupFolder(env, options.from, '--from');
  const dataFolder = path.resolve(env.SHOUWANG_DATA ?? 'data');
  const backups = await openToRead(env, dataFolder, folder);
  const manifest = await backups.read(options.id);
  checkMigrations(manifest, await ownMigrations());
  const keyFile = env.SHOUWANG_KEY_FILE ?? path.join(dataFolder, 'keys.json');
  if (keyCheck(await loadKeys(keyFile, false)) !== manifest.keyCheck)
    throw new Problem('backup.other-keys', { file: keyFile });
  const mark = await claimFolder(dataFolder, manifest.id);
  await bringBack(env, dataFolder, { backups, manifest, mark, onProgress: showProgress });
  await endRestore(dataFolder);
  const shouwang = await openShouwang(env);
  try {
    const seen = await checkAccess(shouwang.db, manifest);
    await shouwang.db.bulk(COMMAND_LINE, async (tx) => {
      await rehashNames(tx);
      await forgetCounts(tx);
      const after = { folder, at: manifest.at };
      return {
        result: undefined,
        audit: { operation: 'shouwang.restore', subjectKind: 'backup', subjectId: manifest.id, after },
      };
    });
    endProgress();
    const { id, at, tables, files } = manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const milliseconds = Math.round(performance.now() - begun);
    return done({ id, at, tables: tables.length, rows, files: files.length, ...seen, milliseconds });
  } finally {
    await shouwang.close();
  }
}
