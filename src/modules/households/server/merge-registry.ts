// The set-based half of an import: staged rows become households and persons, old rows become versions, and what looks
// wrong becomes a data issue. Runs inside the importing transaction, after `staged_households` and `staged_members` stand.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { holdCorrections } from './corrections/hold-corrections.ts';

/** What came of one file. */
export type ImportCounts = {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** In the registry for a village of this file, and not in the file. */
  missing: number;
};

const INCOME =
  'wage_fen, business_fen, property_fen, transfer_fen, business_cost_fen, claim_fen, self_paid_fen, previous_net_fen';

/** Net income of a staged row, null where the file says no income. */
const NET = '(s.wage_fen + s.business_fen + s.property_fen + s.transfer_fen - s.business_cost_fen)';

/** Reserves ids for `count` rows; row `line` gets `base + line`. */
async function reserveIds(tx: Tx, sequence: 'household_ids' | 'person_ids', staged: string): Promise<number> {
  const row = await tx.first<{ base: number }>(sql`
    select nextval(${sequence}::regclass) as base`);
  const base = row?.base ?? 0;
  await tx.run(
    sql`select setval(${sequence}::regclass, ${base} + (select coalesce(max(line), 0) from ${sql.table(staged)}))`,
  );
  return base;
}

/** A number twice in one file: the first row counts, the others are refused. */
export async function refuseRepeated(tx: Tx, table: 'households' | 'members', column: string): Promise<void> {
  await tx.script(`
    create temp table repeated_${table} on commit drop as
    select line from (select line, row_number() over (partition by number order by line) as n from staged_${table}
      where number in (select number from staged_${table} group by number having count(*) > 1)) d where n > 1;
    insert into staged_${table}_refused select s.line, '${column}', s.number, 'repeated', ''::bytea
      from staged_${table} s join repeated_${table} using (line);
    delete from staged_${table} s using repeated_${table} r where s.line = r.line;`);
}

