// `shouwang audit …`: the audit trail goes out sealed, and is checked. Checking a file needs no database.

import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { countyOf, levelOfCode, REGION_CODE, rangeOf } from '../../kernel/region-code.ts';
import { auditDays } from '../../modules/accounts/server/index.ts';
import { archiveEntries } from '../../platform/server/audit-trail/archive-audit.ts';
import { auditLines } from '../../platform/server/audit-trail/export-audit.ts';
import { readLines } from '../../platform/server/audit-trail/read-lines.ts';
import { keysOfPem, pemOfKey, signingKey } from '../../platform/server/audit-trail/seal.ts';
import { sealEntries } from '../../platform/server/audit-trail/seal-entries.ts';
import type { Verdict } from '../../platform/server/audit-trail/verdict.ts';
import { verifyAudit } from '../../platform/server/audit-trail/verify-audit.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { UsageError } from '../usage-error.ts';
import { COMMAND_LINE, type Outcome } from './command.ts';

export const AUDIT_USAGE = `  shouwang audit seal                                  立即封存尚未封存的操作日志
  shouwang audit export --out F [--area CODE] [--from D] [--to D]
                                                       导出已封存的操作日志（文件名以 .gz 结尾则压缩）
  shouwang audit archive --before D --out F            把 D 以前的日志移入文件，从数据库删除（先导出并核对）
  shouwang audit key --out F                           导出验签公钥
  shouwang audit verify F [--key K] [--head N:HASH]    核对导出的日志（不需要数据库）；不写 F 则核对本库`;

export type AuditOptions = {
  out?: string | undefined;
  area?: string | undefined;
  before?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  key?: string | undefined;
  head?: string | undefined;
};

type Open = () => Promise<Shouwang>;

const DAY_MS = 86_400_000;
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2999-12-31';

function dayOf(name: string, text: string | undefined, otherwise: string): string {
  const day = text ?? otherwise;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new UsageError(`--${name} 要写日期，如 2026-06-30，现在是“${day}”`);
  return day;
}

function scopeOf({ area, from, to }: AuditOptions) {
  if (area !== undefined && !/^15\d{10}$/.test(area))
    throw new UsageError(`--area 要写 12 位地区代码，现在是“${area}”`);
  const code = Number(area ?? REGION_CODE);
  const level = levelOfCode(code);
  if (level === 'township' || level === 'village') throw new UsageError('--area 要写旗县、盟市或自治区的代码');
  const { low, high } = rangeOf(code, level);
  return {
    // The program's own entries belong to no area and go out with the whole region's.
    low: code === REGION_CODE ? 0 : countyOf(low),
    high: countyOf(high),
    from: dayOf('from', from, FIRST_DAY),
    to: dayOf('to', to, LAST_DAY),
    madeBy: COMMAND_LINE.name,
  };
}

async function exportTo({ db, keys }: Shouwang, options: AuditOptions): Promise<Outcome> {
  const { out } = options;
  if (!out) throw new UsageError('要用 --out 写明输出文件');
  const scope = scopeOf(options);
  await sealEntries(db, keys);
  await db.bulk(COMMAND_LINE, async (tx) => {
    const target = createWriteStream(out, { mode: 0o600 });
    const lines = Readable.from(auditLines(tx, scope, keys));
    await (out.endsWith('.gz') ? pipeline(lines, createGzip(), target) : pipeline(lines, target));
    const { low, high, from, to } = scope;
    const audit = { operation: 'accounts.export-audit', subjectKind: 'audit', subjectId: 'file' };
    return { result: undefined, audit: { ...audit, after: { low, high, from, to } } };
  });
  return { result: { out }, failed: false };
}

/** What the file has, and has been checked, is deleted; nothing younger than the rules allow. */
async function archiveTo(shouwang: Shouwang, { before, out }: AuditOptions): Promise<Outcome> {
  if (!before || !out) throw new UsageError('要用 --before 写明日期，用 --out 写明归档文件');
  const { db, keys } = shouwang;
  const kept = await db.bulkRead(auditDays);
  const until = dayOf('before', before, before);
  if (Date.parse(until) > Date.now() - kept * DAY_MS) throw new UsageError(`日志至少留存 ${kept} 天，--before 要更早`);
  const to = new Date(Date.parse(until) - DAY_MS).toISOString().slice(0, 10);
  await exportTo(shouwang, { out, to });
  const verdict = await verifyAudit(readLines(out), { keys: [signingKey(keys).publicKey] });
  const { result, failed } = told(verdict);
  if (failed) return { result: { archived: false, ...(result as object) }, failed };
  const last = verdict.last?.number ?? 0;
  const archived = await archiveEntries(db, COMMAND_LINE, { before: until, last, file: path.basename(out) });
  return { result: { out, ...archived }, failed: false };
}

function headOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!number || !hash) throw new UsageError(`--head 要写成 N:HASH，即段号和 64 位十六进制，现在是“${text}”`);
  return { number: Number(number), hash };
}

function told({ faults, notes, file, last, ...counts }: Verdict): Outcome {
  const result = {
    ...{ whole: faults.length === 0, faults, notes, ...counts, file: file ?? null },
    head: last ? `${last.number}:${last.hash}` : null,
  };
  return { result, failed: faults.length > 0 };
}

async function verify(openShouwang: Open, file: string | undefined, options: AuditOptions): Promise<Outcome> {
  const head = headOf(options.head);
  const keys = options.key === undefined ? [] : keysOfPem(await readFile(options.key, 'utf8'));
  if (options.key !== undefined && keys.length === 0) throw new UsageError(`${options.key} 里没有公钥`);
  if (file !== undefined) return told(await verifyAudit(readLines(file), { keys, head }));
  return withShouwang(openShouwang, async ({ db, keys: own }) => {
    const signing = signingKey(own);
    const verdict = await db.bulkRead(async (tx) =>
      verifyAudit(bytesOf(auditLines(tx, scopeOf(options), own)), {
        keys: keys.length > 0 ? keys : [signing.publicKey],
        head,
      }),
    );
    return told(verdict);
  });
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(line);
}

async function withShouwang<T>(openShouwang: Open, work: (shouwang: Shouwang) => Promise<T>): Promise<T> {
  const shouwang = await openShouwang();
  try {
    return await work(shouwang);
  } finally {
    await shouwang.close();
  }
}

/** `shouwang audit`: seal, export, key or verify. */
export async function runAudit(openShouwang: Open, words: string[], options: AuditOptions): Promise<Outcome> {
  const [what, file] = words;
  const { out } = options;
  if (what === 'verify') return verify(openShouwang, file, options);
  if (what === 'export') return withShouwang(openShouwang, (shouwang) => exportTo(shouwang, options));
  if (what === 'archive') return withShouwang(openShouwang, (shouwang) => archiveTo(shouwang, options));
  if (what === 'seal')
    return withShouwang(openShouwang, async ({ db, keys }) => ({
      result: { sealed: await sealEntries(db, keys, true) },
      failed: false,
    }));
  if (what === 'key')
    return withShouwang(openShouwang, async ({ keys }) => {
      if (!out) throw new UsageError('要用 --out 写明输出文件');
      const { id, publicKey } = signingKey(keys);
      await writeFile(out, pemOfKey(publicKey));
      return { result: { out, id }, failed: false };
    });
  throw new UsageError('audit 后面要写 seal、export、archive、key 或 verify');
}
