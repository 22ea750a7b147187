// One record under two keys, made one: everything that refers to the first refers to the second from now on. Kept as a set of its own, as an
// import is, so that its versions are found, and it is taken back the same way.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import { type Catalogue, referenceColumns } from '../../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import { columnOf } from '../columns.ts';
import type { ShownCounts } from '../import-set.ts';
import { lockSets } from '../sets.ts';

/** Columns of a register that hold the key of the record: those of its references, and of references to rows whose key holds it. */
type Touched = { register: RegisterDefinition; columns: string[] };

/** All of them: by the definitions alone. The record's register has one key column. */
export function touchedBy(catalogue: Catalogue, merged: RegisterDefinition): Touched[] {
  const found = new Map<RegisterDefinition, Set<string>>();
  const waiting: [RegisterDefinition, string][] = [[merged, merged.key[0] ?? '']];
  for (const [target, key] of waiting)
    for (const { register, field } of catalogue.referringTo(target.code)) {
      const own = referenceColumns(register, field, target).find((pair) => pair.key === key)?.own;
      const known = found.get(register) ?? new Set<string>();
      if (own === undefined || known.has(own)) continue;
      found.set(register, known.add(own));
      if (register.key.includes(own)) waiting.push([register, own]);
    }
  return [...found].map(([register, names]) => ({
    register,
    columns: [...names].map((name) => columnOf(register, name).column),
  }));
}

const refers = (columns: readonly string[], from: string): RawBuilder<unknown> =>
  sql`(${sql.join(
    columns.map((column) => sql`${sql.ref(`t.${column}`)} = ${from}`),
    sql` or `,
  )})`;

/** With the new key the row `t` would be one that is there already: two rows of one kind of thing. */
function isTaken({ register, columns }: Touched, from: string, to: string): RawBuilder<unknown> {
  const keys = register.key.map((name) => columnOf(register, name).column);
  if (!keys.some((key) => columns.includes(key))) return sql`false`;
  const same = keys.map((key) => {
    const own = sql.ref(`t.${key}`);
    const wanted = columns.includes(key) ? sql`case when ${own} = ${from} then ${to} else ${own} end` : own;
    return sql`${sql.ref(`o.${key}`)} is not distinct from ${wanted}`;
  });
  return sql`exists (select from ${sql.raw(register.table)} o where ${sql.join(same, sql` and `)})`;
}

export type MergeCount = { register: string; title: string; rows: number; taken: number; outside: number };

/** Rows that would be moved, those whose place is taken, and those that lie outside the range: read as the owner. */
export async function countMerge(
  tx: Tx,
  { catalogue, merged, from, to, range: { low, high } }: Merge & { range: RegionRange },
): Promise<MergeCount[]> {
  const counts: MergeCount[] = [];
  for (const touched of touchedBy(catalogue, merged)) {
    const { register, columns } = touched;
    const found = await tx.first(sql<{ rows: number; taken: number; outside: number }>`
      select count(*)::int as rows, (count(*) filter (where ${isTaken(touched, from, to)}))::int as taken,
        (count(*) filter (where t.place_code not between ${low} and ${high}))::int as outside
      from ${sql.raw(register.table)} t where ${refers(columns, from)}`);
    if (found && found.rows > 0) counts.push({ register: register.code, title: register.title, ...found });
  }
  return counts;
}

export type Merge = { catalogue: Catalogue; merged: RegisterDefinition; from: string; to: string };

const emptyCounts = (file: string, kind: string): ShownCounts => ({
  ...{ file, kind, rows: 0, new: 0, changed: 0, same: 0, voided: 0 },
  ...{ refused: {}, refusedRows: 0, issues: {}, skipped: 0, ignored: [] },
});

