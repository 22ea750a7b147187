// The five steps by which a row finds its person (data contract §4), set-based over one staged batch. Step 1 is a join in
// the final statement (`load-batch.ts`); this file resolves the few per cent whose ID is not sound, into `resolved`.

import { sql } from 'kysely';
import { isOneEdit } from '../../../../kernel/id-number.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { type Keys, open } from '../../../../platform/server/keys.ts';
import type { Staged } from './store-rows.ts';

const CANDIDATES_AT_ONCE = 5000;

type Candidate = {
  line: number;
  countyCode: number;
  householdId: number;
  personId: number;
  rowSealed: Uint8Array;
  personSealed: Uint8Array;
};

/** The person `p` has the name of the row `o`; by hash, which the indexes hold. */
const SAME_NAME = 'p.name_hash = hashtext(o.name) and p.name = o.name';

/**
 * Step 2 for the few persons whose own ID is not sound: whether it is one edit away from the row's is decided on the two
 * opened numbers, a few thousand at a time. Fills `one_edit`.
 */
async function compareUnsound(tx: Tx, keys: Keys, odd: string): Promise<void> {
  await tx.script(`declare candidates no scroll cursor for
    select o.line, p.county_code, p.household_id, p.id as person_id, o.id_sealed as row_sealed, p.sealed as person_sealed
    from (select *, hashtext(name) as name_hash from ${odd} where kind <> 'hopeless') o join unsound_ids u using (name_hash)
    join persons p on p.number = u.number and p.name = o.name and not p.id_sound and p.sealed is not null`);
  for (;;) {
    const batch = await tx.rows<Candidate>(sql`fetch ${sql.lit(CANDIDATES_AT_ONCE)} from candidates`);
    const same = batch.filter((c) =>
      isOneEdit(open(keys, c.rowSealed), open(keys, c.personSealed).split('\n')[0] ?? ''),
    );
    if (same.length > 0) {
      await tx.run(sql`insert into one_edit select * from unnest(${same.map((c) => c.line)}::int[],
        ${same.map((c) => c.countyCode)}::int[], ${same.map((c) => c.householdId)}::bigint[],
        ${same.map((c) => c.personId)}::bigint[])`);
    }
    if (batch.length < CANDIDATES_AT_ONCE) break;
  }
  await tx.script('close candidates');
}

/**
 * Step 2, into `one_edit`: whoever has the row's name and holds one of the numbers that its ID may have been. They are asked
 * in the order of the index, so that each of its pages is fetched once, however many rows there are.
 */
async function findOneEdits(tx: Tx, keys: Keys, { odd, repairs }: Staged): Promise<void> {
  await tx.script(`
    create temp table one_edit (line int, county_code int, household_id bigint, person_id bigint) on commit drop;
    set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_memoize = off;
    insert into one_edit
    select r.line, p.county_code, p.household_id, p.id from (select * from ${repairs} order by id_key) r
    join persons p on p.id_key = r.id_key and not p.id_passed_on and p.id_sound and p.name = r.name;
    set local enable_hashjoin = on; set local enable_mergejoin = on; set local enable_memoize = on;`);
  await compareUnsound(tx, keys, odd);
  await tx.script('analyze one_edit');
}

/** From so many rows on everybody is read once: asking for each of them goes over the namesakes of the whole region. */
const MANY_IN_VILLAGES = 10_000;

/** Step 4. An ID that shows no birth date, in a row that names its village; where none does, nobody is looked at. */
async function findInVillages(tx: Tx, odd: string): Promise<void> {
  await tx.script(`
    create temp table in_villages on commit drop as
    select o.line, o.name, o.village_code from ${odd} o
    where o.village_code is not null and o.kind <> 'readable' and o.name <> '' and not exists (select from one_edit e where e.line = o.line);
    analyze in_villages;`);
  const rows = await tx.first<{ n: number }>(sql`select count(*)::int as n from in_villages`);
  // Planners know of no name how many bear it.
  const avoided = ['mergejoin', ...((rows?.n ?? 0) < MANY_IN_VILLAGES ? ['hashjoin'] : ['nestloop', 'indexscan'])];
  await tx.script(`
    ${avoided.map((way) => `set local enable_${way} = off`).join('; ')};
    insert into found
    select o.line, 'name-village', p.county_code, p.household_id, p.id
    from in_villages o join persons p on ${SAME_NAME} and p.village_code = o.village_code;
    ${avoided.map((way) => `set local enable_${way} = on`).join('; ')};`);
}

