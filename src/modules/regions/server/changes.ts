// Carries out changes of regions: the codes, what lies in them, and the entry that later readers follow.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { ChangeCounts } from '../domain/contract.ts';
import { endsOld, type KnownRegion, parentCodeOf, type RegionChange, refuseChange } from '../domain/region-change.ts';
import { everydayName } from '../domain/village-name.ts';
import type { RegionMove, RegionsHooks } from './hooks.ts';
import { spell } from './spell-region.ts';
import '../domain/problems.ts';

async function findKnown(tx: Tx, code: number): Promise<KnownRegion | undefined> {
  return tx.first(sql<KnownRegion>`
    select code, name, level, valid_to is null as is_open, successor_code from regions where code = ${code}`);
}

async function isRecorded(tx: Tx, { kind, oldCode, newCode, effectiveOn }: RegionChange): Promise<boolean> {
  const row = await tx.first(sql`select 1 from region_changes where old_code = ${oldCode} and new_code = ${newCode}
    and kind = ${kind} and effective_on = ${effectiveOn}::date`);
  return row !== undefined;
}

/** Throws what stands in the way of the change; answers the old region and the one of the new code, if it is there. */
async function look(tx: Tx, change: RegionChange, today: string) {
  const before = await findKnown(tx, change.oldCode);
  const after = await findKnown(tx, change.newCode);
  const refusal = refuseChange(change, { before, after, today });
  if (refusal) throw new Problem(refusal.code, refusal.details);
  const { low, high } = tx.actor.range;
  for (const code of [change.oldCode, change.newCode])
    if (code < low || code > high) throw new Problem('regions.not-found', { code });
  if (!before) throw new Problem('regions.not-found', { code: change.oldCode });
  return { before, after };
}

async function open(tx: Tx, change: RegionChange, level: RegionLevel, name: string): Promise<void> {
  const parent = parentCodeOf(change.newCode, level);
  const above = await findKnown(tx, parent);
  if (!above?.isOpen) throw new Problem('regions.no-parent', { code: parent });
  const { pinyin, initials } = spell(everydayName(name));
  await tx.run(sql`insert into regions (code, parent_code, level, name, official_name, kind, pinyin, initials, valid_from, imported)
    values (${change.newCode}, ${parent}, ${level}, ${everydayName(name)}, ${name}, ${level === 'village' ? 'village' : ''},
      ${pinyin}, ${initials}, ${change.effectiveOn}, true)`);
}

async function rename(tx: Tx, code: number, name: string): Promise<void> {
  const { pinyin, initials } = spell(everydayName(name));
  await tx.run(sql`update regions set name = ${everydayName(name)}, official_name = ${name}, pinyin = ${pinyin},
    initials = ${initials}, imported = true where code = ${code}`);
}

/** The old code ends on the day, and it and all that had led to it lead to the new one. */
async function end(tx: Tx, { oldCode, newCode, effectiveOn }: RegionChange): Promise<void> {
  await tx.run(sql`update regions set valid_to = ${effectiveOn}, imported = true where code = ${oldCode}`);
  await tx.run(
    sql`update regions set successor_code = ${newCode} where code = ${oldCode} or successor_code = ${oldCode}`,
  );
}

/** A township that ended has no village left in it. Throws `regions.villages-left`. */
async function checkEmptied(tx: Tx, codes: number[]): Promise<void> {
  const left = await tx.first(sql<{ name: string; villages: number }>`
    select t.name, count(*)::int as villages from regions t join regions v on v.parent_code = t.code and v.valid_to is null
    where t.code = any(${codes}::bigint[]) and t.successor_code is not null group by t.code, t.name limit 1`);
  if (left) throw new Problem('regions.villages-left', left);
}

export type Changed = { changes: number; moved: ChangeCounts };

export const NOTHING_COUNTED: ChangeCounts = {
  households: 0,
  persons: 0,
  cases: 0,
  clues: 0,
  warnings: 0,
  accounts: 0,
};

/** Sums of what lies in several regions. */
export function addCounts(all: Iterable<ChangeCounts>): ChangeCounts {
  const sum = { ...NOTHING_COUNTED };
  for (const each of all) for (const key of Object.keys(sum) as (keyof ChangeCounts)[]) sum[key] += each[key];
  return sum;
}

type Options = {
  /** ISO. */
  today: string;
  hooks: RegionsHooks;
  /** Names before a file that came with the changes put in its own. */
  namesBefore?: ReadonlyMap<number, string>;
};

/**
 * Makes the changes in their order; those recorded before are passed over, so that a file may come twice. Throws the problems
 * of `refuseChange`; nothing is changed then. Answers what was made and the audit entries of it.
 */
