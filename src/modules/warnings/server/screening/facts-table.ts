// The table of facts: one part a day, of which the newest are kept.

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { FACTS } from '../../domain/facts.ts';
import { listStanding } from './screening-area.ts';

export const FACT_TYPES = {
  fen: 'bigint',
  persons: 'int',
  days: 'int',
  grade: 'int',
  'yes-no': 'boolean',
  count: 'int',
} as const;

export function factsPartition(asOf: string): string {
  return `facts_${asOf.replaceAll('-', '')}`;
}

/** Makes the table of facts, and adds the columns of facts that came later. */
export async function ensureFactsTable(tx: Tx): Promise<void> {
  const present = await tx.rows<{ columnName: string }>(
    sql`select column_name from information_schema.columns where table_schema = 'public' and table_name = 'facts'`,
  );
  if (present.length === 0)
    await tx.script(`
      create table facts (as_of date, county_code int, household_id bigint, village_code bigint,
        ${FACTS.map(({ name, unit }) => `${name} ${FACT_TYPES[unit]}`).join(', ')}) partition by list (as_of);
      comment on table facts is '指标快照';
      create index facts_household on facts (household_id);
      alter table facts enable row level security;
      create policy facts_area on facts for select to shouwang_app using (village_code between area_low() and area_high());
      grant select on facts to shouwang_app;`);
  const names = new Set(present.map((column) => column.columnName));
  if (present.length > 0)
    for (const { name, unit } of FACTS)
      if (!names.has(name)) await tx.script(`alter table facts add column ${name} ${FACT_TYPES[unit]}`);
}

/** The table of facts of a day, should it have none yet: for screenings of a part of the region. */
export async function openFactsPartition(tx: Tx, asOf: string): Promise<void> {
  await tx.script(`create table if not exists ${factsPartition(asOf)} partition of facts for values in ('${asOf}')`);
}

/**
 * Facts of older days are dropped: their warnings keep the evidence, and they can be built again. The days that stand
 * somewhere stay, however many newer ones others have screened.
 */
export async function dropOldFacts(tx: Tx, keep: number): Promise<void> {
  const standing = new Set((await listStanding(tx)).map(({ asOf }) => factsPartition(asOf)));
  const old = await tx.rows<{ name: string }>(sql`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'facts'::regclass order by c.relname desc offset ${keep}`);
  for (const { name } of old) if (!standing.has(name)) await tx.script(`drop table ${name}`);
}
