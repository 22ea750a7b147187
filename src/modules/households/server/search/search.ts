// Finding households and persons by what somebody typed. Every way ends in a bounded number of probes into an index: names
// go through the list of distinct names, IDs through the blind index, tails are compared after opening.

import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod';
import { Problem } from '../../../../kernel/problem.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { blindKey, type Keys, open } from '../../../../platform/server/keys.ts';
import { type AreaAsked, areaAsked, isAtMost } from '../../../regions/server/index.ts';
import { maskId, readSecrets } from '../../domain/mask.ts';
import { readSearchText } from '../../domain/search-text.ts';
import type { searchHit } from '../../domain/shapes.ts';
import { withoutNulls } from '../rows.ts';
import { MOST_NAMES, namesMeant, namesSpelled } from './find-names.ts';
import '../../domain/problems.ts';

export type SearchHit = z.output<typeof searchHit>;
type Found = { countyCode: number; householdId: number; personId: number | null };

/** Namesakes whose IDs are opened to compare their tails. */
const MOST_NAMESAKES = 5000;
/** Households that the list keeps of a search. */
const MOST_HOUSEHOLDS = 300;

/**
 * The eldest first. In the whole region there are thousands of namesakes, and going by birth ends at the limit; planners take
 * the area, of which they know only that there is one, for a narrow one, and would sort them all. Inside a prefecture they are right.
 */
async function findByName(tx: Tx, names: string[], area: AreaAsked, limit: number): Promise<Found[]> {
  return tx.rows(sql<Found>`
    select p.county_code, p.household_id, p.id as person_id
    from (select name, hashtext(name) as hash from unnest(${names}::text[]) with ordinality as n (name, at) order by at offset 0) n
    cross join lateral (select county_code, household_id, id from persons
      where name_hash = n.hash and name = n.name and village_code between ${area.low} and ${area.high} and valid_to is null
      order by birth limit ${limit}) p
    limit ${limit}`);
}

async function namesOf(tx: Tx, names: RawBuilder<{ name: string }>): Promise<string[]> {
  const rows = await tx.rows(names);
  return [...new Set(rows.map((row) => row.name))].slice(0, MOST_NAMES);
}

async function findById(tx: Tx, keys: Keys, id: string): Promise<Found[]> {
  return tx.kept.rows(sql<Found>`
    select p.county_code, p.household_id, p.id as person_id
    from persons p where p.id_key = ${blindKey(keys, 'id', id) ?? null}::bigint and not p.id_passed_on limit 50`);
}

async function findByNumber(tx: Tx, number: string): Promise<Found[]> {
  return tx.rows(sql<Found>`
    select county_code, id as household_id, null::bigint as person_id from households where number = ${number}
    union all
    select county_code, household_id, id from persons where number = ${number}`);
}

type Sealed = Found & { sealed: Buffer };

function withTail(keys: Keys, rows: Sealed[], tail: string, limit: number): Found[] {
  const found: Found[] = [];
  for (const { sealed, ...row } of rows)
    if (found.length < limit && readSecrets(open(keys, sealed)).id.endsWith(tail)) found.push(row);
  return found;
}

async function findByNameAndTail(
  tx: Tx,
  keys: Keys,
  { name, tail, area, limit }: { name: string; tail: string; area: AreaAsked; limit: number },
) {
  const names = await namesOf(tx, namesMeant(name));
  const rows = await tx.rows(sql<Sealed>`
    select p.county_code, p.household_id, p.id as person_id, p.sealed
    from (select name, hashtext(name) as hash from unnest(${names}::text[]) with ordinality as n (name, at) order by at offset 0) n
    cross join lateral (select county_code, household_id, id, sealed from persons
      where name_hash = n.hash and name = n.name and village_code between ${area.low} and ${area.high} and valid_to is null
        and sealed is not null and id_sex = ${sexOfTail(tail)}
      limit ${MOST_NAMESAKES}) p
    limit ${MOST_NAMESAKES}`);
  return withTail(keys, rows, tail, limit);
}

/** The last digit but one says the sex: 1 male, 2 female. */
function sexOfTail(tail: string): number {
  return Number(tail.at(-2)) % 2 === 1 ? 1 : 2;
}

