// An empty registry is filled: rows are copied straight into their tables, every index is built once, afterwards, and what the
// rows have in common is found then. Runs inside the importing transaction.

import { sql } from 'kysely';
import { allowBulkMemory } from '../../../platform/server/bulk/bulk-memory.ts';
import { takeIndexesAway } from '../../../platform/server/bulk/rebuild-indexes.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { ISSUE_COLUMNS } from '../domain/issue-columns.ts';
import { FIND_REPEATED_IDS } from './merge-registry.ts';

/** What statements on persons choose by; the rest is analysed when the machine is at leisure. */
const ANALYZED =
  'county_code, id, household_id, village_code, number, name_hash, name, id_key, id_passed_on, birth, id_sex, relation, valid_to';
const FILLED = ['households', 'household_incomes', 'persons', 'person_names', 'repeated_ids', 'unsound_ids'] as const;

/** What ids are counted from: a row's id is the base plus its line. */
export type FirstIds = { household: number; person: number };

export async function isRegistryEmpty(tx: Tx): Promise<boolean> {
  const found = await tx.first(sql`select from households union all select from persons limit 1`);
  return found === undefined;
}

async function nextId(tx: Tx, sequence: 'household_ids' | 'person_ids'): Promise<number> {
  return (await tx.first<{ id: number }>(sql`select nextval(${sequence}::regclass) as id`))?.id ?? 0;
}

type Filled = {
  batchId: number;
  lastHousehold: number;
  /** Keys of IDs that several hold, where they were met while the members were read. */
  repeatedIds: bigint[] | undefined;
  /** A number stood twice among the members: what was made of them meanwhile does not hold. */
  onRepeated: () => void;
};

/**
 * Empties the tables and takes their indexes away until `end`. In between rows go into `households` (`copyHouseholds`),
 * `household_incomes`, `persons`, `data_issues` and their names into `staged_names`, with ids counted from `bases`.
 */
export async function beginFill(tx: Tx): Promise<{ bases: FirstIds; end: (filled: Filled) => Promise<void> }> {
  const putBack = {} as Record<(typeof FILLED)[number], (columns?: string) => Promise<void>>;
  for (const table of FILLED) putBack[table] = await takeIndexesAway(tx, table);
  // Rows of a table emptied in the same transaction need no log, and can be written as seen by all.
  await tx.script(`truncate ${FILLED.join(', ')}`);
  const bases = { household: await nextId(tx, 'household_ids'), person: await nextId(tx, 'person_ids') };
  async function end({ batchId, lastHousehold, repeatedIds, onRepeated }: Filled): Promise<void> {
    await allowBulkMemory(tx);
    await fillNames(tx);
    // Those of persons come last: they are built on all cores, and the files that are read beside an import have then been read.
    for (const table of FILLED) if (table !== 'persons') await putBack[table]();
    const hadRepeated = await putBackUnique(tx, batchId, () => putBack.persons(ANALYZED));
    if (hadRepeated) {
      onRepeated();
      await mendRefused(tx, batchId);
    }
    await fillRepeatedIds(tx, batchId, hadRepeated ? undefined : repeatedIds);
    await fillUnsoundIds(tx, batchId);
    await tx.script(`
      select setval('household_ids', ${bases.household + lastHousehold});
      select setval('person_ids', (select max(id) from (select ${bases.person}::bigint as id union all select id from persons) p));`);
  }
  return { bases, end };
}

/** COPYs rows of `columns` into `households`, as `send` gives them, in binary form. */
export function copyHouseholds(tx: Tx, columns: string, send: Parameters<Tx['copyIn']>[1]): Promise<void> {
  return tx.copyIn(`copy households (${columns}) from stdin (format binary, freeze)`, send);
}

/** What went into tables of households whose number had been there before: the first row counts. */
export async function forgetRepeated(tx: Tx, batchId: number): Promise<void> {
  const isRefused = `line in (select line from staged_households_refused where reason = 'repeated')`;
  await tx.script(`
    delete from household_incomes where ${isRefused};
    delete from data_issues where batch_id = ${batchId} and person_id is null and code <> 'second-head' and ${isRefused};`);
}

function isRepeatedKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/**
 * A number twice in the file shows when the unique index is built: the first row counts, the others are refused. Answers
 * whether there was one.
 */
async function putBackUnique(tx: Tx, batchId: number, putBack: () => Promise<void>): Promise<boolean> {
  await tx.script('savepoint before_indexes');
  try {
    await putBack();
    return false;
  } catch (error) {
    if (!isRepeatedKey(error)) throw error;
  }
  await tx.script(`
    rollback to savepoint before_indexes;
    create temp table repeated_persons on commit drop as
    select id, line, number, household_id from (select id, line, number, household_id, row_number() over (partition by number order by line) as n from persons
      where number in (select number from persons group by number having count(*) > 1)) d where n > 1;
    insert into staged_members_refused select line, '人编号', number, 'repeated', ''::bytea from repeated_persons;
    delete from data_issues i using repeated_persons r where i.person_id = r.id and i.batch_id = ${batchId};
    delete from persons p using repeated_persons r where p.id = r.id;`);
  await putBack();
  return true;
}

/** What else was made of members that were refused afterwards: their households' number of members and head, their names. */
async function mendRefused(tx: Tx, batchId: number): Promise<void> {
  await tx.script(`
    create temp table mended on commit drop as
    select r.household_id, count(p.id)::int as members, count(p.id) filter (where p.relation = '户主') as heads,
      coalesce(min(p.name) filter (where p.relation = '户主'), min(p.name), '') as head_name,
      max(p.line) filter (where p.relation = '户主') as head_line
    from (select distinct household_id from repeated_persons where household_id <> 0) r
    left join persons p on p.household_id = r.household_id group by r.household_id;
    update households h set member_count = m.members, head_name = m.head_name from mended m where h.id = m.household_id;
    delete from data_issues i using mended m where i.batch_id = ${batchId} and i.code = 'second-head' and i.household_id = m.household_id;
    insert into data_issues (${ISSUE_COLUMNS})
    select h.county_code, h.village_code, h.id, null, 'second-head', ${batchId}, m.head_line
    from mended m join households h on h.id = m.household_id where m.heads > 1;
    delete from person_names n where not exists (select from persons p where p.name = n.name);`);
}

async function fillNames(tx: Tx): Promise<void> {
  await tx.script(`
    insert into person_names (name) select distinct name from staged_names;
    drop table staged_names;`);
}

/** Every unsound ID has opened a data issue. */
async function fillUnsoundIds(tx: Tx, batchId: number): Promise<void> {
  await tx.run(sql`
    insert into unsound_ids (number, name_hash)
    select p.number, p.name_hash from data_issues i join persons p on p.id = i.person_id
    where i.batch_id = ${batchId} and i.code = 'id-unsound'`);
}

/** `known` are the keys of IDs that several hold, where they were met while the members were read. */
async function fillRepeatedIds(tx: Tx, batchId: number, known: bigint[] | undefined): Promise<void> {
  if (known) await tx.run(sql`insert into repeated_ids select unnest(${known.map(String)}::bigint[])`);
  else await tx.script(FIND_REPEATED_IDS);
  await tx.script(`
    analyze repeated_ids;
    insert into data_issues (${ISSUE_COLUMNS})
    select p.county_code, p.village_code, nullif(p.household_id, 0), p.id, 'id-repeated', ${batchId}, p.line
    from repeated_ids d join persons p on p.id_key = d.id_key and not p.id_passed_on;`);
}
