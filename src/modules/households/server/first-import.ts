// An import into an empty registry: members go straight into their table, with the household found in memory while they are
// read, and every index is built once, afterwards. The outcome is that of the general import.

import { sql } from 'kysely';
import { allowBulkMemory } from '../../../platform/server/bulk-memory.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { collectNow } from '../../../platform/server/hand-back.ts';
import { takeIndexesAway } from '../../../platform/server/rebuild-indexes.ts';
import { estimateLines } from '../../../platform/server/tables/estimate-lines.ts';
import type { Arriving } from './arriving-persons.ts';
import { NumberTable } from './household-numbers.ts';
import { HouseholdSpool } from './household-spool.ts';
import { HouseholdSummary } from './household-summary.ts';
import type { ImportCounts } from './import-registry.ts';
import { ISSUE_COLUMNS } from './issue-rows.ts';
import { countOf, FIND_REPEATED_IDS } from './merge-registry.ts';
import { type Staging, stageFile } from './stage-registry.ts';

/** Columns of `persons` in the order of a member's final row. */
const FINAL_PERSON = `county_code, id, household_id, village_code, number, name_hash, name, sex, id_key, birth, id_sex, id_sound,
  phone_key, sealed, relation, ethnicity, education, schooling, health, labour, working, dibao, batch_id, line`;
/** What statements on persons choose by; the rest is analysed when the machine is at leisure. */
const ANALYZED =
  'county_code, id, household_id, village_code, number, name_hash, name, id_key, id_passed_on, birth, id_sex, relation, valid_to';
const FILLED = ['households', 'household_incomes', 'persons', 'person_names', 'repeated_ids', 'unsound_ids'] as const;

export type FirstImport = { households: ImportCounts; members: ImportCounts; unknown: string[]; skipped: number };

export async function isRegistryEmpty(tx: Tx): Promise<boolean> {
  const found = await tx.first(sql`select from households union all select from persons limit 1`);
  return found === undefined;
}

async function nextId(tx: Tx, sequence: 'household_ids' | 'person_ids'): Promise<number> {
  return (await tx.first<{ id: number }>(sql`select nextval(${sequence}::regclass) as id`))?.id ?? 0;
}

/** The staging tables must stand and be empty. Indexes taken away come back before this ends. */
export async function importFirst(staging: Staging, batchId: number, arriving?: Arriving): Promise<FirstImport> {
  const { tx } = staging;
  const putBack = {} as Record<(typeof FILLED)[number], (columns?: string) => Promise<void>>;
  for (const table of FILLED) putBack[table] = await takeIndexesAway(tx, table);
  // Rows of a table emptied in the same transaction need no log, and can be written as seen by all.
  await tx.script(`truncate ${FILLED.join(', ')}`);
  const bases = { household: await nextId(tx, 'household_ids'), person: await nextId(tx, 'person_ids') };
  const read = await readBoth(staging, batchId, bases, arriving);
  await allowBulkMemory(tx);
  await fillNames(tx);
  // Those of persons come last: they are built on all cores, and the files that are read beside an import have then been read.
  for (const table of FILLED) if (table !== 'persons') await putBack[table]();
  const hadRepeated = await putBackUnique(tx, batchId, () => putBack.persons(ANALYZED));
  if (hadRepeated) {
    arriving?.withdraw();
    await mendRefused(tx, batchId);
  }
  await fillRepeatedIds(tx, batchId, hadRepeated ? undefined : read.repeatedIds);
  await fillUnsoundIds(tx, batchId);
  await tx.script(`
    select setval('household_ids', ${bases.household + read.lastHousehold});
    select setval('person_ids', (select max(id) from (select ${bases.person}::bigint as id union all select id from persons) p));`);
  const counts = async (which: 'households' | 'members', taken: number): Promise<ImportCounts> => {
    const refused = await countOf(tx, `staged_${which}_refused`);
    const repeated = await countOf(tx, `staged_${which}_refused where reason = 'repeated'`);
    return { rows: taken - repeated + refused, added: taken - repeated, changed: 0, unchanged: 0, refused, missing: 0 };
  };
  return {
    households: await counts('households', read.households.rows),
    members: await counts('members', read.members.rows),
    unknown: [...read.households.unknown, ...read.members.unknown],
    skipped: read.households.skipped + read.members.skipped,
  };
}

/** What ids are counted from: a row's id is the base plus its line. */
type Bases = { household: number; person: number };

/** Both files into their tables: a household's row is written once its members have been read. */
async function readBoth(staging: Staging, batchId: number, bases: Bases, arriving: Arriving | undefined) {
  const spool = await HouseholdSpool.open();
  try {
    const { summary, repeated, ...read } = await readFiles(staging, { batchId, bases, spool, arriving });
    collectNow();
    const repeatedIds = arriving?.end(bases.person, bases.household);
    await spool.complete(staging.tx, { summary, repeated, batchId });
    if (repeated.size > 0) await forgetRepeated(staging.tx, batchId);
    return { ...read, repeatedIds };
  } finally {
    await spool.close();
  }
}

type FilesInto = { batchId: number; bases: Bases; spool: HouseholdSpool; arriving: Arriving | undefined };

/** The table of numbers, which takes tens of megabytes, ends with this. */
async function readFiles(staging: Staging, { spool, arriving, ...into }: FilesInto) {
  const { households: file } = staging.request;
  const numbers = new NumberTable(file ? await estimateLines(file.path) : 0);
  const households = await readHouseholds(staging, { ...into, numbers, spool });
  const summary = new HouseholdSummary(numbers.highestLine);
  const members = await readMembers(staging, { ...into, numbers, summary, arriving });
  return { households, members, summary, repeated: numbers.repeated, lastHousehold: numbers.highestLine };
}

type HouseholdsInto = { batchId: number; bases: Bases; numbers: NumberTable; spool: HouseholdSpool };

function readHouseholds(staging: Staging, { batchId, bases, numbers, spool }: HouseholdsInto) {
  return stageFile(staging, 'households', staging.request.households, {
    finalHouseholds: { numberSeeds: numbers.seeds, batchId, householdBase: bases.household },
    targets: { incomes: 'household_incomes', issues: 'data_issues' },
    copies: { incomes: { freeze: true }, issues: { columns: ISSUE_COLUMNS } },
    onStreams: async (streams) => {
      if (streams.numbers) numbers.add(streams.numbers);
      if (streams.rows) await spool.add(streams.rows);
    },
  });
}

type MembersInto = Omit<HouseholdsInto, 'spool'> & { summary: HouseholdSummary; arriving: Arriving | undefined };

async function readMembers(staging: Staging, { batchId, bases, numbers, summary, arriving }: MembersInto) {
  await staging.tx.script('create unlogged table staged_names (name text)');
  return stageFile(staging, 'members', staging.request.members, {
    final: {
      ...{ numbers: numbers.shared(), batchId, personBase: bases.person, householdBase: bases.household },
      withEntries: arriving !== undefined,
    },
    targets: { rows: 'persons', issues: 'data_issues', names: 'staged_names' },
    copies: { rows: { columns: FINAL_PERSON, freeze: true }, issues: { columns: ISSUE_COLUMNS } },
    onStreams: ({ runs, entries }) => {
      if (runs) summary.add(runs);
      if (entries) arriving?.add(entries);
    },
  });
}

/** What went into tables of households whose number had been there before: the first row counts. */
async function forgetRepeated(tx: Tx, batchId: number): Promise<void> {
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
