// The table of each dataset, made from its definition: rows as they were read, and the person each was matched to.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { FEEDS } from '../domain/datasets/index.ts';
import { type ColumnKind, type FeedColumn, type FeedDefinition, feedTable } from '../domain/feed-definition.ts';

const SQL_TYPES: Record<ColumnKind, string> = {
  id: '',
  name: '',
  village: 'bigint',
  date: 'date',
  month: 'date',
  year: 'smallint',
  'school-year': 'smallint',
  amount: 'bigint',
  list: 'smallint',
  serial: 'text',
  text: 'text',
};

export type StoredColumn = { name: string; type: string; column: FeedColumn };

/** The columns of a definition that are kept as they are, with their SQL names and types. */
export function storedColumns(definition: FeedDefinition): StoredColumn[] {
  return definition.columns.flatMap((column) => {
    if (column.kind === 'id' || column.kind === 'name') return [];
    const name = column.kind === 'village' ? 'village_code' : column.field;
    if (!name || !/^[a-z_]+$/.test(name))
      throw new Error(`${definition.code}: column ${column.title} needs a field name`);
    return [{ name, type: SQL_TYPES[column.kind], column }];
  });
}

/** The column of serial numbers, where the dataset has one. */
export function serialColumn(definition: FeedDefinition): string | undefined {
  return definition.columns.find((column) => column.kind === 'serial')?.field;
}

export function hasSerial(definition: FeedDefinition): boolean {
  return serialColumn(definition) !== undefined;
}

/**
 * Serial numbers are looked up by a hash, written where the file is read, and then compared: sorting and indexing millions of
 * texts takes several times as long.
 */
const SERIAL_HASH = { name: 'serial_hash', type: 'int' };

/** Whether the rows `a` and `b` have one serial number, as SQL. */
export function sameSerial(serial: string, a: string, b: string): string {
  return `${a}.${SERIAL_HASH.name} = ${b}.${SERIAL_HASH.name} and ${a}.${serial} = ${b}.${serial}`;
}

/** Columns of a row that are made where the file is read, in the order in which they are written. */
export function readColumns(definition: FeedDefinition): { name: string; type: string }[] {
  return [...storedColumns(definition), ...(hasSerial(definition) ? [SERIAL_HASH] : [])];
}

/** Column names and types of `feed_<dataset>` in order, without the partition column. */
export function feedColumns(definition: FeedDefinition): { name: string; type: string }[] {
  const person =
    definition.subject === 'person'
      ? [
          { name: 'county_code', type: 'int' },
          { name: 'household_id', type: 'bigint' },
          { name: 'person_id', type: 'bigint' },
          { name: 'method', type: 'text' },
          { name: 'name_differs', type: 'boolean' },
        ]
      : [];
  return [
    { name: 'batch_id', type: 'int' },
    { name: 'line', type: 'int' },
    ...person,
    ...readColumns(definition),
    ...(hasSerial(definition) ? [{ name: 'counts', type: 'boolean' }] : []),
  ];
}

/** What every partition is indexed by: whom a row is about, and its serial number. */
export function feedIndexes(definition: FeedDefinition): { name: string; on: string }[] {
  return [
    { name: 'subject', on: `(${definition.subject === 'person' ? 'household_id' : 'village_code'})` },
    // Hardly two are alike: looking for equal ones while the index is built takes time and finds nothing.
    ...(hasSerial(definition) ? [{ name: 'serial', on: `(${SERIAL_HASH.name}) with (deduplicate_items = off)` }] : []),
  ];
}

function createStatements(definition: FeedDefinition): string {
  const table = feedTable(definition);
  const columns = feedColumns(definition);
  const visible =
    definition.subject === 'person'
      ? `exists (select from households h where h.county_code = ${table}.county_code and h.id = ${table}.household_id)`
      : `(village_code between area_low() and area_high() or exists (select from regions r
          where r.code = ${table}.village_code and r.successor_code between area_low() and area_high()))`;
  return `
    create table ${table} (part int, ${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})
      partition by list (part);
    comment on table ${table} is '${definition.title}';
    create table ${table}_p0 partition of ${table} for values in (0);
    ${feedIndexes(definition)
      .map(({ name, on }) => `create index ${table}_${name} on ${table} ${on};`)
      .join('\n')}
    create index ${table}_p0_batch on ${table}_p0 (batch_id, line);
    alter table ${table} enable row level security;
    create policy ${table}_area on ${table} for select to shouwang_app using (${visible});
    grant select on ${table} to shouwang_app;
    ${definition.subject === 'person' ? `select mark_feed_of('${table}');` : ''}`;
}

/** Makes the tables of datasets that have none yet and adds columns a definition gained. Never drops anything. */
export async function ensureFeedTables(tx: Tx): Promise<string[]> {
  const made: string[] = [];
  for (const definition of FEEDS) {
    const table = feedTable(definition);
    const present = await tx.rows<{ columnName: string }>(
      sql`select column_name from information_schema.columns where table_schema = 'public' and table_name = ${table}`,
    );
    if (present.length === 0) {
      await tx.script(createStatements(definition));
      made.push(table);
      continue;
    }
    const names = new Set(present.map((column) => column.columnName));
    for (const { name, type } of feedColumns(definition))
      if (!names.has(name)) await tx.script(`alter table ${table} add column ${name} ${type}`);
    if (hasSerial(definition) && !names.has(SERIAL_HASH.name)) await fillSerialHash(tx, definition);
  }
  return made;
}

/** For tables made before there was the column, when the index was by an expression. */
async function fillSerialHash(tx: Tx, definition: FeedDefinition): Promise<void> {
  const table = feedTable(definition);
  await tx.script(`
    update ${table} set ${SERIAL_HASH.name} = hashtext(${serialColumn(definition)});
    drop index ${table}_serial;
    create index ${table}_serial on ${table} (${SERIAL_HASH.name});`);
}
