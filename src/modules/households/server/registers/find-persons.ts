// Whom rows of registers mean (data contract for registers, §3): by 人编号, by a sound number, within the household, or by the
// steps that rows of departments go (data contract §4).

import { sql } from 'kysely';
import { birthOf, classifyId, isOneEdit, repairsOf, sexOf } from '../../../../kernel/id-number.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { blindKey, type Keys, open } from '../../../../platform/server/keys.ts';
import { findHouseholds } from './find-households.ts';

const AT_ONCE = 5000;

type Numbered = { ord: number; name: string | null; isAtHome: boolean; idSealed: Uint8Array };

/** What the numbers of the rows say, as keys: the numbers themselves stay here. */
async function readNumbers(tx: Tx, keys: Keys): Promise<void> {
  await tx.script(`
    create temp table asked_ids (ord bigint, kind text, id_key bigint, birth int, sex int, county int) on commit drop;
    create temp table asked_repairs (ord bigint, name text, id_key bigint) on commit drop;
    declare numbered no scroll cursor for select a.ord, a.name, a.household_number is not null as is_at_home, a.id_sealed
      from asked_persons a where a.id_sealed is not null and not exists (select from candidates c where c.ord = a.ord)`);
  for (;;) {
    const rows = await tx.rows<Numbered>(sql`fetch ${sql.lit(AT_ONCE)} from numbered`);
    const read = rows.map((row) => {
      const id = open(keys, row.idSealed);
      return { ...row, id, kind: classifyId(id), key: blindKey(keys, 'id', id) ?? null };
    });
    await tx.run(sql`insert into asked_ids select * from unnest(${read.map(({ ord }) => ord)}::bigint[], ${read.map(({ kind }) => kind)}::text[],
      ${read.map(({ key }) => key)}::bigint[], ${read.map(({ id }) => birthOf(id))}::int[], ${read.map(({ id }) => sexOf(id))}::int[],
      ${read.map(({ id }) => Number(/^\d{6}/.exec(id)?.[0] ?? 0))}::int[])`);
    const repairs = read
      .filter(({ kind, isAtHome, name }) => !isAtHome && kind !== 'sound' && kind !== 'hopeless' && name)
      .flatMap(({ ord, name, id }) =>
        repairsOf(id).map((repair) => ({ ord, name, key: blindKey(keys, 'id', repair) ?? null })),
      );
    if (repairs.length > 0)
      await tx.run(sql`insert into asked_repairs select * from unnest(${repairs.map(({ ord }) => ord)}::bigint[],
        ${repairs.map(({ name }) => name)}::text[], ${repairs.map(({ key }) => key)}::bigint[])`);
    if (rows.length < AT_ONCE) break;
  }
  await tx.script('close numbered; analyze asked_ids; analyze asked_repairs');
}

const SAME_NAME = 'p.name_hash = hashtext(a.name) and p.name = a.name';
const OPEN = 'not exists (select from candidates c where c.ord = a.ord)';

type Pair = { ord: number; personId: number; rowSealed: Uint8Array; personSealed: Uint8Array };

/** Adds those of the pairs whose two numbers are one edit apart. */
async function addOneEdits(tx: Tx, keys: Keys, pairs: string): Promise<void> {
  await tx.script(`declare pairs no scroll cursor for ${pairs}`);
  for (;;) {
    const rows = await tx.rows<Pair>(sql`fetch ${sql.lit(AT_ONCE)} from pairs`);
    const same = rows.filter(({ rowSealed, personSealed }) =>
      isOneEdit(open(keys, rowSealed), open(keys, personSealed).split('\n')[0] ?? ''),
    );
    if (same.length > 0)
      await tx.run(sql`insert into candidates select ord, id, 'id-repaired' from unnest(${same.map(({ ord }) => ord)}::bigint[],
        ${same.map(({ personId }) => personId)}::bigint[]) as one (ord, id)`);
    if (rows.length < AT_ONCE) break;
  }
  await tx.script('close pairs');
}

/** Step 3: a member of the household with the row's name. */
async function findMembers(tx: Tx, keys: Keys): Promise<void> {
  const members = `asked_persons a join households h on h.number = a.household_number
    join persons p on p.county_code = h.county_code and p.household_id = h.id and p.name = a.name`;
  await addOneEdits(
    tx,
    keys,
    `select a.ord, p.id as person_id, a.id_sealed as row_sealed, p.sealed as person_sealed from ${members}
      where a.id_sealed is not null and p.sealed is not null and ${OPEN}`,
  );
  await tx.script(`insert into candidates select a.ord, p.id, 'member' from ${members} left join asked_ids i on i.ord = a.ord
    where ${OPEN} and (a.id_sealed is null or i.kind = 'hopeless')`);
}