/** Sex and the day of birth, which are at hand, narrow down whose IDs have to be opened. */
async function findByTail(tx: Tx, keys: Keys, tail: string, area: AreaAsked, limit: number): Promise<Found[]> {
  if (!isAtMost(area, 'township')) throw new Problem('households.tail-too-wide');
  const days = tail.length - 4;
  const birth = days > 0 ? sql`p.birth % ${sql.lit(10 ** days)} = ${Number(tail.slice(0, days))}` : sql`true`;
  const rows = await tx.rows(sql<Sealed>`
    select p.county_code, p.household_id, p.id as person_id, p.sealed
    from households h join persons p on p.county_code = h.county_code and p.household_id = h.id
    where h.village_code between ${area.low} and ${area.high} and p.valid_to is null and p.sealed is not null
      and p.id_sex = ${sexOfTail(tail)} and ${birth}
    limit 40000`);
  return withTail(keys, rows, tail, limit);
}

async function find(tx: Tx, keys: Keys, text: string, area: AreaAsked, limit: number): Promise<Found[]> {
  const typed = readSearchText(text);
  switch (typed.kind) {
    case 'id':
      return findById(tx, keys, typed.id);
    case 'number':
      return findByNumber(tx, typed.number);
    case 'tail':
      return findByTail(tx, keys, typed.tail, area, limit);
    case 'name-tail':
      return findByNameAndTail(tx, keys, { name: typed.name, tail: typed.tail, area, limit });
    case 'pinyin':
      return findByName(tx, await namesOf(tx, namesSpelled(typed.letters)), area, limit);
    case 'name':
      return findByName(tx, await namesOf(tx, namesMeant(typed.name)), area, limit);
    case 'nothing':
      return [];
  }
}

/** Keys of the households that the text finds, for the list. */
export async function findHouseholds(tx: Tx, keys: Keys, text: string, area: AreaAsked) {
  const found = await find(tx, keys, text, area, MOST_HOUSEHOLDS);
  const known = new Map(found.map((row) => [`${row.countyCode}-${row.householdId}`, row]));
  return [...known.values()];
}

/** Households of an area, or of all the actor's, that somebody means who types what the search box takes. */
export async function householdsMeant(tx: Tx, keys: Keys, text: string, area: number | undefined) {
  return findHouseholds(tx, keys, text, await areaAsked(tx, area ?? tx.actor.areaCode));
}

type HitRow = {
  countyCode: number;
  householdId: number;
  number: string;
  headName: string;
  memberCount: number;
  villageCode: number;
  villageName: string;
  townshipName: string;
  personId: number | null;
  personName: string | null;
  relation: string | null;
  sealed: Buffer | null;
};

async function readHits(tx: Tx, keys: Keys, found: Found[], area: AreaAsked): Promise<SearchHit[]> {
  const rows = await tx.kept.rows(sql<HitRow>`
    select h.county_code, h.id as household_id, h.number, h.head_name, h.member_count, h.village_code,
      coalesce(v.name, '') as village_name, coalesce(t.name, '') as township_name,
      p.id as person_id, p.name as person_name, p.relation, p.sealed
    from unnest(${found.map((row) => row.countyCode)}::int[], ${found.map((row) => row.householdId)}::bigint[],
      ${found.map((row) => row.personId)}::bigint[]) with ordinality as f (county_code, household_id, person_id, n)
    join households h on h.county_code = f.county_code and h.id = f.household_id
      and h.village_code between ${area.low} and ${area.high}
    left join persons p on p.county_code = f.county_code and p.household_id = f.household_id and p.id = f.person_id
    left join regions v on v.code = h.village_code
    left join regions t on t.code = v.parent_code
    order by f.n`);
  return rows.map(({ sealed, ...row }) => {
    const id = sealed ? readSecrets(open(keys, sealed)).id : '';
    return { ...withoutNulls(row), ...(id === '' ? {} : { idMasked: maskId(id) }) };
  });
}

/** Persons and households of the area, best first; `more` says that the limit cut some off. */
export async function searchHouseholds(
  tx: Tx,
  keys: Keys,
  { text, area, limit }: { text: string; area: AreaAsked; limit: number },
): Promise<{ items: SearchHit[]; more: boolean }> {
  const found = await find(tx, keys, text, area, limit + 1);
  const items = await readHits(tx, keys, found.slice(0, limit), area);
  return { items, more: found.length > limit };
}
