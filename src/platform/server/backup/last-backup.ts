// What is remembered of backups in the database itself: when the last one was, and why the last try failed.

import * as z from 'zod';
import type { Tx } from '../db.ts';
import { keepSetting, readSetting } from '../settings.ts';

const LAST = 'backup.last';
const FAILED = 'backup.failed';

const lastSchema = z.object({ id: z.string(), at: z.string(), folder: z.string() });
const failedSchema = z.object({ at: z.string(), sentence: z.string() });

export type LastBackup = z.output<typeof lastSchema>;
export type FailedBackup = z.output<typeof failedSchema>;

export type BackupState = { last: LastBackup | undefined; failed: FailedBackup | undefined };

/** `failed` only where no backup came after it. */
export async function readBackupState(tx: Tx): Promise<BackupState> {
  const last = lastSchema.safeParse(await readSetting(tx, LAST)).data;
  const failed = failedSchema.safeParse(await readSetting(tx, FAILED)).data;
  return { last, failed: failed && last && last.at > failed.at ? undefined : failed };
}

export function keepLastBackup(tx: Tx, last: LastBackup): Promise<void> {
  return keepSetting(tx, LAST, last);
}

export function keepFailedBackup(tx: Tx, failed: FailedBackup): Promise<void> {
  return keepSetting(tx, FAILED, failed);
}
