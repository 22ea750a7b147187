// The rows of a set as they would stand: every staged row beside the record its key finds, column by column. A column the file does
// not have, and a secret cell given as `*`, stay as they are; an empty cell empties.

import { sql } from 'kysely';
import { REGION_CODE } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../db.ts';
import { type Column, columnOf, columnsOf, hasBit, sameKey } from './columns.ts';
import { stagedTable } from './stage.ts';

/** Rows of the set, merged with what is stored. */
export function setTable({ table }: RegisterDefinition): string {
  return `set_${table}`;
}

/** Reasons against rows of the set: one row for each, by `ord`; `at` is the column's place. */
export function refusalTable({ table }: RegisterDefinition): string {
  return `refused_${table}`;
}

/** Rows of the set that no reason speaks against and that are the first of their key. */
export function stands(register: RegisterDefinition, alias: string): string {
  return `${alias}.repeats is null and not exists (select from ${refusalTable(register)} r where r.ord = ${alias}.ord)`;
}

function isCast({ copied }: Column): boolean {
  return copied === 'literal';
}

/** The column as it would stand; an empty 作废 leaves the record as it is. */
function mergedValue(column: Column): string {
  const { name, column: as, type } = column;
  const staged = isCast(column) ? `s.${as}::${type}` : `s.${as}`;
  if (name === 'voided') return `coalesce(s.voided, c.voided, false)`;
  return `case when ${hasBit('s.said', column)} then ${staged} else c.${as} end`;
}

/** The region a row names, or the whole region; where a row of another register or a household tells it, it is found later. */
function placeSql(register: RegisterDefinition): string {
  const places = columnsOf(register).filter(({ field }) => field.role === 'place' || field.role === 'gives-place');
  if (places.length === 0) return `${REGION_CODE}`;
  const regions = places.filter(({ field }) => field.kind === 'region-code');
  return regions.length === 0 ? 'null::bigint' : `coalesce(${regions.map(mergedValue).join(', ')})`;
}

/** What is kept of whom a row speaks of, beside the register's own columns. */
export function subjectColumns({ person }: RegisterDefinition): string[] {
  return person ? ['person_id', 'outsider_key'] : [];
}

function subjectSql(register: RegisterDefinition): string {
  const kept = subjectColumns(register).map((column) => `c.${column}, `);
  return kept.length === 0 ? '' : `${kept.join('')}null::int as birth, false as name_differs, `;
}

/** What the row does, should it stand: `new`, `voided`, `changed` or `same`. */
function changeSql(register: RegisterDefinition): string {
  const columns = columnsOf(register);
  const voided = mergedValue(columnOf(register, 'voided'));
  const merged = columns.map(mergedValue).join(', ');
  const stored = columns.map(({ column }) => `c.${column}`).join(', ');
  return `case when c.id is null then 'new' when ${voided} and not c.voided then 'voided'
    when (${merged}) is distinct from (${stored}) then 'changed' else 'same' end`;
}

/** Key columns are compared as they were read: a key is never cast. */
function keyOfStaged(register: RegisterDefinition): string {
  return sameKey(register, 'c', 's');
}

/**
 * Makes `set_…` and `refused_…` with the reasons the workers found. Columns beside the register's own: ord, line, said, unread,
 * starred, record_id, old_county, old_place, was_voided, place_code, change, repeats (`ord` of the row it repeats).
 */
export async function makeSetRows(tx: Tx, register: RegisterDefinition): Promise<void> {
  const { table } = register;
  const staged = stagedTable(register);
  const rows = setTable(register);
  const refused = refusalTable(register);
  const key = register.key.map((name) => columnOf(register, name).column).join(', ');
  // A register may be judged again in one transaction: what was judged before is over.
  await tx.script(`
    analyze ${staged};
    drop table if exists pg_temp.${rows}, pg_temp.${refused};
    create temp table ${rows} on commit drop as
      select s.ord, s.line, s.said, s.unread, s.starred, c.id as record_id, c.county_code as old_county,
        c.place_code as old_place, c.voided as was_voided, ${placeSql(register)} as place_code, ${changeSql(register)} as change,
        null::bigint as repeats, ${subjectSql(register)}${columnsOf(register)
          .map((column) => `${mergedValue(column)} as ${column.column}`)
          .join(', ')}
      from ${staged} s left join ${table} c on ${keyOfStaged(register)};
    create temp table ${refused} (ord bigint not null, at int not null, code text not null) on commit drop;
    insert into ${refused} select s.ord, split_part(one, ':', 1)::int, split_part(one, ':', 2)
      from ${staged} s, unnest(string_to_array(s.codes, ',')) one where s.codes is not null;
    drop table ${staged};
    create index on ${rows} (ord);
    create index on ${rows} (${key});
    create index on ${rows} (record_id) where record_id is not null;
    create index on ${refused} (ord);
    analyze ${rows}, ${refused};`);
}

/** Adds reasons: `select ord, at, code`. Answers how many were new. */
export async function refuse(tx: Tx, register: RegisterDefinition, select: string): Promise<number> {
  const refused = refusalTable(register);
  const found = await tx.rows<{ count: number }>(
    sql.raw(`with found as (${select}),
      added as (insert into ${refused} (ord, at, code) select distinct f.ord, f.at, f.code from found f (ord, at, code)
        where not exists (select from ${refused} r where r.ord = f.ord and r.at = f.at and r.code = f.code) returning 1)
      select count(*)::int as count from added`),
  );
  return found[0]?.count ?? 0;
}
