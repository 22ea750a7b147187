// Indexes that lists of registers stand on. They follow from the definition: which fields filter, and which are looked through.
// Made when the program starts; where a definition changed, the index is made anew.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import { type Column, columnsOf } from '../columns.ts';

/** Columns that texts are looked for in; the first is what a list is sorted by: a name rather than the key, which has its index. */
export function foundColumns(register: RegisterDefinition): Column[] {
  const isKey = ({ name }: Column) => register.key.includes(name);
  const found = columnsOf(register).filter(({ field }) => field.find && !field.secret);
  return [...found.filter((column) => !isKey(column)), ...found.filter(isKey)];
}

/** A key alone has its own index; an entry has room for some 2,600 bytes: three texts of 200 letters, no long one. */
function areIndexed(found: readonly Column[], { key }: RegisterDefinition): boolean {
  const isKey = found.length === 1 && key.length === 1 && key[0] === found[0]?.name;
  return !isKey && found.length > 0 && found.length <= 3 && found.every(({ field }) => field.kind === 'text');
}

/** By name. Small: rows of a place and the same codes are one entry with many row numbers. */
export function listIndexes(register: RegisterDefinition): Map<string, string> {
  const { table } = register;
  const filters = columnsOf(register).filter(({ field }) => field.filter && !field.secret);
  const found = foundColumns(register);
  const index = (columns: readonly string[]) => `on ${table} (${columns.join(', ')}) where not voided`;
  return new Map([
    [`${table}_lists`, index(['place_code', ...filters.map(({ column }) => column)])],
    ...(areIndexed(found, register) ? [[`${table}_found`, index(found.map(({ column }) => column))] as const] : []),
  ]);
}

/** Makes what is missing or was made for another definition; answers the names of what it made. */
export async function ensureListIndexes(tx: Tx, registers: readonly RegisterDefinition[]): Promise<string[]> {
  const wanted = registers.flatMap((register) => [...listIndexes(register)]);
  const stored = await tx.rows(sql<{ name: string; made: string | null }>`
    select relname::text as name, obj_description(oid, 'pg_class') as made from pg_class
    where relkind = 'i' and relname = any(${wanted.map(([name]) => name)}::text[])`);
  const made = new Map(stored.map(({ name, made }) => [name, made]));
  const changed = wanted.filter(([name, definition]) => made.get(name) !== definition);
  for (const [name, definition] of changed)
    await tx.script(
      `drop index if exists ${name}; create index ${name} ${definition}; comment on index ${name} is '${definition}'`,
    );
  return changed.map(([name]) => name);
}
