// One import: many files of many registers, one set, one transaction. A file that is no table is told and left; a bad row is
// refused; everything else comes in together or not at all.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import '../../../kernel/register/problems.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Actor } from '../actor.ts';
import type { Database, Tx } from '../db.ts';
import type { Keys } from '../keys.ts';
import { applySet, type CodeCounts, countChanges, settleChanges } from './apply.ts';
import { countDoubts, countOtherNames, type Doubt } from './doubts.ts';
import { judgeSet } from './judge/judge-set.ts';
import type { Subjects } from './judge/subjects.ts';
import { type FirstRefusal, firstRefusals } from './refused/first-refusals.ts';
import { keepRefused, stageRefused } from './refused/keep-refused.ts';
import type { RegionDoor } from './region-door.ts';
import { makeSetRows } from './set-rows.ts';
import { lockSets } from './sets.ts';
import { makeStaging, type RegisterFile, type StagedFile, stageFile } from './stage.ts';

export type SetFile = RegisterFile & { register: string };

export type SetRequest = {
  catalogue: Catalogue;
  regions: RegionDoor;
  files: readonly SetFile[];
  subjects: Subjects;
  /** What is doubtful about rows that are taken. */
  doubts?: readonly Doubt[];
  /** Words that name figures: what 指标 may hold. Without them every word is taken. */
  figures?: ReadonlySet<string>;
  preview?: boolean;
  /** The set that was made when the files were handed in; without one the import makes its own. */
  setId?: number;
  signal?: AbortSignal;
  onProgress?: (progress: { file: string; bytes: number; byteSize: number; rows: number }) => void;
};

export type FileCounts = {
  file: string;
  kind: string;
  rows: number;
  new: number;
  changed: number;
  same: number;
  voided: number;
  /** Rows that carry the code. */
  refused: CodeCounts;
  refusedRows: number;
  /** Rows taken with a doubt, by its code. */
  issues: CodeCounts;
  skipped: number;
  /** Columns nothing asks for. */
  ignored: string[];
  /** Why the file as a whole was refused. */
  problem?: string;
};

/** As the screen has them: with the first refused rows. */
export type ShownCounts = FileCounts & { refusals?: FirstRefusal[] };

export type SetResult = { setId: number; files: FileCounts[]; shown: ShownCounts[] };

class PreviewOnly extends Error {
  readonly result: SetResult;

  constructor(result: SetResult) {
    super('preview');
    this.result = result;
  }
}

type Staged = { file: SetFile; register: RegisterDefinition; staged?: StagedFile; problem?: string };

/** A refused file leaves nothing: the transaction goes back to before it. */
async function stageAll(tx: Tx, keys: Keys, request: SetRequest): Promise<Staged[]> {
  const regions = await request.regions.levels(tx);
  const made = new Set<RegisterDefinition>();
  const all: Staged[] = [];
  for (const [fileNo, file] of request.files.entries()) {
    const register = request.catalogue.find(file.register);
    if (!register) throw new Problem('registers.unknown', { code: file.register });
    if (!made.has(register)) await makeStaging(tx, register);
    made.add(register);
    await tx.script('savepoint one_file');
    try {
      const staged = await stageFile(tx, register, file, fileNo, {
        regions,
        keys,
        signal: request.signal,
        onProgress: (bytes, byteSize, rows) => request.onProgress?.({ file: file.name, bytes, byteSize, rows }),
      });
      all.push({ file, register, staged });
      await tx.script('release savepoint one_file');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await tx.script('rollback to savepoint one_file');
      all.push({ file, register, problem: error.message });
    }
  }
  return all;
}

async function addSet(tx: Tx, files: readonly Staged[]): Promise<number> {
  const { accountId, name, areaCode } = tx.actor;
  const kept = files.map(({ file, staged }) => filesEntry(file, staged));
  const row = await tx.first<{
    id: number;
  }>(sql`insert into register_sets (account_id, account_name, region_code, state, files)
    values (${accountId}, ${name}, ${areaCode}, 'importing', ${JSON.stringify(kept)}::jsonb) returning id`);
  return row?.id ?? 0;
}

function filesEntry({ name, register }: SetFile, staged: StagedFile | undefined) {
  return { name, register, header: staged?.header ?? [] };
}

async function endSet(tx: Tx, setId: number, files: readonly Staged[], counts: readonly ShownCounts[]): Promise<void> {
  const kept = files.map(({ file, staged }) => filesEntry(file, staged));
  await tx.run(sql`update register_sets set state = 'done', finished_at = now(), counts = ${JSON.stringify(counts)}::jsonb,
    files = ${JSON.stringify(kept)}::jsonb where id = ${setId}`);
}

