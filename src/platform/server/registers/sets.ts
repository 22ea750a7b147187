// Imports on screen, in their table: what was handed in, how far it is, what came of it.

import { sql } from 'kysely';
import type * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { importSetRow, SetState } from '../../../kernel/register/import-contract.ts';
import '../../../kernel/register/problems.ts';
import type { Outcome, Tx } from '../db.ts';
import type { Services } from '../http/context.ts';
import { readShortIdCursor } from '../lists/id-cursor.ts';
import type { ShownCounts } from './import-set.ts';

export type AskedFile = { fileId: string; register: string };

export type KeptSet = {
  id: number;
  accountId: number;
  accountName: string;
  regionCode: number;
  state: SetState;
  files: { name: string; register: string; header?: string[] }[];
  counts: ShownCounts[];
  request: { files?: AskedFile[]; actor?: { role: string; areaCode: number; low: number; high: number } };
  problem: string | null;
  at: string;
  finishedAt: string | null;
};

/** References go between registers: one set at a time. */
const LOCK = 15000050;

/** Waits for its turn until the end of the transaction. */
export async function lockSets(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${LOCK})`);
}

const COLUMNS = sql`id, account_id, account_name, region_code, state, files, counts, request, problem, at, finished_at`;

export function setJobKey(id: number): string {
  return `registers.import.${id}`;
}

export async function findSet(tx: Tx, id: number): Promise<KeptSet | undefined> {
  return tx.first(sql<KeptSet>`select ${COLUMNS} from register_sets where id = ${id}`);
}

/** Throws `registers.import-not-found`. */
export async function getSet(tx: Tx, id: number): Promise<KeptSet> {
  const set = await findSet(tx, id);
  if (!set) throw new Problem('registers.import-not-found');
  return set;
}

export async function listUnfinishedSets(tx: Tx): Promise<{ id: number }[]> {
  return tx.rows(
    sql<{ id: number }>`select id from register_sets where state in ('previewing', 'importing') order by id limit 1000`,
  );
}

export function shownSet(set: KeptSet, { jobs }: Services): z.output<typeof importSetRow> {
  const { id, state, accountName, at, finishedAt, problem, files, counts } = set;
  const progress = jobs.progressOf(setJobKey(id));
  return {
    ...{ id, state, accountName, at, counts },
    files: files.map(({ name, register }) => ({ name, register })),
    ...(finishedAt ? { finishedAt } : {}),
    ...(problem ? { problem } : {}),
    ...(progress ? { progress } : {}),
  };
}

export async function listSets(
  tx: Tx,
  services: Services,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const before = readShortIdCursor(cursor);
  const rows = await tx.rows(sql<KeptSet>`select ${COLUMNS} from register_sets
    where ${before === undefined ? sql`true` : sql`id < ${before}`} order by id desc limit ${limit + 1}`);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map((set) => shownSet(set, services)), ...(last ? { next: String(last.id) } : {}) };
}

/** Takes the files as they are handed in; the preview itself is a job. Each register must be the actor's to import. */
export async function addPreview(
  tx: Tx,
  services: Services,
  catalogue: Catalogue,
  files: readonly AskedFile[],
): Promise<Outcome<{ id: number }>> {
  const { accountId, name, role, areaCode, range } = tx.actor;
  const taken = [];
  for (const { fileId, register: code } of files) {
    const register = catalogue.find(code);
    if (!register) throw new Problem('registers.unknown', { code });
    if (!register.roles.import.some((one) => one === role))
      throw new Problem('registers.import-forbidden', { title: register.title });
    const upload = await services.uploads.takeUpload(fileId, accountId);
    taken.push({ name: upload.name, register: code, sha256: upload.sha256, byteSize: upload.byteSize });
  }
  const request = { files, actor: { role, areaCode, low: range.low, high: range.high } };
  const kept = taken.map(({ name: file, register }) => ({ name: file, register, header: [] }));
  const row = await tx.first<{ id: number }>(sql`
    insert into register_sets (account_id, account_name, region_code, state, files, request)
    values (${accountId}, ${name}, ${areaCode}, 'previewing', ${JSON.stringify(kept)}::jsonb, ${JSON.stringify(request)}::jsonb)
    returning id`);
  const id = row?.id ?? 0;
  const audit = {
    operation: 'registers.preview-import',
    subjectKind: 'register-set',
    subjectId: id,
    after: { files: taken },
  };
  return { result: { id }, audit };
}

export type SetChange = {
  state: SetState;
  from: readonly SetState[];
  counts?: readonly ShownCounts[];
  problem?: string;
};

/** Whether the set stood in one of these states and has moved on. */
export async function setState(tx: Tx, id: number, { state, from, counts, problem }: SetChange): Promise<boolean> {
  const isOver = !['previewing', 'previewed', 'importing'].includes(state);
  const touched = await tx.run(sql`update register_sets set state = ${state}, problem = ${problem ?? null},
      counts = coalesce(${counts === undefined ? null : JSON.stringify(counts)}::jsonb, counts),
      finished_at = ${isOver ? sql`now()` : sql`null`}
    where id = ${id} and state = any (${from})`);
  return touched > 0;
}

/** A change of state that the actor asked for. Throws `registers.import-not-ready` where the set does not stand there. */
export async function askState(
  tx: Tx,
  id: number,
  { operation, ...change }: SetChange & { operation: string },
): Promise<Outcome<Record<string, never>>> {
  const set = await getSet(tx, id);
  if (!(await setState(tx, id, change))) throw new Problem('registers.import-not-ready');
  const audit = { operation, subjectKind: 'register-set', subjectId: id, regionCode: set.regionCode };
  return { result: {}, audit: { ...audit, before: { state: set.state }, after: { state: change.state } } };
}