export async function applyChanges(
  tx: Tx,
  changes: readonly RegionChange[],
  { today, hooks, namesBefore }: Options,
): Promise<{ result: Changed; audit: AuditEntry[] }> {
  const fresh: { change: RegionChange; oldName: string; newName: string }[] = [];
  for (const change of changes) {
    if (await isRecorded(tx, change)) continue;
    const { before, after } = await look(tx, change, today);
    const oldName = namesBefore?.get(change.oldCode) ?? before.name;
    const newName = change.newName ?? after?.name ?? before.name;
    if (change.kind === 'rename') await rename(tx, change.oldCode, newName);
    else if (!after) await open(tx, change, before.level, newName);
    if (endsOld(change.kind)) await end(tx, change);
    fresh.push({ change, oldName, newName: everydayName(newName) });
  }
  const ending = fresh.map(({ change }) => change).filter(({ kind }) => endsOld(kind));
  const codes = ending.map(({ oldCode }) => oldCode);
  await checkEmptied(tx, codes);
  const counts = codes.length === 0 ? new Map<number, ChangeCounts>() : await hooks.count(tx, codes);
  if (codes.length > 0) await hooks.onMoved(tx, await movesOf(tx, ending));
  for (const { change, oldName, newName } of fresh)
    await tx.run(sql`
      insert into region_changes (old_code, new_code, kind, effective_on, document, old_name, new_name, counts, account_name)
      values (${change.oldCode}, ${change.newCode}, ${change.kind}, ${change.effectiveOn}, ${change.document}, ${oldName}, ${newName},
        ${JSON.stringify(counts.get(change.oldCode) ?? {})}::jsonb, ${tx.actor.name})`);
  return {
    result: { changes: fresh.length, moved: addCounts(counts.values()) },
    audit: fresh.map(({ change, oldName, newName }) => ({
      operation: 'regions.apply-changes',
      subjectKind: 'region',
      subjectId: change.oldCode,
      regionCode: change.newCode,
      reason: change.document,
      before: { code: change.oldCode, name: oldName },
      after: {
        kind: change.kind,
        code: change.newCode,
        name: newName,
        onDate: change.effectiveOn,
        ...counts.get(change.oldCode),
      },
    })),
  };
}

/** A file may say A → B and B → C: what lies in A then goes to C at once. */
async function movesOf(tx: Tx, ending: readonly RegionChange[]): Promise<RegionMove[]> {
  const rows = await tx.rows(sql<{ code: number; successorCode: number }>`
    select code, successor_code from regions where code = any(${ending.map(({ oldCode }) => oldCode)}::bigint[])`);
  const today = new Map(rows.map(({ code, successorCode }) => [code, successorCode]));
  return ending.map(({ oldCode, newCode, effectiveOn, document }) => ({
    ...{ oldCode, effectiveOn, document },
    newCode: today.get(oldCode) ?? newCode,
  }));
}

export type PreviewedChange = RegionChange & ChangeCounts & { oldName: string; shownName: string };

/** What would be moved by each change. Throws what `applyChanges` would throw of a single one. */
export async function previewChanges(
  tx: Tx,
  changes: readonly RegionChange[],
  { today, hooks }: Options,
): Promise<PreviewedChange[]> {
  const looked: Omit<PreviewedChange, keyof ChangeCounts>[] = [];
  for (const change of changes) {
    const { before, after } = await look(tx, change, today);
    looked.push({ ...change, oldName: before.name, shownName: change.newName ?? after?.name ?? before.name });
  }
  const counts = await hooks.count(
    tx,
    looked.map(({ oldCode }) => oldCode),
  );
  return looked.map((change) => ({ ...change, ...(counts.get(change.oldCode) ?? NOTHING_COUNTED) }));
}

export type RecordedChange = Omit<RegionChange, 'newName'> & {
  id: number;
  oldName: string;
  newName: string;
  counts: Partial<ChangeCounts>;
  accountName: string;
  at: string;
};

/** Newest first, `limit` at most; those before `before`, an id. */
export async function listChanges(
  tx: Tx,
  { range, before, limit }: { range: { low: number; high: number }; before: number; limit: number },
): Promise<RecordedChange[]> {
  return tx.rows(sql<RecordedChange>`
    select id, kind, old_code, new_code, effective_on, document, old_name, new_name, counts, account_name, at
    from region_changes
    where id < ${before} and (old_code between ${range.low} and ${range.high} or new_code between ${range.low} and ${range.high})
    order by id desc limit ${limit}`);
}
