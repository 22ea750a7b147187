// `shouwang backup`: make one, list them, read one whole, make a key.

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { makeBackupKey } from '../../platform/server/backup/backup-key.ts';
import { idsIn } from '../../platform/server/backup/manifest.ts';
import { verifyBackup } from '../../platform/server/backup/verify.ts';
import { openDatabase } from '../../platform/server/db.ts';
import { loadKeys } from '../../platform/server/keys.ts';
import { startPostgres } from '../../platform/server/postgres/index.ts';
import { backUp, type Environment, openToRead } from '../backups/back-up.ts';
import { UsageError } from '../usage-error.ts';
import { COMMAND_LINE, done, endProgress, type Options, type Outcome, progressLine } from './command.ts';

export const BACKUP_USAGE = `  shouwang backup [--to DIR] [--keep N]                备份数据库和文件；--keep 只留最近 N 份
  shouwang backup list [--from DIR]                    列出备份
  shouwang backup verify [--from DIR] [--id ID]        通读一份备份，查有无损坏或缺失
  shouwang backup key --out FILE                       生成备份密钥
  shouwang restore [--from DIR] [--id ID]              恢复到空的数据文件夹（和空的数据库）`;

const dataFolderOf = (env: Environment) => path.resolve(env.SHOUWANG_DATA ?? 'data');

export function backupFolder(env: Environment, given: string | undefined, option: string): string {
  const folder = given ?? env.SHOUWANG_BACKUP_FOLDER;
  if (!folder) throw new UsageError(`要用 ${option} 写明备份文件夹，或设环境变量 SHOUWANG_BACKUP_FOLDER`);
  return path.resolve(folder);
}

export function countGiven(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`${option} 要写大于 0 的整数，现在是“${text}”`);
  return value;
}

export function showProgress({ bytes, byteSize, what }: { bytes: number; byteSize: number; what: string }): void {
  progressLine(`${Math.min(100, Math.floor((bytes / Math.max(byteSize, 1)) * 100))}% ${what}`);
}

/** The database as it is: a program that is newer must not bring it up to date before it is backed up. */
async function runMake(env: Environment, options: Options): Promise<Outcome> {
  const folder = backupFolder(env, options.to, '--to');
  const keep = countGiven('--keep', options.keep);
  const dataFolder = dataFolderOf(env);
  const own = env.DATABASE_URL ? undefined : await startPostgres(dataFolder);
  const url = env.DATABASE_URL ?? own?.url ?? '';
  try {
    const keys = await loadKeys(env.SHOUWANG_KEY_FILE ?? path.join(dataFolder, 'keys.json'), false);
    const db = openDatabase(url, url);
    try {
      const made = await backUp({ db, keys, url, dataFolder }, COMMAND_LINE, {
        env,
        folder,
        keep,
        onProgress: showProgress,
      });
      endProgress();
      if (made.newKey)
        process.stderr.write(`已生成备份密钥 ${made.newKey}。请马上另抄两份，与备份分开存放：没有它，备份打不开。\n`);
      return done(made);
    } finally {
      await db.close();
    }
  } finally {
    await own?.stop();
  }
}

async function runList(env: Environment, options: Options): Promise<Outcome> {
  const folder = backupFolder(env, options.from, '--from');
  const ids = await idsIn(folder);
  const newest = ids.at(-1);
  const madeAt = newest ? (await stat(path.join(folder, `${newest}.manifest`))).mtimeMs : undefined;
  const hours = madeAt === undefined ? undefined : Math.round(((Date.now() - madeAt) / 3_600_000) * 10) / 10;
  return done({ folder, backups: ids, ...(hours === undefined ? {} : { newestHoursAgo: hours }) });
}

async function runVerify(env: Environment, options: Options): Promise<Outcome> {
  const folder = backupFolder(env, options.from, '--from');
  const backups = await openToRead(env, dataFolderOf(env), folder);
  const verified = await verifyBackup(backups, await backups.read(options.id), (bytes, byteSize) =>
    showProgress({ bytes, byteSize, what: '通读备份' }),
  );
  endProgress();
  for (const fault of verified.damaged) process.stderr.write(`已损坏：${fault}\n`);
  return { result: verified, failed: verified.damaged.length > 0 };
}

async function runKey(options: Options): Promise<Outcome> {
  if (!options.out) throw new UsageError('要用 --out 写明备份密钥存到哪个文件');
  const file = path.resolve(options.out);
  if (!(await makeBackupKey(file))) throw new UsageError(`${file} 已经存在，没有改动`);
  return done({ key: file });
}

export async function runBackup(words: string[], options: Options, env: Environment = process.env): Promise<Outcome> {
  const [what, ...rest] = words;
  if (rest.length > 0) throw new UsageError(`backup ${what} 后面不要再写“${rest[0]}”`);
  if (what === undefined) return runMake(env, options);
  if (what === 'list') return runList(env, options);
  if (what === 'verify') return runVerify(env, options);
  if (what === 'key') return runKey(options);
  throw new UsageError(`backup 后面可以写 list、verify 或 key，没有“${what}”`);
}