/**
 * Fills `resolved (line, method, county_code, household_id, person_id, candidates, candidate_count)` for the staged rows whose ID is
 * not sound, and for those whose sound ID two persons hold.
 */
export async function resolveOddRows(tx: Tx, keys: Keys, staged: Staged): Promise<void> {
  const { rows, odd } = staged;
  await findOneEdits(tx, keys, staged);
  await tx.script(`
    create temp table found (line int, step text, county_code int, household_id bigint, person_id bigint) on commit drop;
    insert into found select line, 'id-repaired', county_code, household_id, person_id from one_edit;
    analyze found;

    -- Somebody else of the county with the same name and the birth date and sex that the row shows: never guess.
    insert into found
    select o.line, 'id-repaired', p.county_code, p.household_id, p.id
    from ${odd} o
    join (select line, min(person_id) as person_id from one_edit group by line having count(*) = 1) e on e.line = o.line
    join persons p on ${SAME_NAME} and p.birth = o.birth and p.id_sex = o.sex and p.county_code = o.county_code
      and p.id <> e.person_id
    where o.sex <> 0;

    insert into found
    select o.line, 'name-birth', p.county_code, p.household_id, p.id
    from ${odd} o
    join persons p on ${SAME_NAME} and p.birth = o.birth and p.id_sex = o.sex and p.county_code = o.county_code
    where o.kind = 'readable' and o.name <> '' and not exists (select from one_edit e where e.line = o.line);`);
  await findInVillages(tx, odd);
  await tx.script(`
    -- A sound ID that two persons hold. Whoever claimed it later is nobody's rival for rows that have the name of one who held it.
    create temp table holders on commit drop as
    select s.line, x.county_code, x.household_id, x.person_id, c.person_id is not null as claims,
      c.person_id is null and x.name_hash = hashtext(s.name) as is_named
    from repeated_ids d join ${rows} s on s.id_key = d.id_key join person_index x on x.id_key = d.id_key
    left join id_claims c on c.person_id = x.person_id and c.id_key = d.id_key;
    insert into found
    select line, 'id', county_code, household_id, person_id from holders h
    where not h.claims or not exists (select from holders o where o.line = h.line and o.is_named);

    create temp table resolved on commit drop as
    select line, case when count(distinct person_id) = 1 then min(step) else 'ambiguous' end as method,
      case when count(distinct person_id) = 1 then min(county_code) end as county_code,
      case when count(distinct person_id) = 1 then min(household_id) end as household_id,
      case when count(distinct person_id) = 1 then min(person_id) end as person_id,
      case when count(distinct person_id) > 1
        then to_jsonb((array_agg(distinct county_code || '/' || household_id || '/' || person_id))[1:10]) end as candidates,
      count(distinct person_id)::int as candidate_count
    from found group by line;

    -- What a person decided for the same ID, name and village before.
    update resolved r set method = case when d.person_id is null then 'not-in-registry' else 'decided' end,
      county_code = d.county_code, household_id = d.household_id, person_id = d.person_id
    from (
      select line, coalesce(id_key, 0) as identity_key, name, village_code from ${odd}
      union all
      select s.line, s.id_key, s.name, null from ${rows} s join repeated_ids using (id_key)
    ) i
    join match_decisions d on d.identity_key = i.identity_key and d.name = i.name
      and coalesce((select r.successor_code from regions r where r.code = d.village_code), d.village_code) is not distinct from i.village_code
    where r.line = i.line and r.method = 'ambiguous';
    analyze resolved;

    -- Where the candidates live decides who may look at the row.
    create temp table review_span on commit drop as
    select f.line, min(p.village_code) as low, max(p.village_code) as high
    from resolved r join found f on f.line = r.line
    join persons p on p.county_code = f.county_code and p.household_id = f.household_id and p.id = f.person_id
    where r.method = 'ambiguous' group by f.line;`);
}