export async function countOf(tx: Tx, text: string): Promise<number> {
  return (await tx.first<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(text)}`))?.n ?? 0;
}

/** Members of the file per household number, for the head's name and the count of a first load. */
const STAGED_MEMBER_SUMMARY = `
  (select household_number, count(*)::int as member_count, coalesce(min(name) filter (where relation = '户主'), min(name)) as head_name
   from staged_members group by household_number)`;

export async function mergeHouseholds(tx: Tx, batchId: number, empty: boolean): Promise<ImportCounts> {
  const base = await reserveIds(tx, 'household_ids', 'staged_households');
  const rows = await countOf(tx, 'staged_households');
  let changed = 0;
  let unchanged = 0;
  if (!empty) ({ changed, unchanged } = await updateHouseholds(tx, batchId));
  const isNew = empty ? '' : 'where not exists (select from households h where h.number = s.number)';
  await tx.script(`
    insert into households (county_code, id, village_code, number, kind, monitoring_category, risk_cleared, head_name, member_count,
      phone_key, phone_sealed, income_year, net_fen, batch_id, line)
    select s.village_code / 1000000, ${base} + s.line, s.village_code, s.number, s.kind, s.monitoring_category, s.risk_cleared,
      coalesce(m.head_name, ''), coalesce(m.member_count, 0), s.phone_key, s.phone_sealed, s.income_year, ${NET}, ${batchId}, s.line
    from staged_households s left join ${STAGED_MEMBER_SUMMARY} m on m.household_number = s.number ${isNew};`);
  await tx.script(`
    insert into household_incomes (county_code, household_id, year, ${INCOME}, batch_id, line)
    select s.village_code / 1000000, ${base} + s.line, s.income_year, ${INCOME}, ${batchId}, s.line
    from staged_households s ${isNew ? `where exists (select from households h where h.number = s.number and h.id = ${base} + s.line) and` : 'where'} s.income_year is not null;`);
  const added = rows - changed - unchanged;
  const refused = await countOf(tx, 'staged_households_refused');
  const missing = empty
    ? 0
    : await countOf(
        tx,
        `households h where h.village_code in (select distinct village_code from staged_households)
          and not exists (select from staged_households s where s.number = h.number)`,
      );
  return { rows: rows + refused, added, changed, unchanged, refused, missing };
}

async function updateHouseholds(tx: Tx, batchId: number): Promise<{ changed: number; unchanged: number }> {
  const known = await countOf(tx, 'staged_households s join households h on h.number = s.number');
  await tx.script(`
    create temp table changed_households on commit drop as
    select s.line, h.county_code, h.id, to_jsonb(h) - 'phone_sealed' as before, i.before as income_before, i.differs as income_differs
    from staged_households s
    join households h on h.number = s.number
    left join lateral (
      select to_jsonb(c) as before,
        (c.wage_fen, c.business_fen, c.property_fen, c.transfer_fen, c.business_cost_fen, c.claim_fen, c.self_paid_fen, c.previous_net_fen)
        is distinct from (s.wage_fen, s.business_fen, s.property_fen, s.transfer_fen, s.business_cost_fen, s.claim_fen, s.self_paid_fen, s.previous_net_fen) as differs
      from household_incomes c where c.county_code = h.county_code and c.household_id = h.id and c.year = s.income_year) i on true
    where (h.village_code, h.kind, h.monitoring_category, h.risk_cleared, h.phone_key, h.income_year)
      is distinct from (s.village_code, s.kind, s.monitoring_category, s.risk_cleared, s.phone_key, s.income_year)
      or (s.income_year is not null and coalesce(i.differs, true));

    insert into record_versions (county_code, subject, subject_id, before, batch_id, account_name)
    select county_code, 'household', id, before, ${batchId}, (select account_name from import_source(${batchId})) from changed_households
    union all
    select county_code, 'income', id, income_before, ${batchId}, (select account_name from import_source(${batchId}))
    from changed_households where income_before is not null and income_differs;

    update households h set village_code = s.village_code, kind = s.kind, monitoring_category = s.monitoring_category,
      risk_cleared = s.risk_cleared, phone_key = s.phone_key, phone_sealed = s.phone_sealed, income_year = coalesce(s.income_year, h.income_year),
      net_fen = coalesce(${NET}, h.net_fen), batch_id = ${batchId}, line = s.line
    from changed_households c join staged_households s on s.line = c.line
    where h.county_code = c.county_code and h.id = c.id and s.village_code / 1000000 = h.county_code;

    insert into household_incomes (county_code, household_id, year, ${INCOME}, batch_id, line)
    select c.county_code, c.id, s.income_year, ${INCOME}, ${batchId}, s.line
    from changed_households c join staged_households s on s.line = c.line where s.income_year is not null
    on conflict (county_code, household_id, year) do update set wage_fen = excluded.wage_fen, business_fen = excluded.business_fen,
      property_fen = excluded.property_fen, transfer_fen = excluded.transfer_fen, business_cost_fen = excluded.business_cost_fen,
      claim_fen = excluded.claim_fen, self_paid_fen = excluded.self_paid_fen, previous_net_fen = excluded.previous_net_fen,
      batch_id = excluded.batch_id, line = excluded.line;`);
  await moveAcrossCounties(tx, batchId);
  const changed = await countOf(tx, 'changed_households');
  return { changed, unchanged: known - changed };
}

/** A household whose village now lies in another county takes its rows along: the county is part of every key. */
async function moveAcrossCounties(tx: Tx, batchId: number): Promise<void> {
  await tx.script(`
    create temp table moved_households on commit drop as
    select c.id, c.county_code as old_county, s.village_code / 1000000 as new_county, s.village_code, s.line
    from changed_households c join staged_households s on s.line = c.line where s.village_code / 1000000 <> c.county_code;
    update households h set county_code = m.new_county, village_code = m.village_code, kind = s.kind, monitoring_category = s.monitoring_category,
      risk_cleared = s.risk_cleared, phone_key = s.phone_key, phone_sealed = s.phone_sealed, income_year = coalesce(s.income_year, h.income_year),
      net_fen = coalesce(${NET}, h.net_fen), batch_id = ${batchId}, line = s.line
    from moved_households m join staged_households s on s.line = m.line where h.county_code = m.old_county and h.id = m.id;
    update household_incomes i set county_code = m.new_county from moved_households m where i.county_code = m.old_county and i.household_id = m.id;
    update record_versions v set county_code = m.new_county from moved_households m
      where v.county_code = m.old_county and v.subject_id = m.id and v.subject in ('household', 'income');
    update persons p set county_code = m.new_county, village_code = m.village_code from moved_households m
      where p.county_code = m.old_county and p.household_id = m.id;
    update persons p set village_code = h.village_code from changed_households c join households h on h.id = c.id
      where p.county_code = h.county_code and p.household_id = h.id and p.village_code <> h.village_code;`);
}

const PERSON =
  'name, sex, id_key, birth, id_sex, id_sound, phone_key, sealed, relation, ethnicity, education, schooling, health, labour, working, dibao';
const COMPARED =
  'name, sex, id_key, birth, id_sex, phone_key, relation, ethnicity, education, schooling, health, labour, working, dibao';

function prefixed(alias: string, columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');
}

/** IDs that two persons hold, into `repeated_ids`, which must be empty. */
export const FIND_REPEATED_IDS = `
    insert into repeated_ids select id_key from person_index group by id_key having count(*) > 1`;

/**
 * Whoever comes with an ID that somebody else held before only claims it (`id_claims`). New are the persons numbered from `base`
 * on and those whose ID this import changed; among several new ones of one ID nobody is the first.
 */
function noteClaims(base: number): string {
  return `
    create temp table new_holders on commit drop as
    select p.id as person_id, p.id_key from repeated_ids d join persons p on p.id_key = d.id_key and not p.id_passed_on
    left join changed_persons c on c.id = p.id
    where p.id > ${base} or (c.before ->> 'id_key')::bigint is distinct from p.id_key and c.id is not null;
    delete from id_claims c where not exists (select from persons p where p.id = c.person_id and p.id_key = c.id_key);
    insert into id_claims (person_id, id_key)
    select n.person_id, n.id_key from new_holders n
    where exists (select from persons p where p.id_key = n.id_key and not p.id_passed_on
      and not exists (select from new_holders o where o.person_id = p.id)
      and not exists (select from id_claims o where o.person_id = p.id and o.id_key = p.id_key))
    on conflict do nothing;`;
}

export async function mergeMembers(tx: Tx, batchId: number, empty: boolean): Promise<ImportCounts> {
  const base = await reserveIds(tx, 'person_ids', 'staged_members');
  const rows = await countOf(tx, 'staged_members');
  let changed = 0;
  let unchanged = 0;
  if (!empty) ({ changed, unchanged } = await updateMembers(tx, batchId));
  const isNew = empty ? '' : 'where not exists (select from persons p where p.number = s.number)';
  // A member whose household is not known yet waits outside every area (county 0) until its household comes.
  await tx.script(`
    insert into persons (county_code, id, household_id, village_code, number, name_hash, ${PERSON}, batch_id, line)
    select coalesce(h.county_code, 0), ${base} + s.line, coalesce(h.id, 0), coalesce(h.village_code, 0), s.number, hashtext(s.name), ${prefixed('s', PERSON)}, ${batchId}, s.line
    from staged_members s left join households h on h.number = s.household_number ${isNew};
    truncate repeated_ids;
    ${FIND_REPEATED_IDS};
    analyze repeated_ids;
    ${empty ? '' : noteClaims(base)}
    insert into unsound_ids (number, name_hash)
    select number, hashtext(name) from staged_members where not id_sound and 'id-unsound' = any(string_to_array(issues, ','))
    on conflict (number) do update set name_hash = excluded.name_hash;
    insert into person_names (name) select distinct name from staged_members on conflict do nothing;`);
  if (!empty) await refreshSummaries(tx);
  const refused = await countOf(tx, 'staged_members_refused');
  const missing = empty ? 0 : await missingMembers(tx, batchId);
  return { rows: rows + refused, added: rows - changed - unchanged, changed, unchanged, refused, missing };
}

async function updateMembers(tx: Tx, batchId: number): Promise<{ changed: number; unchanged: number }> {
  const known = await countOf(tx, 'staged_members s join persons p on p.number = s.number');
  await holdCorrections(tx);
  await tx.script(`
    create temp table changed_persons on commit drop as
    select s.line, p.county_code, p.household_id, p.id, to_jsonb(p) - 'sealed' as before,
      coalesce(h.county_code, p.county_code) as new_county, coalesce(h.id, p.household_id) as new_household, coalesce(h.village_code, p.village_code) as new_village
    from staged_members s join persons p on p.number = s.number left join households h on h.number = s.household_number
    where (${prefixed('p', COMPARED)}) is distinct from (${prefixed('s', COMPARED)}) or (h.id is not null and h.id <> p.household_id);
    insert into record_versions (county_code, subject, subject_id, before, batch_id, account_name)
    select new_county, 'person', id, before, ${batchId}, (select account_name from import_source(${batchId})) from changed_persons;
    update persons p set county_code = c.new_county, household_id = c.new_household, village_code = c.new_village, name_hash = hashtext(s.name),
      (${PERSON}) = row(${prefixed('s', PERSON)}), id_passed_on = p.id_passed_on and p.id_key is not distinct from s.id_key,
      batch_id = ${batchId}, line = s.line
    from changed_persons c join staged_members s on s.line = c.line
    where p.county_code = c.county_code and p.household_id = c.household_id and p.id = c.id;`);
  const changed = await countOf(tx, 'changed_persons');
  return { changed, unchanged: known - changed };
}

/** Head's name and member count of every household this file touched. */
async function refreshSummaries(tx: Tx): Promise<void> {
  await tx.script(`
    update households h set member_count = p.n, head_name = p.head
    from (select p.county_code, p.household_id, count(*)::int as n, coalesce(min(p.name) filter (where p.relation = '户主'), min(p.name)) as head
      from persons p where p.valid_to is null and p.household_id in (
        select h.id from staged_members s join households h on h.number = s.household_number
        union select household_id from changed_persons)
      group by p.county_code, p.household_id) p
    where h.county_code = p.county_code and h.id = p.household_id and (h.member_count, h.head_name) is distinct from (p.n, p.head);`);
}

/** Members of the file's households that the file no longer names: they stay, and are listed as data issues. */
async function missingMembers(tx: Tx, batchId: number): Promise<number> {
  return tx.run(sql`
    insert into data_issues (county_code, village_code, household_id, person_id, code, batch_id)
    select p.county_code, p.village_code, p.household_id, p.id, 'missing-from-file', ${batchId}
    from (select distinct household_number from staged_members) s
    join households h on h.number = s.household_number
    join persons p on p.county_code = h.county_code and p.household_id = h.id and p.valid_to is null
    where not exists (select from staged_members m where m.number = p.number)
      and not exists (select from data_issues i where i.county_code = p.county_code and i.person_id = p.id
        and i.code = 'missing-from-file' and i.state = 'open')`);
}

/** Opens data issues for the rows of this import. An issue that is open already is not repeated. */
export async function openDataIssues(tx: Tx, batchId: number): Promise<void> {
  await tx.script(`
    create temp table new_issues on commit drop as
    select h.county_code, h.village_code, h.id as household_id, null::bigint as person_id, code, s.line
    from staged_households s join households h on h.number = s.number, unnest(string_to_array(s.issues, ',')) code
    where s.issues is not null
    union all
    select p.county_code, p.village_code, nullif(p.household_id, 0), p.id, code, s.line
    from staged_members s join persons p on p.number = s.number, unnest(string_to_array(s.issues, ',')) code
    where s.issues is not null
    union all
    select p.county_code, p.village_code, null, p.id, 'no-household', p.line from persons p where p.county_code = 0 and p.batch_id = ${batchId}
    union all
    select p.county_code, p.village_code, nullif(p.household_id, 0), p.id, 'id-repeated', p.line
    from repeated_ids d join persons p on p.id_key = d.id_key and not p.id_passed_on
    union all
    select p.county_code, min(p.village_code), p.household_id, null, 'second-head', max(p.line)
    from persons p where p.batch_id = ${batchId} and p.relation = '户主' and p.household_id <> 0
    group by p.county_code, p.household_id having count(*) > 1;
    insert into data_issues (county_code, village_code, household_id, person_id, code, batch_id, line)
    select n.county_code, n.village_code, n.household_id, n.person_id, n.code, ${batchId}, n.line from new_issues n
    where not exists (select from data_issues i where i.county_code = n.county_code and i.code = n.code and i.state <> 'corrected'
      and i.household_id is not distinct from n.household_id and i.person_id is not distinct from n.person_id);`);
}

/** Data issues that a batch opened, by code. */
export async function countIssues(tx: Tx, batchId: number): Promise<Record<string, number>> {
  const rows = await tx.rows<{ code: string; n: number }>(
    sql`select code, count(*)::int as n from data_issues where batch_id = ${batchId} group by code order by code`,
  );
  return Object.fromEntries(rows.map(({ code, n }) => [code, n]));
}
