// References between registers, in SQL: how a row finds the one it refers to, and what it reads there.

import { type Catalogue, referenceColumns } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { columnOf } from './columns.ts';
import { setTable } from './set-rows.ts';

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
    .map((pair) => `${other}.${columnOf(target, pair.key).column} = ${own}.${columnOf(register, pair.own).column}`)
    .join(' and ');
}

/** A column of the row referred to: as it will stand when it is in the set, else as it is stored. */
function referredSql({ catalogue, registers }: JudgedSet, link: Link, path: string, own: string): string {
  const inner = (alias: string) => valueSql({ catalogue, registers }, link.target, path, alias);
  const stored = `(select ${inner('t')} from ${link.target.table} t where ${matches(link, own, 't')})`;
  if (!registers.includes(link.target)) return stored;
  return `coalesce((select ${inner('s')} from ${setTable(link.target)} s where ${matches(link, own, 's')} order by s.ord limit 1), ${stored})`;
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
  return link ? referredSql(set, link, path.slice(dot + 1), alias) : 'null';
}