/** Step 4: rows without a household go the steps 2 to 4 of rows of departments. */
async function findElsewhere(tx: Tx, keys: Keys): Promise<void> {
  const county = 'coalesce(a.village_code / 1000000, i.county)';
  await tx.script(`insert into candidates select r.ord, p.id, 'id-repaired' from asked_repairs r
    join persons p on p.id_key = r.id_key and not p.id_passed_on and p.id_sound and p.name = r.name`);
  await addOneEdits(
    tx,
    keys,
    `select a.ord, p.id as person_id, a.id_sealed as row_sealed, p.sealed as person_sealed
      from asked_persons a join asked_ids i on i.ord = a.ord and i.kind in ('readable', 'damaged')
      cross join unsound_numbers(hashtext(a.name)) odd (number) join persons p on p.number = odd.number and p.name = a.name and not p.id_sound
      where a.household_number is null and p.sealed is not null`,
  );
  await tx.script(`
    -- Somebody else of the county with the same name, birth date and sex: never guess.
    insert into candidates select a.ord, p.id, 'id-repaired' from asked_persons a join asked_ids i on i.ord = a.ord and i.sex <> 0
      join persons p on ${SAME_NAME} and p.birth = i.birth and p.id_sex = i.sex and p.county_code = ${county}
      where exists (select from candidates c where c.ord = a.ord and c.step = 'id-repaired') and a.household_number is null;
    insert into candidates select a.ord, p.id, 'name-birth' from asked_persons a join asked_ids i on i.ord = a.ord and i.kind = 'readable'
      join persons p on ${SAME_NAME} and p.birth = i.birth and p.id_sex = i.sex and p.county_code = ${county}
      where a.household_number is null and ${OPEN};
    insert into candidates select a.ord, p.id, 'name-village' from asked_persons a left join asked_ids i on i.ord = a.ord
      join persons p on ${SAME_NAME} and p.village_code = a.village_code
      where a.household_number is null and ${OPEN} and coalesce(i.kind, 'hopeless') in ('hopeless', 'damaged')`);
}

/** One candidate is whom the row means; two are told, and so is nobody. */
const ANSWERS = `
  create temp table chosen on commit drop as
    select c.ord, min(c.person_id) as person_id, count(distinct c.person_id) as people, min(c.step) as step from candidates c group by c.ord;
  insert into found_persons (ord, person_id, outsider_key, birth, place_code, name_differs, code)
  select a.ord, case when t.people = 1 and at_home.fits then t.person_id end,
    case when t.ord is null and a.household_number is null and i.kind in ('sound', 'readable') then i.id_key end,
    coalesce(p.birth, case when t.ord is null then nullif(i.birth, 0) end), f.place_code,
    coalesce(t.step = 'id' and p.name <> a.name, false),
    case when t.people > 1 then 'ambiguous'
      when not at_home.fits or (t.ord is null and a.household_number is not null and a.name is not null) then 'not-in-household'
      when t.ord is null and a.household_number is null and a.id_sealed is not null and i.kind not in ('sound', 'readable') then 'bad-id' end
  from asked_persons a left join chosen t on t.ord = a.ord left join asked_ids i on i.ord = a.ord
  left join persons p on p.id = t.person_id and t.people = 1
  left join households h on h.county_code = p.county_code and h.id = p.household_id
  left join found_households f on f.ord = a.ord,
  lateral (select h.number is null or a.household_number is null or h.number = a.household_number as fits) at_home`;

/** Fills `found_persons` for `asked_persons`. */
export async function findPersons(tx: Tx, keys: Keys): Promise<void> {
  await tx.script(`
    create temp table candidates (ord bigint not null, person_id bigint not null, step text not null) on commit drop;
    create index on candidates (ord);
    insert into candidates select a.ord, a.kept_id, 'kept' from asked_persons a where a.kept_id is not null;
    insert into candidates select a.ord, p.id, 'number' from asked_persons a join persons p on p.number = a.number where a.kept_id is null;
    analyze candidates`);
  await readNumbers(tx, keys);
  await tx.script(`insert into candidates select i.ord, p.id, 'id' from asked_ids i
    join persons p on p.id_key = i.id_key and not p.id_passed_on where i.kind = 'sound'`);
  await findMembers(tx, keys);
  await findElsewhere(tx, keys);
  // As a case: the planner would expect next to no row to have one candidate alone, and go through all rows for each that has.
  await tx.script(`truncate asked_households, found_households;
    with lone as materialized (select c.ord, min(c.person_id) as person_id from candidates c group by c.ord
      having case when min(c.person_id) = max(c.person_id) then true else false end)
    insert into asked_households select c.ord, h.number, a.on_day from lone c join asked_persons a on a.ord = c.ord
      join persons p on p.id = c.person_id join households h on h.county_code = p.county_code and h.id = p.household_id`);
  await findHouseholds(tx);
  await tx.script(`${ANSWERS}; drop table candidates, asked_ids, asked_repairs, chosen`);
}
