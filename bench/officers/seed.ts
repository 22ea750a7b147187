// Cases all over the region, and the officers who work on them: in each of some counties one officer of the county, two of
// townships and two village workers.

import { sql } from 'kysely';
import type { Shouwang } from '../../src/app/open-shouwang.ts';
import { createAccounts, type GivenAccount } from '../../src/modules/accounts/server/index.ts';
import type { DemoStory } from '../../src/modules/demo/domain/cases/case-stories.ts';
import { identified } from '../../src/modules/demo/domain/cases/case-stories.ts';
import { type DemoHousehold, tellStories } from '../../src/modules/demo/server/load-cases.ts';

const OFFICERS_PER_COUNTY = 5;

/** Two townships of a county, each with the village that has most cases. */
export type Place = { countyCode: number; townships: { code: number; village: number }[] };

type Chosen = { places: Place[]; households: DemoHousehold[] };

async function chooseTownships({ db }: Shouwang, counties: number) {
  return db.bulkRead((tx) =>
    tx.rows(sql<{ countyCode: number; township: number }>`
      with sizes as (
        select county_code, village_code / 1000 as township, count(*) as n,
          row_number() over (partition by county_code order by count(*) desc, village_code / 1000) as place
        from households where valid_to is null group by 1, 2),
      counties as (select county_code, row_number() over (order by county_code) as c from sizes where place = 2)
      select s.county_code, s.township from sizes s join counties using (county_code)
      where s.place <= 2 and c <= ${counties} order by s.county_code, s.place`),
  );
}

/** Households of the townships, with no case and no monitoring. */
async function chooseHouseholds(
  { db }: Shouwang,
  townships: readonly number[],
  each: number,
): Promise<DemoHousehold[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<DemoHousehold>`
      select h.* from unnest(${[...townships]}::bigint[]) t (township), lateral (
        select county_code, id, village_code, head_name, kind = 'lifted' as lifted, member_count as members from households
        where village_code between t.township * 1000 and t.township * 1000 + 999 and valid_to is null
          and monitoring_category is null order by village_code, id limit ${each}) h`),
  );
}

export async function choosePlaces(shouwang: Shouwang, officers: number, cases: number): Promise<Chosen> {
  const rows = await chooseTownships(shouwang, Math.ceil(officers / OFFICERS_PER_COUNTY));
  const townships = rows.map(({ township }) => township);
  const households = await chooseHouseholds(shouwang, townships, Math.ceil((cases * 1.3) / townships.length));
  const places = new Map<number, Place>();
  for (const { countyCode, township } of rows) {
    const village = households.find(({ villageCode }) => Math.floor(villageCode / 1000) === township)?.villageCode;
    const place = places.get(countyCode) ?? { countyCode, townships: [] };
    if (village) place.townships.push({ code: township * 1000, village });
    places.set(countyCode, place);
  }
  return { places: [...places.values()], households };
}

/** In every step, due before or after today by some days. */
function storyOf(index: number): DemoStory {
  const found = 14 + (index % 4);
  return { found, told: identified(found, index % 10) };
}

/** Three quarters of the households get a case; the others stay for new clues. */
export async function openCases(shouwang: Shouwang, households: readonly DemoHousehold[]): Promise<number> {
  const chosen = households.filter((_, i) => i % 4 !== 3);
  await tellStories(
    shouwang,
    chosen,
    chosen.map((_, i) => storyOf(i)),
  );
  return chosen.length;
}

export function accountsOf(places: readonly Place[], prefix: string): GivenAccount[] {
  return places.flatMap(({ countyCode, townships }) => {
    const given = (kind: string, role: GivenAccount['role'], areaCode: number): GivenAccount => ({
      username: `${prefix}-${kind}-${areaCode}`,
      name: '测量',
      role,
      areaCode,
    });
    return [
      given('c', 'county-officer', countyCode * 1_000_000),
      ...townships.flatMap(({ code, village }) => [
        given('t', 'township-officer', code),
        given('v', 'village-worker', village),
      ]),
    ];
  });
}

export async function makeAccounts(shouwang: Shouwang, accounts: readonly GivenAccount[], password: string) {
  await createAccounts(shouwang.db, accounts, password, false);
}
