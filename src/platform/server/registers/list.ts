// The list of a register: filtered, sorted, and paged by key.

import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import '../../../kernel/register/problems.ts';
import type { RegisterFilters, registerListInput } from '../../../kernel/register/register-contract.ts';
import type { Tx } from '../db.ts';
import { type Column, columnsOf } from './columns.ts';
import { countsSql } from './export.ts';
import type { RegionDoor } from './region-door.ts';
import { asRegisterRows, ROW_HEAD, type ShownRow, shownColumns } from './shown-row.ts';

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
      if (from ?? to) return sql`${stored} between ${from ?? '-infinity'}::date and ${to ?? 'infinity'}::date`;
      if (!z.iso.date().safeParse(value).success) throw bad();
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
  const { area, text, voided, asOf, filters: byField = {} } = filters;
  const { low, high } = tx.actor.range;
  const range = { ...(area === undefined ? {} : { area }), ...(asOf ? { asOf } : {}) };
  const parts = [sql.raw(countsSql(register, range).replace(voided ? /^not t\.voided/ : /^$/, 'true'))];
  if (!register.shared) parts.push(sql`t.place_code between ${low} and ${high}`);
  const columns = columnsOf(register);
  for (const [name, value] of Object.entries(byField)) {
    if (value === '') continue;
    const column = columns.find((one) => one.name === name && one.field.filter);
    if (!column) throw new Problem('registers.bad-filter', { what: name });
    parts.push(filterSql(column, value));
  }
  if (text) {
    const found = columns
      .filter(({ field }) => field.find)
      .map(({ column }) => sql`strpos(t.${sql.raw(column)}, ${text}) > 0`);
    parts.push(found.length > 0 ? sql`(${sql.join(found, sql` or `)})` : sql`false`);
  }
  return sql.join(parts, sql` and `);
}

type Sort = { expression: string; type: string; down: boolean };

const UNSORTED = new Set(['choices']);

function sortOf(register: RegisterDefinition, sort: string | undefined): Sort {
  if (sort === undefined) return { expression: 't.place_code', type: 'bigint', down: false };
  const name = sort.replace(/^-/, '');
  const column = columnsOf(register).find((one) => one.name === name);
  if (!column?.field.list || column.field.secret || column.field.several || UNSORTED.has(column.field.kind))
    throw new Problem('registers.bad-filter', { what: sort });
  // What is empty comes last, whichever way.
  const down = sort.startsWith('-');
  const last = down ? LEAST[column.type] : GREATEST[column.type];
  return { expression: `coalesce(t.${column.column}, ${last ?? "''"})`, type: column.type, down };
}

const GREATEST: Readonly<Record<string, string>> = {
  date: "'infinity'",
  int: '2147483647',
  bigint: '9223372036854775807',
  'numeric(21,6)': '999999999999999',
  boolean: 'true',
};
const LEAST: Readonly<Record<string, string>> = {
  date: "'-infinity'",
  int: '-2147483648',
  bigint: '-9223372036854775808',
  'numeric(21,6)': '-999999999999999',
  boolean: 'false',
};

const place = z.tuple([z.string(), z.number()]);

function readCursor(text: string | undefined): [string, number] | undefined {
  if (text === undefined) return undefined;
  try {
    return place.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('registers.bad-filter', { what: 'cursor' });
  }
}

/** Whether a place is of the type the list is sorted by, the database knows best: its data errors (class 22) mean that it is none. */
function refuseCursor(error: unknown): never {
  const isData = String((error as { code?: unknown }).code).startsWith('22');
  throw isData ? new Problem('registers.bad-filter', { what: 'cursor' }) : error;
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
  const { expression, type, down } = sortOf(register, sort);
  const where = whereSql(tx, register, input);
  const after = readCursor(cursor);
  const past = after
    ? sql`and (${sql.raw(expression)}, t.id) ${sql.raw(down ? '<' : '>')} (${after[0]}::${sql.raw(type)}, ${after[1]}::bigint)`
    : sql``;
  const page = tx.rows<ShownRow & { sortKey: string }>(sql`
    select ${sql.raw(`${ROW_HEAD}, (${expression})::text as sort_key, ${shown}`)} from ${sql.raw(register.table)} t
    where ${where} ${past} order by ${sql.raw(`${expression} ${down ? 'desc' : 'asc'}, t.id ${down ? 'desc' : 'asc'}`)} limit ${limit + 1}`);
  const rows = await (after ? page.catch(refuseCursor) : page);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const next = last ? Buffer.from(JSON.stringify([last.sortKey, last.id])).toString('base64url') : undefined;
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