/** Rows of one register: what was there is kept, those whose place is taken are voided, the others moved. */
async function moveRows(tx: Tx, touched: Touched & Merge, setId: number, fileNo: number, reason: string) {
  const { register, columns, from, to } = touched;
  const own = sql.raw(register.table);
  const { name, accountId } = tx.actor;
  await tx.run(sql`create temp table merged_rows on commit drop as
    select t.county_code, t.id, ${isTaken(touched, from, to)} as taken from ${own} t where ${refers(columns, from)}`);
  await tx.run(sql`insert into register_versions
      (register, county_code, record_id, place_code, recorded_at, replaced_at, replaced_set_id, content)
    select ${register.code}, t.county_code, t.id, ${register.shared ? sql`null` : sql`t.place_code`}, t.recorded_at, now(), ${setId}::int, to_jsonb(t)
    from ${own} t join merged_rows m on m.county_code = t.county_code and m.id = t.id`);
  const origin = sql`recorded_at = now(), recorded_by = ${name}, account_id = ${accountId}::bigint, set_id = ${setId}::int,
    file_no = ${fileNo}::int, line = null`;
  const voided = await tx.run(sql`update ${own} t set voided = true, void_reason = ${reason}, ${origin}
    from merged_rows m where m.taken and m.county_code = t.county_code and m.id = t.id`);
  const moved = columns.map(
    (column) =>
      sql`${sql.ref(column)} = case when ${sql.ref(`t.${column}`)} = ${from} then ${to} else ${sql.ref(`t.${column}`)} end`,
  );
  const changed = await tx.run(sql`update ${own} t set ${sql.join(moved)}, ${origin}
    from merged_rows m where not m.taken and m.county_code = t.county_code and m.id = t.id`);
  await tx.script('drop table merged_rows');
  return { rows: voided + changed, changed, voided };
}

/** The record itself: voided, with what it became. */
async function voidMerged(tx: Tx, { merged, from }: Merge, setId: number, fileNo: number, reason: string) {
  const key = columnOf(merged, merged.key[0] ?? '').column;
  const { name, accountId } = tx.actor;
  await tx.run(sql`insert into register_versions
      (register, county_code, record_id, place_code, recorded_at, replaced_at, replaced_set_id, content)
    select ${merged.code}, t.county_code, t.id, ${merged.shared ? sql`null` : sql`t.place_code`}, t.recorded_at, now(), ${setId}::int, to_jsonb(t)
    from ${sql.raw(merged.table)} t where ${sql.ref(`t.${key}`)} = ${from} and t.set_id is distinct from ${setId}`);
  return tx.run(sql`update ${sql.raw(merged.table)} t set voided = true, void_reason = ${reason}, recorded_at = now(), recorded_by = ${name},
      account_id = ${accountId}::bigint, set_id = ${setId}::int, file_no = ${fileNo}::int, line = null
    where ${sql.ref(`t.${key}`)} = ${from}`);
}

/**
 * Moves all references and voids the record, in the actor's area: whether all lies in it is asked beforehand. Answers the set, by which it is
 * taken back, and what was moved.
 */
export async function mergeRecord(tx: Tx, merge: Merge, { words, reason }: { words: string; reason: string }) {
  await lockSets(tx);
  const touched = touchedBy(merge.catalogue, merge.merged);
  const registers = [...touched.map(({ register }) => register), merge.merged];
  const files = registers.map(({ code }) => ({ name: words, register: code, header: [] }));
  const { accountId, name, areaCode } = tx.actor;
  const made = await tx.first<{ id: number }>(sql`
    insert into register_sets (account_id, account_name, region_code, state, files, request, finished_at)
    values (${accountId}, ${name}, ${areaCode}, 'done', ${JSON.stringify(files)}::jsonb,
      ${JSON.stringify({ merged: merge.merged.code, from: merge.from, to: merge.to })}::jsonb, now()) returning id`);
  const setId = made?.id ?? 0;
  const counts = [];
  for (const [fileNo, each] of touched.entries())
    counts.push({
      ...emptyCounts(words, each.register.code),
      ...(await moveRows(tx, { ...each, ...merge }, setId, fileNo, reason)),
    });
  const voided = await voidMerged(tx, merge, setId, touched.length, reason);
  counts.push({ ...emptyCounts(words, merge.merged.code), rows: voided, voided });
  const shown = counts.filter(({ rows }) => rows > 0);
  await tx.run(sql`update register_sets set counts = ${JSON.stringify(shown)}::jsonb where id = ${setId}`);
  return { setId, moved: Object.fromEntries(shown.map(({ kind, rows }) => [kind, rows])) };
}
