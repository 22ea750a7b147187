// Everything a process of Shouwang needs before it can work: folder, database, tables, keys, regions, rules.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import { ensureFeedTables } from '../modules/feeds/server/index.ts';
import { loadRegions } from '../modules/regions/server/index.ts';
import { ensureFactsTable, ensureRules } from '../modules/warnings/server/index.ts';
import { systemActor } from '../platform/server/actor.ts';
import { refuseHalfRestored } from '../platform/server/backup/restore.ts';
import { type Database, openDatabase } from '../platform/server/db.ts';
import { type Keys, keyCheck, loadKeys } from '../platform/server/keys.ts';
import { migrate } from '../platform/server/migrate.ts';
import { startPostgres } from '../platform/server/postgres/index.ts';
import { ensureListIndexes } from '../platform/server/registers/list/list-indexes.ts';
import { openAppLogin } from '../platform/server/serving/app-login.ts';
import { holdServing, type ServingLock } from '../platform/server/serving/serving-lock.ts';
import { keepSetting, readSetting } from '../platform/server/settings.ts';
import { catalogue } from './registers.ts';

export type Shouwang = {
  db: Database;
  keys: Keys;
  dataFolder: string;
  url: string;
  /** Waits for what runs, at most `patience` milliseconds if given; the program's own database then ends it. */
  close(patience?: number): Promise<void>;
};

export type Exclusive = { onTaken: (problem: Problem) => void };

const KEY_CHECK = 'keys.check';

type Environment = Record<string, string | undefined>;

async function openSchema(db: Database, keys: Keys): Promise<void> {
  await db.bulk(systemActor('shouwang'), async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(15000005)`);
    const check = keyCheck(keys);
    const stored = await readSetting<string>(tx, KEY_CHECK);
    if (stored !== undefined && stored !== check) throw new Problem('keys.wrong', {});
    if (stored === undefined) await keepSetting(tx, KEY_CHECK, check);
    await ensureFeedTables(tx);
    await ensureFactsTable(tx);
    await ensureRules(tx);
    await ensureListIndexes(tx, catalogue.registers);
    return { result: undefined, audit: [] };
  });
}

/**
 * Opens the product on `SHOUWANG_DATA` (default ./data), with its own PostgreSQL unless `DATABASE_URL` names another.
 * `exclusive` is for a program that serves: it refuses a data folder or a database that another serves from, and is told when
 * another took the database over while the connection was lost.
 */
export async function openShouwang(env: Environment = process.env, exclusive?: Exclusive): Promise<Shouwang> {
  const dataFolder = path.resolve(env.SHOUWANG_DATA ?? 'data');
  await mkdir(dataFolder, { recursive: true }).catch(() => {
    throw new Problem('postgres.unwritable', { folder: dataFolder });
  });
  await refuseHalfRestored(dataFolder);
  const own = env.DATABASE_URL ? undefined : await startPostgres(dataFolder, { exclusive: exclusive !== undefined });
  const url = env.DATABASE_URL ?? own?.url ?? '';
  let serving: ServingLock | undefined;
  try {
    serving = exclusive ? await holdServing(url, exclusive.onTaken) : undefined;
    await migrate(url);
    const keyFile = env.SHOUWANG_KEY_FILE ?? path.join(dataFolder, 'keys.json');
    const keys = await loadKeys(keyFile, !env.SHOUWANG_KEY_FILE);
    const db = openDatabase(url, await openAppLogin(url, keys));
    await openSchema(db, keys);
    await loadRegions(db);
    return {
      db,
      keys,
      dataFolder,
      url,
      close: async (patience) => {
        await (patience === undefined ? db.close() : Promise.race([db.close(), sleep(patience)]));
        await serving?.release();
        await own?.stop();
      },
    };
  } catch (error) {
    await serving?.release();
    await own?.stop();
    throw error;
  }
}
