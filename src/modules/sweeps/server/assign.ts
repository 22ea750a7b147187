// Who takes on which households: all of an area, of a list, or some that were picked, in one statement.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { SweepList } from '../domain/words.ts';
import { getRound, runningRound } from './read-rounds.ts';
import { countVillages, holdVillages } from './village-counts.ts';
import '../domain/problems.ts';

const MOST_PEOPLE = 500;

type Person = { accountId: number; name: string; areaName: string; items: number; open: number };

/** Who works in villages and townships of an area, with what they have taken on of a round there. Throws `sweeps.not-found`. */
export async function listPeople(tx: Tx, { number, area }: { number: string; area?: number | undefined }) {
  const { low, high } = await rangeAsked(tx, area);
  const { id } = await getRound(tx, number);
  return tx.rows(sql<Person>`
    select a.id as account_id, a.name, coalesce(r.name, '') as area_name, coalesce(t.items, 0) as items, coalesce(t.open, 0) as open
    from accounts a left join regions r on r.code = a.area_code
      left join (select i.assigned_to, count(*)::int as items, (count(*) filter (where i.visit_result is null or i.visit_result = 'not-met'))::int as open
        from sweep_items i where i.sweep_id = ${id} and i.village_code between ${low} and ${high} and i.left_on is null and i.assigned_to is not null
        group by 1) t on t.assigned_to = a.id
    where a.disabled_at is null and a.role in ('village-worker', 'township-officer')
      and (a.area_code between ${low} and ${high} or ${low}::bigint between a.area_code and region_high(a.area_code))
    order by a.area_code, a.name, a.id limit ${MOST_PEOPLE}`);
}

export type Assignment = {
  number: string;
  area: number;
  accountId: number;
  list?: SweepList | undefined;
  households?: readonly { countyCode: number; id: number }[] | undefined;
  onlyFree: boolean;
};

/** Households outside the person's own area stay as they were. Throws `sweeps.not-running`, `sweeps.nobody-assigned`. */
export async function assign(
  tx: Tx,
  { number, area, accountId, list, households, onlyFree }: Assignment,
): Promise<Outcome<{ assigned: number }>> {
  const round = await runningRound(tx, number);
  const { id } = round;
  const range = await rangeAsked(tx, area);
  await holdVillages(tx, id, range);
  const picked = households
    ? sql`(i.county_code, i.household_id) in (select * from unnest(${households.map(({ countyCode }) => countyCode)}::int[], ${households.map((one) => one.id)}::bigint[]))`
    : sql`true`;
  const assigned = await tx.run(sql`
    update sweep_items i set assigned_to = a.id from accounts a
    where i.sweep_id = ${id} and i.village_code between ${range.low} and ${range.high} and i.left_on is null and ${picked}
      and ${list ? sql`${list} = any(i.lists)` : sql`true`} and ${onlyFree ? sql`i.assigned_to is null` : sql`true`}
      and a.id = ${accountId} and a.disabled_at is null and (i.village_code between a.area_code and region_high(a.area_code)
        or exists (select from account_areas x where x.account_id = a.id and i.village_code between x.area_code and region_high(x.area_code)))`);
  if (assigned === 0) throw new Problem('sweeps.nobody-assigned');
  await countVillages(tx, id, range);
  return {
    result: { assigned },
    audit: {
      ...{ operation: 'sweeps.assign', subjectKind: 'sweep', subjectId: round.number, regionCode: area },
      after: { accountId, list, households: assigned },
    },
  };
}
