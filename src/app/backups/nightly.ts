// A backup each day by the serving process, where the installation asks for it. It takes its turn with the long work of the bulk lane, so
// that no screening replaces tables meanwhile.

import { Problem } from '../../kernel/problem.ts';
import { systemActor } from '../../platform/server/actor.ts';
import { type BackupState, keepFailedBackup, readBackupState } from '../../platform/server/backup/last-backup.ts';
import type { Clock } from '../../platform/server/clock.ts';
import type { Job, Jobs } from '../../platform/server/jobs.ts';
import { isDatabaseLost, machineProblem } from '../../platform/server/machine-problems.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { backUp, type Environment } from './back-up.ts';
import '../problems.ts';

const ACTOR = systemActor('每日备份');
const KEY = 'backup.nightly';
/** A disk that was not there may be there an hour later. */
const TRY_AGAIN_MS = 3_600_000;

export type Nightly = { folder: string; hour: number; keep: number };

function wholeNumber(env: Environment, name: string, fallback: number, [low, high]: [number, number]): number {
  const text = env[name];
  const value = text ? Number(text) : fallback;
  if (!Number.isInteger(value) || value < low || value > high) throw new Problem('app.bad-number', { name, low, high });
  return value;
}

/** Undefined where no folder is named: then nothing is backed up by itself. */
export function nightlyOf(env: Environment): Nightly | undefined {
  const folder = env.SHOUWANG_BACKUP_FOLDER;
  if (!folder) return undefined;
  const hour = wholeNumber(env, 'SHOUWANG_BACKUP_HOUR', 2, [0, 23]);
  return { folder, hour, keep: wholeNumber(env, 'SHOUWANG_BACKUP_KEEP', 14, [2, 1000]) };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of Beijing, which keeps the same time all year. */
const AHEAD_MS = 8 * HOUR_MS;

/** Whether the newest moment at which a backup should have been begun has none since, and the last try is an hour ago. */
export function isBackupDue(now: Date, hour: number, { last, failed }: BackupState): boolean {
  const there = now.getTime() + AHEAD_MS;
  const today = there - (there % DAY_MS) + hour * HOUR_MS - AHEAD_MS;
  const should = today > now.getTime() ? today - DAY_MS : today;
  const isMade = last !== undefined && Date.parse(last.at) >= should;
  const isJustTried = failed !== undefined && now.getTime() - Date.parse(failed.at) < TRY_AGAIN_MS;
  return !isMade && !isJustTried;
}

type Tending = {
  shouwang: Pick<Shouwang, 'db' | 'keys' | 'url' | 'dataFolder'>;
  jobs: Jobs;
  clock: Clock;
  env: Environment;
};

/** What stopped it is said to the administrator, and it is tried again; a database that is lost, by the jobs themselves. */
async function backUpTonight({ shouwang, clock, env }: Tending, { folder, keep }: Nightly, job: Job): Promise<void> {
  try {
    await backUp(shouwang, ACTOR, {
      env,
      folder,
      keep,
      signal: job.signal,
      onProgress: ({ bytes, byteSize, what }) => job.report({ bytes, byteSize, rows: 0, phase: what }),
    });
  } catch (error) {
    if (isDatabaseLost(error) || job.signal.aborted) throw error;
    const problem = error instanceof Problem ? error : machineProblem(error);
    const failed = { at: clock().toISOString(), sentence: problem?.message ?? '程序出错，没有备成。请查看程序日志。' };
    await shouwang.db.bulk(ACTOR, async (tx) => {
      await keepFailedBackup(tx, failed);
      const after = { problem: failed.sentence };
      return {
        result: undefined,
        audit: { operation: 'shouwang.backup-failed', subjectKind: 'backup', subjectId: failed.at, after },
      };
    });
    if (!problem) throw error;
  }
}

/** To be called every minute: queues the day's backup once its hour has come. */
export async function tendBackup(tending: Tending, nightly: Nightly): Promise<void> {
  const { shouwang, jobs, clock } = tending;
  const state = await shouwang.db.bulkRead(readBackupState);
  if (isBackupDue(clock(), nightly.hour, state)) jobs.start(KEY, (job) => backUpTonight(tending, nightly, job));
}
