// From a batch's staged rows to the dataset's table, the review list and the data issues.

import { sql } from 'kysely';
import { countyOf, type RegionRange } from '../../../../kernel/region-code.ts';
import type { Actor } from '../../../../platform/server/actor.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { openIssues } from '../../../households/server/index.ts';
import { type FeedDefinition, feedTable } from '../../domain/feed-definition.ts';
import { feedColumns, feedIndexes, hasSerial, readColumns } from '../feed-tables.ts';

export type Staged = { rows: string; odd: string; repairs: string; quarantine: string };

/** Where the batch's rows go: a partition of its own (`part` is the batch), or the one that ordinary files share (0). */
export type Target = { batchId: number; part: number; table: string };

/** A file handed in for an area speaks of nobody outside it: whoever is found there counts as not found. */
export function countiesOf({ range }: Actor): RegionRange {
  return { low: countyOf(range.low), high: countyOf(range.high) };
}

/** A partition to be: what is the same in nearly every row is a default, so that it need not be sent. */
export async function makePartition(tx: Tx, definition: FeedDefinition, { table, part }: Target): Promise<void> {
  const defaults = {
    part,
    batch_id: part,
    ...(definition.subject === 'person' ? { method: `'id'`, name_differs: false } : {}),
    ...(hasSerial(definition) ? { counts: true } : {}),
  };
  const set = Object.entries(defaults).map(([column, value]) => `alter column ${column} set default ${value}`);
  // The check spares attaching a look at every row.
  await tx.script(`
    create table ${table} (like ${feedTable(definition)});
    alter table ${table} ${set.join(', ')},
      add constraint ${table}_part check (part is not null and part = ${part});`);
}

/** The indexes of the dataset's table, which attaching then takes over; the few rows that still come go in one by one. */
export async function indexPartition(tx: Tx, definition: FeedDefinition, { table }: Target): Promise<void> {
  await tx.script(`
    set local maintenance_work_mem = '512MB';
    ${feedIndexes(definition)
      .map(({ on }) => `create index on ${table} ${on}`)
      .join('; ')};
    ${definition.subject === 'person' ? `create index on ${table} (line) where household_id is null` : ''}`);
}

export async function attachPartition(tx: Tx, definition: FeedDefinition, { table, part }: Target): Promise<void> {
  await tx.script(`
    analyze ${table};
    alter table ${feedTable(definition)} attach partition ${table} for values in (${part});
    alter table ${table} drop constraint ${table}_part;`);
}

/**
 * The staged rows with the persons they were matched to. An ID that two persons hold stands in `resolved`, so that a row
 * without an entry there joins with at most one person.
 */
function placedSelect(definition: FeedDefinition, staged: Staged, counties: RegionRange): string {
  const fields = readColumns(definition).map(({ name }) => `s.${name}`);
  const counts = hasSerial(definition) ? ['not exists (select from later l where l.line = s.line) as counts'] : [];
  if (definition.subject === 'village')
    return `select s.line, ${[...fields, ...counts].join(', ')} from ${staged.rows} s`;
  return `select s.line, s.id_key, s.name,
      coalesce(x.county_code, r.county_code) as county_code, coalesce(x.household_id, r.household_id) as household_id,
      coalesce(x.person_id, r.person_id) as person_id,
      case when r.method is not null then r.method when x.person_id is not null then 'id'
        when s.id_key is not null then 'not-in-registry' else 'bad-id' end as method,
      coalesce(x.name_hash <> hashtext(s.name) and s.name <> '', false) as name_differs,
      ${[...fields, ...counts].join(', ')}
    from ${staged.rows} s
    left join resolved r on r.line = s.line
    left join person_index x on x.id_key = s.id_key and r.line is null and x.county_code between ${counties.low} and ${counties.high}`;
}

/** Puts the staged rows into `target`, in the order of its first index; they stay as `placed` until the end of the transaction. */
export async function placeRows(tx: Tx, definition: FeedDefinition, staged: Staged, target: Target): Promise<void> {
  const columns = feedColumns(definition).map(({ name }) => name);
  const values = columns.map((name) => (name === 'batch_id' ? target.batchId : name));
  const later = `update ${target.table} f set counts = false from later l where f.batch_id = ${target.batchId} and f.serial_hash = l.serial_hash and f.line = l.line and f.counts`;
  await tx.script(`
    create temp table placed on commit drop as ${placedSelect(definition, staged, countiesOf(tx.actor))};
    analyze placed;
    insert into ${target.table} (part, ${columns.join(', ')}) select ${target.part}, ${values.join(', ')} from placed${definition.subject === 'person' ? ' order by household_id' : ''};
    ${hasSerial(definition) && target.part > 0 ? later : ''}`);
}

/** Rows that were not matched by a sound ID stay known, sealed, for the review list and for later matching. */
export async function storeStrays(tx: Tx, definition: FeedDefinition, staged: Staged, target: Target): Promise<void> {
  if (definition.subject === 'village') return;
  const { batchId } = target;
  await tx.script(`
    insert into stray_rows (batch_id, line, method, id_sound, id_key, name, village_code, id_sealed, candidates, candidate_count, review_low, review_high, county_code, household_id, person_id)
    select ${batchId}, o.line, coalesce(r.method, 'bad-id'), false, o.id_key, o.name, o.village_code, o.id_sealed, r.candidates, r.candidate_count, v.low, v.high, r.county_code, r.household_id, r.person_id
    from ${staged.odd} o left join resolved r on r.line = o.line left join review_span v on v.line = o.line;
    insert into stray_rows (batch_id, line, method, id_sound, id_key, name, candidates, candidate_count, review_low, review_high, county_code, household_id, person_id)
    select ${batchId}, f.line, f.method, true, f.id_key, f.name, r.candidates, r.candidate_count, v.low, v.high, r.county_code, r.household_id, r.person_id
    from placed f left join resolved r on r.line = f.line left join review_span v on v.line = f.line
    where f.method <> 'id' and f.id_key is not null;`);
  const found = `
    select f.county_code, h.village_code, f.household_id, f.person_id, 'name-differs', '${definition.code}', ${batchId}, f.line, '{}'::jsonb
    from placed f join households h on h.county_code = f.county_code and h.id = f.household_id
    where f.name_differs
      and not exists (select from data_issues i where i.person_id = f.person_id and i.county_code = f.county_code and i.code = 'name-differs' and i.dataset = '${definition.code}' and i.state = 'open')`;
  await openIssues(tx, sql.raw(found));
}
