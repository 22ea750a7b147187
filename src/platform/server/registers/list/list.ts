// The list of a register: filtered, sorted, and paged by key.

import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod';
import { day } from '../../../../kernel/input.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { narrows } from '../../../../kernel/register/field.ts';
import '../../../../kernel/register/problems.ts';
import type { RegisterFilters, registerListInput } from '../../../../kernel/register/register-contract.ts';
import type { Tx } from '../../db.ts';
import { type PlaceForm, placesBy } from '../../lists/place.ts';
import { type Column, columnsOf } from '../columns.ts';
import { countsSql } from '../export.ts';
import { stateSql } from '../moves/state-sql.ts';
import type { RegionDoor } from '../region-door.ts';
import { asRegisterRows, ROW_HEAD, type ShownRow, shownColumns } from '../shown-row.ts';
import { foundColumns } from './list-indexes.ts';

const RANGE = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/;

function filterSql({ column, field, name }: Column, value: string): RawBuilder<unknown> {
  const stored = sql.raw(`t.${column}`);
  const bad = () => new Problem('registers.bad-filter', { what: `${field.title} ${value}` });
  if (field.secret) throw new Problem('registers.bad-filter', { what: name });
  switch (field.kind) {
    case 'choices':
      return sql`${stored} @> array[${value}]`;
    case 'yes-no':
      return sql`${stored} = ${value === 'true'}`;
    case 'integer':
    case 'year':
    case 'region-code':
      if (!/^-?\d{1,15}$/.test(value)) throw bad();
      return field.several
        ? sql`${Number(value)}::bigint = any (${stored})`
        : sql`${stored} = ${Number(value)}::bigint`;
    case 'day':
    case 'month': {
      const [, from, to] = RANGE.exec(value) ?? [];
      const days = from === undefined && to === undefined ? [value] : [from, to];
      if (days.some((each) => each !== undefined && !day.safeParse(each).success)) throw bad();
      if (from ?? to) return sql`${stored} between ${from ?? '-infinity'}::date and ${to ?? 'infinity'}::date`;
      return sql`${stored} = ${value}::date`;
    }
    case 'decimal':
    case 'share':
    case 'money-yuan':
    case 'money-wan':
      throw bad();
    default:
      return sql`${stored} = ${value}`;
  }
}

/** All conditions of the filters over the row `t`. */
export function whereSql(tx: Tx, register: RegisterDefinition, filters: RegisterFilters): RawBuilder<unknown> {
  const { area, text, voided, asOf, state, filters: byField = {} } = filters;
  const { low, high } = tx.actor.range;
  const range = { ...(area === undefined ? {} : { area }), ...(asOf ? { asOf } : {}) };
  const parts = [sql.raw(countsSql(register, range).replace(voided ? /^not t\.voided/ : /^$/, 'true'))];
  if (!register.shared) parts.push(sql`t.place_code between ${low} and ${high}`);
  const columns = columnsOf(register);
  for (const [name, value] of Object.entries(byField)) {
    if (value === '') continue;
    const column = columns.find((one) => one.name === name && narrows(one.field));
    if (!column) throw new Problem('registers.bad-filter', { what: name });
    parts.push(filterSql(column, value));
  }
  if (state !== undefined) {
    if (!register.states || !Object.hasOwn(register.states.names, state))
      throw new Problem('registers.bad-filter', { what: state });
    parts.push(sql`${sql.raw(stateSql(register))} = ${state}`);
  }
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const found = foundColumns(register).map(({ column }) => sql`t.${sql.raw(column)} like ${pattern}`);
    parts.push(found.length > 0 ? sql`(${sql.join(found, sql` or `)})` : sql`false`);
  }
  return sql.join(parts, sql` and `);
}

type Sort = { expression: string; type: string; form: PlaceForm; down: boolean };

const UNSORTED = new Set(['choices']);

/** By the type of a column: its form in a place, and what stands in a sort for nothing, which comes last, whichever way. */
const SORTED: Readonly<Record<string, { form: PlaceForm; least: string; greatest: string }>> = {
  date: { form: 'day', least: "'-infinity'", greatest: "'infinity'" },
  int: { form: 'int4', least: '-2147483648', greatest: '2147483647' },
  bigint: { form: 'int8', least: '-9007199254740991', greatest: '9007199254740991' },
  'numeric(21,6)': { form: 'decimal', least: '-999999999999999', greatest: '999999999999999' },
  boolean: { form: 'boolean', least: 'false', greatest: 'true' },
  text: { form: 'text', least: "''", greatest: 'chr(1114111)' },
};

function sortOf(register: RegisterDefinition, sort: string | undefined): Sort {
  if (sort === undefined) return { expression: 't.place_code', type: 'bigint', form: 'int8', down: false };
  const name = sort.replace(/^-/, '');
  const column = columnsOf(register).find((one) => one.name === name);
  const sorted = SORTED[column?.type ?? ''];
  if (!sorted || !column?.field.list || column.field.secret || column.field.several || UNSORTED.has(column.field.kind))
    throw new Problem('registers.bad-filter', { what: sort });
  const down = sort.startsWith('-');
  const { form, least, greatest } = sorted;
  const stored = `t.${column.column}`;
  // Only the column as it is has an index.
  const expression = column.field.required === true ? stored : `coalesce(${stored}, ${down ? least : greatest})`;
  return { expression, type: column.type, form, down };
}

/** A page of rows the actor may see; the first one says how many there are. */
export async function listRecords(
  tx: Tx,
  register: RegisterDefinition,
  regions: RegionDoor,
  input: z.output<typeof registerListInput>,
) {
  const { cursor, limit, sort } = input;
  const names = Object.entries(register.fields).flatMap(([name, { list }]) => (list ? [name] : []));
  const { columns, sql: shown } = shownColumns(register, names);
  const { expression, type, form, down } = sortOf(register, sort);
  const where = whereSql(tx, register, input);
  const places = placesBy(form, 'int8');
  const after = places.read(cursor);
  const past = after
    ? sql`and (${sql.raw(expression)}, t.id) ${sql.raw(down ? '<' : '>')} (${after[0]}::${sql.raw(type)}, ${after[1]}::bigint)`
    : sql``;
  const [key, way] = [sql.raw(expression), sql.raw(down ? 'desc' : 'asc')];
  // What is shown is read of the rows of the page alone: a sort carries everything it selects through all rows.
  const rows = await tx.rows<ShownRow & { sortKey: never }>(sql`
    select ${sql.raw(`${ROW_HEAD}, ${form === 'decimal' ? 'page.sort_key::text' : 'page.sort_key'} as sort_key, ${stateSql(register)} as state, ${shown}`)}
    from (select t.county_code, t.id, ${key} as sort_key from ${sql.raw(register.table)} t
      where ${where} ${past} order by ${key} ${way}, t.id ${way} limit ${limit + 1}) page
    join ${sql.raw(register.table)} t on t.county_code = page.county_code and t.id = page.id
    order by page.sort_key ${way}, page.id ${way}`);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const next = last ? places.write([last.sortKey, last.id]) : undefined;
  const total = after ? undefined : await countMatching(tx, register, where);
  return {
    items: await asRegisterRows(tx, regions, columns, items),
    ...(total === undefined ? {} : { total }),
    ...(next ? { next } : {}),
  };
}

async function countMatching(tx: Tx, { table }: RegisterDefinition, where: RawBuilder<unknown>): Promise<number> {
  const found = await tx.first<{ count: number }>(
    sql`select count(*)::int as count from ${sql.raw(table)} t where ${where}`,
  );
  return found?.count ?? 0;
}
