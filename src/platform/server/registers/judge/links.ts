// References between registers, in SQL: how a row finds the one it refers to, and what it reads there.

import { type Catalogue, referenceColumns } from '../../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { columnOf } from '../columns.ts';
import { setTable, stands } from '../set-rows.ts';

/** The registers with rows in the set, and all that could be referred to. */
export type JudgedSet = { catalogue: Catalogue; registers: readonly RegisterDefinition[] };

export type Link = { register: RegisterDefinition; field: string; target: RegisterDefinition };

/** The register's references to registers there are. */
export function linksOf(register: RegisterDefinition, catalogue: Catalogue): Link[] {
  return Object.entries(register.fields).flatMap(([field, { target: code }]) => {
    const target = code === undefined ? undefined : catalogue.find(code);
    return target ? [{ register, field, target }] : [];
  });
}

/** `own` names a row that refers, `other` a row that may be meant. */
export function matches({ register, field, target }: Link, own: string, other: string): string {
  return referenceColumns(register, field, target)
    .map((pair) => {
      const [key, named] = [columnOf(target, pair.key), columnOf(register, pair.own)];
      // A reference is text; a key may be a number (条目).
      const cast = key.type === named.type ? '' : '::text';
      return `${other}.${key.column}${cast} = ${own}.${named.column}`;
    })
    .join(' and ');
}

/**
 * What `value` says of the row referred to: as it will stand when the set has it, else as it is stored; of a row that is only in the
 * set and refused, as it was handed in. Paths nest, so do aliases.
 */
export function referredSql(set: JudgedSet, link: Link, value: (alias: string) => string, own: string): string {
  const { target } = link;
  const from = (table: string, alias: string, more = '') =>
    `(select ${value(alias)} from ${table} ${alias} where ${matches(link, own, alias)}${more})`;
  const stored = from(target.table, `${own}t`);
  if (!set.registers.includes(target)) return stored;
  const rows = setTable(target);
  const alias = `${own}s`;
  const standing = from(rows, alias, ` and ${stands(target, alias)} order by ${alias}.ord limit 1`);
  return `coalesce(${standing}, ${stored}, ${from(rows, alias, ` order by ${alias}.ord limit 1`)})`;
}

/**
 * The value at a path over the row `alias`: a field, or `reference.field` of the row it refers to. Where it is empty, what counts
 * instead (`otherwise`), unless not wanted.
 */
export function valueSql(
  set: JudgedSet,
  register: RegisterDefinition,
  path: string,
  alias: string,
  { withOtherwise = true } = {},
): string {
  const dot = path.indexOf('.');
  if (dot < 0) {
    const { column, field } = columnOf(register, path);
    const own = `${alias}.${column}`;
    return withOtherwise && field.otherwise
      ? `coalesce(${own}, ${valueSql(set, register, field.otherwise, alias)})`
      : own;
  }
  const link = linksOf(register, set.catalogue).find(({ field }) => field === path.slice(0, dot));
  // A register that is not there tells nothing.
  if (!link) return 'null';
  return referredSql(set, link, (other) => valueSql(set, link.target, path.slice(dot + 1), other), alias);
}
