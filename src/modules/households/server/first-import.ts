// An import into an empty registry: members go straight into their table, with the household found in memory while they are
// read, and every index is built once, afterwards. The outcome is that of the general import.

import { sql } from 'kysely';
import { allowBulkMemory } from '../../../platform/server/bulk-memory.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { takeIndexesAway } from '../../../platform/server/rebuild-indexes.ts';
import { NumberTable } from './household-numbers.ts';
import type { ImportCounts } from './import-registry.ts';
import { STAGED_RUNS } from './member-runs.ts';
import { countOf, INCOME, NET, refuseRepeated } from './merge-registry.ts';
import { type Staging, stageFile } from './stage-registry.ts';

/** Columns of `persons` in the order of a member's final row. */
const FINAL_PERSON = `county_code, id, household_id, village_code, number, name, sex, id_key, birth, id_sex, tail_key, id_sound,
  phone_key, sealed, relation, ethnicity, education, schooling, health, labour, working, dibao, batch_id, line`;
/** What statements on persons choose by; the rest is analysed when the machine is at leisure. */
const ANALYZED =
  'county_code, id, household_id, village_code, number, name, birth, id_sex, tail_key, relation, valid_to';
const FILLED = ['households', 'household_incomes', 'persons', 'person_index', 'person_names', 'repeated_ids'] as const;

export type FirstImport = { households: ImportCounts; members: ImportCounts; unknown: string[] };

export async function isRegistryEmpty(tx: Tx): Promise<boolean> {
  const found = await tx.first(sql`select from households union all select from persons limit 1`);
  return found === undefined;
}

async function nextId(tx: Tx, sequence: 'household_ids' | 'person_ids'): Promise<number> {
  return (await tx.first<{ id: number }>(sql`select nextval(${sequence}::regclass) as id`))?.id ?? 0;
}

/** The staging tables must stand and be empty. Indexes taken away come back before this ends. */
export async function importFirst(staging: Staging, batchId: number): Promise<FirstImport> {
  const { tx, request } = staging;
  const putBack = new Map<string, (columns?: string) => Promise<void>>();
  for (const table of FILLED) putBack.set(table, await takeIndexesAway(tx, table));
  // Rows of a table emptied in the same transaction need no log, and can be written as seen by all.
  await tx.script(`truncate ${FILLED.join(', ')}`);
  const table = new NumberTable();
  const householdBase = await nextId(tx, 'household_ids');
  const personBase = await nextId(tx, 'person_ids');
  const fromHouseholds = await stageFile(staging, 'households', request.households, {
    numberSeeds: table.seeds,
    onStreams: ({ numbers }) => numbers && table.add(numbers),
  });
  if (table.repeated > 0) await refuseRepeated(tx, 'households', '户编号');
  await tx.script(`create unlogged table staged_runs (${STAGED_RUNS})`);
  const fromMembers = await stageFile(staging, 'members', request.members, {
    final: { numbers: table.shared(), batchId, personBase, householdBase },
    targets: { rows: 'persons', issues: 'data_issues', runs: 'staged_runs' },
    copies: {
      rows: { columns: FINAL_PERSON, freeze: true },
      issues: { columns: 'county_code, village_code, household_id, person_id, code, batch_id, line' },
    },
  });
  await allowBulkMemory(tx);
  await putBackPersons(tx, batchId, async () => putBack.get('persons')?.(ANALYZED));
  putBack.delete('persons');
  await fillFromPersons(tx);
  await fillHouseholds(tx, batchId, householdBase);
  for (const restore of putBack.values()) await restore();
  await fillRepeatedIds(tx);
  await openIssues(tx, batchId, householdBase);
  await tx.script(`
    select setval('household_ids', (select max(id) from (select ${householdBase}::bigint as id union all select id from households) h));
    select setval('person_ids', (select max(id) from (select ${personBase}::bigint as id union all select id from persons) p));`);
  const counts = async (which: 'households' | 'members', taken: number): Promise<ImportCounts> => {
    const refused = await countOf(tx, `staged_${which}_refused`);
    const repeated = await countOf(tx, `staged_${which}_refused where reason = 'repeated'`);
    return { rows: taken - repeated + refused, added: taken - repeated, changed: 0, unchanged: 0, refused, missing: 0 };
  };
  return {
    households: await counts('households', fromHouseholds.rows),
    members: await counts('members', fromMembers.rows),
    unknown: [...fromHouseholds.unknown, ...fromMembers.unknown],
  };
}

function isRepeatedKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** A number twice in the file shows when the unique index is built: the first row counts, the others are refused. */
async function putBackPersons(tx: Tx, batchId: number, putBack: () => Promise<void>): Promise<void> {
  await tx.script('savepoint before_indexes');
  try {
    await putBack();
    return;
  } catch (error) {
    if (!isRepeatedKey(error)) throw error;
  }
  await tx.script(`
    rollback to savepoint before_indexes;
    create temp table repeated_persons on commit drop as
    select id, line, number from (select id, line, number, row_number() over (partition by number order by line) as n from persons
      where number in (select number from persons group by number having count(*) > 1)) d where n > 1;
    insert into staged_members_refused select line, '人编号', number, 'repeated', ''::bytea from repeated_persons;
    delete from data_issues i using repeated_persons r where i.person_id = r.id and i.batch_id = ${batchId};
    delete from persons p using repeated_persons r where p.id = r.id;
    truncate staged_runs;
    insert into staged_runs select household_id, 1, case when relation = '户主' then 1 else 0 end,
      case when relation = '户主' then name end, name, case when relation = '户主' then line end
    from persons where household_id <> 0;`);
  await putBack();
}

async function fillFromPersons(tx: Tx): Promise<void> {
  await tx.script(`
    insert into person_index (id_key, county_code, household_id, person_id, name_hash)
    select id_key, county_code, household_id, id, hashtext(name) from persons where id_key is not null;
    insert into person_names (name) select distinct name from persons;
    -- Runs stand nearly in the order of households: sorting them costs little, a hash table of millions a lot.
    set local enable_hashagg = off; set local max_parallel_workers_per_gather = 0;
    create temp table household_summary on commit drop as
    select household_id, sum(members)::int as member_count, min(first_name) as first_name, min(head_name) as head_name,
      sum(heads)::int as heads, max(head_line) as head_line
    from staged_runs group by household_id;
    reset enable_hashagg; reset max_parallel_workers_per_gather;
    analyze household_summary;
    drop table staged_runs;`);
}

async function fillHouseholds(tx: Tx, batchId: number, base: number): Promise<void> {
  await tx.script(`
    set local enable_hashjoin = off;
    insert into households (county_code, id, village_code, number, kind, monitoring_category, risk_cleared, head_name, member_count,
      phone_key, phone_sealed, income_year, net_fen, batch_id, line)
    select s.village_code / 1000000, ${base} + s.line, s.village_code, s.number, s.kind, s.monitoring_category, s.risk_cleared,
      coalesce(m.head_name, m.first_name, ''), coalesce(m.member_count, 0), s.phone_key, s.phone_sealed, s.income_year, ${NET}, ${batchId}, s.line
    from staged_households s left join household_summary m on m.household_id = ${base} + s.line;
    reset enable_hashjoin;
    insert into household_incomes (county_code, household_id, year, ${INCOME}, batch_id, line)
    select s.village_code / 1000000, ${base} + s.line, s.income_year, ${INCOME}, ${batchId}, s.line
    from staged_households s where s.income_year is not null;`);
}

/** By sorting on all cores: the index of a table made in this transaction would have every row looked at one by one. */
async function fillRepeatedIds(tx: Tx): Promise<void> {
  await tx.script(`
    set local enable_hashagg = off; set local enable_indexonlyscan = off; set local enable_indexscan = off;
    create temp table twice on commit drop as select id_key from person_index group by id_key having count(*) > 1;
    reset enable_hashagg; reset enable_indexonlyscan; reset enable_indexscan;
    insert into repeated_ids select id_key from twice;
    analyze repeated_ids;`);
}

/** Data issues that need more than the member's own row; those were written while it was read. */
async function openIssues(tx: Tx, batchId: number, householdBase: number): Promise<void> {
  await tx.script(`
    insert into data_issues (county_code, village_code, household_id, person_id, code, batch_id, line)
    select s.village_code / 1000000, s.village_code, ${householdBase} + s.line, null, code, ${batchId}, s.line
    from staged_households s, unnest(string_to_array(s.issues, ',')) code where s.issues is not null
    union all
    select x.county_code, p.village_code, nullif(x.household_id, 0), x.person_id, 'id-repeated', ${batchId}, p.line
    from repeated_ids d join person_index x on x.id_key = d.id_key
    join persons p on p.county_code = x.county_code and p.household_id = x.household_id and p.id = x.person_id
    union all
    select h.county_code, h.village_code, h.id, null, 'second-head', ${batchId}, m.head_line
    from household_summary m join households h on h.id = m.household_id where m.heads > 1;`);
}
