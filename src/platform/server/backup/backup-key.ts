// The key of backups: a file of its own, so that whoever carries and checks backups need not hold the key of ID numbers, and a lost
// backup opens neither. From it come one key to encrypt with and one that names parts by their content.

import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

export type BackupKey = { seal: Buffer; name: Buffer; check: string };

const BYTES = 32;

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `shouwang backup ${purpose}`, BYTES));
}

function keyOf(secret: Buffer): BackupKey {
  // Tells which key it was, and nothing of it.
  const check = createHmac('sha256', derive(secret, 'check')).update('which key').digest('hex').slice(0, 16);
  return { seal: derive(secret, 'seal'), name: derive(secret, 'name'), check };
}

export function backupKeyFile(env: Record<string, string | undefined>, dataFolder: string): string {
  return env.SHOUWANG_BACKUP_KEY_FILE ?? path.join(dataFolder, 'backup-key.json');
}

/** Throws `backup.no-key` or `backup.bad-key`. */
export async function loadBackupKey(file: string): Promise<BackupKey> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Problem('backup.no-key', { file });
  try {
    const secret = Buffer.from((JSON.parse(text) as { backup: string }).backup, 'base64');
    if (secret.length === BYTES) return keyOf(secret);
  } catch {}
  throw new Problem('backup.bad-key', { file });
}

/** Makes the file (mode 0600) where there is none; answers whether it did. */
export async function makeBackupKey(file: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    const made = { backup: randomBytes(BYTES).toString('base64') };
    await writeFile(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await chmod(file, 0o600);
  return true;
}
