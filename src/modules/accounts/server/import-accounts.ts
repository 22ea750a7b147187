// A workbook of accounts: read, judged row by row, made; rows that are refused go back with their reason.

import { normalizeCell } from '../../../kernel/cell.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { eachRecord } from '../../../platform/server/tables/each-record.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';
import { writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { ACCOUNT_COLUMNS, MOST_ACCOUNTS, type ReadAccount, readAccount } from '../domain/account-columns.ts';
import '../domain/problems.ts';
import { checkBinding, checkKeeper, setAreas } from './binding.ts';
import { firstPassword, hashPassword } from './passwords.ts';
import { findUsernames, insertAccount } from './queries.ts';

type Row = { line: number; cells: string[]; account?: ReadAccount; problem?: string };

async function readRows({ services, actor }: OperationContext, fileId: string): Promise<Row[]> {
  const { path, name } = await services.uploads.takeUpload(fileId, actor.accountId);
  const abort = new AbortController();
  const source = await openTable(path, { file: name, columns: ACCOUNT_COLUMNS }, abort.signal);
  const rows: Row[] = [];
  try {
    for await (const chunk of source.chunks())
      eachRecord(chunk, (of, line) => {
        const texts = of.texts();
        const cells = source.positions.map((at) => normalizeCell(texts[at] ?? ''));
        const read = readAccount(cells);
        rows.push('problem' in read ? { line, cells, problem: read.problem } : { line, cells, account: read });
      });
  } finally {
    abort.abort();
  }
  if (rows.length === 0) throw new Problem('accounts.empty-file', { file: name });
  if (rows.length > MOST_ACCOUNTS) throw new Problem('accounts.too-many', { count: rows.length, most: MOST_ACCOUNTS });
  return rows;
}

async function reasonAgainst(tx: Tx, account: ReadAccount): Promise<string | undefined> {
  try {
    await checkKeeper(tx, account.role);
    await checkBinding(tx, account);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.message;
  }
}

/** Rows with what speaks against them in this area at this moment; of two with one user name the second is refused. */
async function judge(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const taken = new Set(
    await findUsernames(
      tx,
      rows.flatMap(({ account }) => account?.username ?? []),
    ),
  );
  const judged: Row[] = [];
  for (const row of rows) {
    const { account } = row;
    if (!account) {
      judged.push(row);
      continue;
    }
    const isTaken = taken.has(account.username);
    taken.add(account.username);
    const problem = isTaken ? `用户名“${account.username}”已被使用` : await reasonAgainst(tx, account);
    judged.push(problem === undefined ? row : { ...row, problem });
  }
  return judged;
}

export async function previewAccounts(context: OperationContext, fileId: string) {
  const rows = await readRows(context, fileId);
  const judged = await context.db.read(context.actor, (tx) => judge(tx, rows));
  return {
    sound: judged.filter(({ problem }) => problem === undefined).length,
    refused: judged.filter(({ problem }) => problem !== undefined).length,
    rows: judged.map(({ line, cells: [username = '', name = '', role = '', areas = ''], problem }) => ({
      ...{ line, username, name, role, areas },
      ...(problem === undefined ? {} : { problem }),
    })),
  };
}

/** The refused rows as they were, with 原因, to be mended and handed in again; without any, a file to fill in. */
export async function accountsWorkbook(context: OperationContext, fileId: string | undefined): Promise<Buffer> {
  const rows = fileId === undefined ? [] : await readRows(context, fileId);
  const judged = await context.db.read(context.actor, (tx) => judge(tx, rows));
  const refused = judged.filter(({ problem }) => problem !== undefined);
  const titles = ACCOUNT_COLUMNS.map(({ title }) => ({ title, kind: 'text' as const }));
  const reason = { title: '原因', kind: 'text' as const, width: 48 };
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '账号',
          header: fileId === undefined ? titles : [...titles, reason],
          rows: refused.map(({ cells, line, problem = '' }) => [...cells, `第 ${line} 行：${problem}`]),
          redColumns: ['原因'],
        },
      ],
    }),
  );
}

type Made = { username: string; name: string };

/** Makes the sound rows, all in one transaction. First passwords follow from the request: a repeat answers the same. */
export async function importAccounts(
  context: OperationContext,
  { requestId, fileId }: { requestId: string; fileId: string },
) {
  const { db, actor, services } = context;
  const passwordOf = (username: string) => firstPassword(services.keys, `${requestId} ${username}`);
  const rows = await readRows(context, fileId);
  const sound = (await db.read(actor, (tx) => judge(tx, rows))).filter(({ problem }) => problem === undefined);
  const hashes = new Map<string, string>();
  await Promise.all(
    sound.map(async ({ account }) => {
      if (account) hashes.set(account.username, await hashPassword(passwordOf(account.username)));
    }),
  );
  const outcome = await db.write(actor, requestId, async (tx) => {
    const made: Made[] = [];
    const audit = [];
    for (const { account } of await judge(tx, sound)) {
      const passwordHash = hashes.get(account?.username ?? '');
      if (!account || !passwordHash) continue;
      const { moreAreas, ...own } = account;
      const id = await insertAccount(tx, {
        ...own,
        passwordHash,
        mustChangePassword: true,
        firstPasswordExpires: true,
      });
      await setAreas(tx, id, moreAreas);
      made.push({ username: own.username, name: own.name });
      const subject = { subjectKind: 'account', subjectId: id, regionCode: own.areaCode };
      audit.push({ operation: 'accounts.import', ...subject, after: { ...own, moreAreas } });
    }
    return { result: { made, refused: rows.length - made.length }, audit };
  });
  return {
    made: outcome.made.map((each) => ({ ...each, password: passwordOf(each.username) })),
    refused: outcome.refused,
  };
}
