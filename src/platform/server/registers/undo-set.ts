// An import taken back: what it changed is as it was, what it brought is gone from the table. All it wrote stays as versions, so that
// a figure asked for a day in between still finds it.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import '../../../kernel/register/problems.ts';
import type { AuditEntry } from '../audit.ts';
import type { Outcome, Tx } from '../db.ts';
import { columnsOf } from './columns.ts';
import { matches } from './judge/links.ts';
import { subjectColumns } from './set-rows.ts';
import { getSet, setState } from './sets.ts';

/** Rows of the set that were changed again, or that rows of other sets refer to. */
async function countStoodOn(
  tx: Tx,
  catalogue: Catalogue,
  register: RegisterDefinition,
  setId: number,
): Promise<number> {
  const later = await tx.first<{ rows: number }>(sql`select count(distinct (county_code, record_id))::int as rows
    from register_versions where register = ${register.code} and (content ->> 'set_id')::int = ${setId}`);
  let rows = later?.rows ?? 0;
  for (const { register: other, field } of catalogue.referringTo(register.code)) {
    const link = { register: other, field, target: register };
    const found = await tx.first<{ rows: number }>(sql`select count(*)::int as rows from ${sql.raw(register.table)} t
      where t.set_id = ${setId} and not exists (select from register_versions v where v.register = ${register.code}
          and v.county_code = t.county_code and v.record_id = t.id)
        and exists (select from ${sql.raw(other.table)} o where ${sql.raw(matches(link, 'o', 't'))} and not o.voided
          and o.set_id is distinct from ${setId})`);
    rows += found?.rows ?? 0;
  }
  return rows;
}

async function takeBack(tx: Tx, register: RegisterDefinition, setId: number): Promise<number> {
  const { code, table, shared } = register;
  const own = sql.raw(table);
  const restored = [
    ...columnsOf(register).map(({ column }) => column),
    ...subjectColumns(register),
    'place_code',
    'recorded_by',
    'account_id',
    'set_id',
    'file_no',
    'line',
  ];
  await tx.run(sql`create temp table taken_back on commit drop as
    select t.county_code, t.id, v.content from ${own} t left join lateral (select content from register_versions v
      where v.register = ${code} and v.county_code = t.county_code and v.record_id = t.id and v.replaced_set_id = ${setId}
      order by replaced_at desc limit 1) v on true where t.set_id = ${setId}`);
  await tx.run(sql`insert into register_versions
      (register, county_code, record_id, place_code, recorded_at, replaced_at, replaced_set_id, content)
    select ${code}, t.county_code, t.id, ${sql.raw(shared ? 'null' : 't.place_code')}, t.recorded_at, now(), null, to_jsonb(t)
    from ${own} t join taken_back b on b.county_code = t.county_code and b.id = t.id`);
  await tx.run(sql`delete from ${own} t using taken_back b
    where b.content is null and b.county_code = t.county_code and b.id = t.id`);
  await tx.run(sql`update ${own} t set ${sql.raw(restored.map((column) => `${column} = o.${column}`).join(', '))}, recorded_at = now()
    from taken_back b, lateral jsonb_populate_record(null::${own}, b.content) o
    where b.content is not null and b.county_code = t.county_code and b.id = t.id`);
  const rows = await tx.first<{ rows: number }>(sql`select count(*)::int as rows from taken_back`);
  await tx.script('drop table taken_back');
  return rows?.rows ?? 0;
}

/** Throws `registers.import-not-ready`, `registers.import-stood-on`. As the owner: the caller has shown the set to be the actor's. */
export async function undoSet(tx: Tx, catalogue: Catalogue, setId: number): Promise<Outcome<Record<string, never>>> {
  const set = await getSet(tx, setId);
  const registers = [...new Set(set.files.map(({ register }) => register))].flatMap(
    (code) => catalogue.find(code) ?? [],
  );
  let stoodOn = 0;
  for (const register of registers) stoodOn += await countStoodOn(tx, catalogue, register, setId);
  if (stoodOn > 0) throw new Problem('registers.import-stood-on', { rows: stoodOn });
  if (!(await setState(tx, setId, { state: 'undone', from: ['done'] })))
    throw new Problem('registers.import-not-ready');
  const rows: Record<string, number> = {};
  for (const register of registers) rows[register.code] = await takeBack(tx, register, setId);
  const audit: AuditEntry = {
    operation: 'registers.undo-import',
    subjectKind: 'register-set',
    subjectId: setId,
    regionCode: set.regionCode,
    after: { rows },
  };
  return { result: {}, audit };
}