function emptyCounts({ file, register, staged, problem }: Staged): FileCounts {
  return {
    file: file.name,
    kind: register.code,
    rows: staged?.rows ?? 0,
    new: 0,
    changed: 0,
    same: 0,
    voided: 0,
    refused: {},
    refusedRows: 0,
    issues: {},
    skipped: staged?.skipped ?? 0,
    ignored: staged?.ignored ?? [],
    ...(problem === undefined ? {} : { problem }),
  };
}

async function countAll(tx: Tx, staged: readonly Staged[], registers: readonly RegisterDefinition[]) {
  const counts = staged.map(emptyCounts);
  for (const register of registers) {
    const { changes, codes } = await countChanges(tx, register);
    for (const { fileNo, ...numbers } of changes) Object.assign(counts[fileNo] as FileCounts, numbers);
    for (const { fileNo, code, count } of codes) (counts[fileNo] as FileCounts).refused[code] = count;
  }
  return counts;
}

/** Of files that were taken; a preview keeps nothing. */
async function keepAllRefused(tx: Tx, keys: Keys, { signal }: SetRequest, files: readonly Staged[], setId: number) {
  const kept = new Set<RegisterDefinition>();
  for (const [fileNo, { file, register, staged }] of files.entries()) {
    if (!staged) continue;
    await stageRefused(tx, register, file, fileNo, { keys, signal });
    kept.add(register);
  }
  for (const register of kept) await keepRefused(tx, register, setId);
}

type Written = { registers: readonly RegisterDefinition[]; setId: number; files: FileCounts[] };

/** Doubts are asked once all registers are written: many ask about rows of others. */
async function countIssues(tx: Tx, { doubts = [] }: SetRequest, { registers, setId, files }: Written): Promise<void> {
  for (const register of registers)
    for (const doubt of doubts.filter(({ register: code }) => code === register.code))
      for (const { fileNo, count } of await countDoubts(tx, register, doubt, setId))
        (files[fileNo] as FileCounts).issues[doubt.code] = count;
  for (const register of registers.filter(({ person }) => person))
    for (const { fileNo, count } of await countOtherNames(tx, register))
      (files[fileNo] as FileCounts).issues['name-differs'] = count;
}

async function withRefusals(tx: Tx, files: readonly FileCounts[], registers: readonly RegisterDefinition[]) {
  const shown = files.map((file) => ({ ...file, refusals: [] as FirstRefusal[] }));
  for (const register of registers)
    for (const { fileNo, ...refusal } of await firstRefusals(tx, register)) shown[fileNo]?.refusals.push(refusal);
  return shown;
}

async function importInto(tx: Tx, keys: Keys, request: SetRequest): Promise<SetResult> {
  await lockSets(tx);
  const staged = await stageAll(tx, keys, request);
  const setId = request.setId ?? (await addSet(tx, staged));
  const registers = [...new Set(staged.map(({ register }) => register))];
  for (const register of registers) await makeSetRows(tx, register);
  const { catalogue, subjects, figures } = request;
  await judgeSet(tx, { catalogue, registers }, { keys, subjects, figures });
  for (const register of registers) await settleChanges(tx, register);
  const files = await countAll(tx, staged, registers);
  if (!request.preview) await keepAllRefused(tx, keys, request, staged, setId);
  for (const register of registers) await applySet(tx, register, setId);
  await countIssues(tx, request, { registers, setId, files });
  const shown = await withRefusals(tx, files, registers);
  await endSet(tx, setId, staged, shown);
  return { setId, files, shown };
}

/** Imports or previews a set of files. Refused files are part of the answer; so are the codes of refused rows. */
export async function importSet(db: Database, keys: Keys, actor: Actor, request: SetRequest): Promise<SetResult> {
  try {
    const result = await db.bulk(actor, async (tx) => {
      const done = await importInto(tx, keys, request);
      if (request.preview) throw new PreviewOnly(done);
      return {
        result: done,
        audit: { operation: 'registers.import', subjectKind: 'register-set', subjectId: done.setId, after: done.files },
      };
    });
    const tables = [...new Set(request.files.flatMap(({ register }) => request.catalogue.find(register)?.table ?? []))];
    if (tables.length > 0) await db.tidy(...tables);
    return result;
  } catch (error) {
    if (error instanceof PreviewOnly) return error.result;
    throw error;
  }
}
