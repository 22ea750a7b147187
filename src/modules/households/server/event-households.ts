// What every event does to the households it touches: lock, keep the old version, set counts and head right.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { findRegion } from '../../regions/server/index.ts';
import type { HistoryKind } from '../domain/events.ts';
import { localNumber } from '../domain/local-number.ts';
import '../domain/problems.ts';

export type LockedHousehold = {
  countyCode: number;
  id: number;
  number: string;
  villageCode: number;
  headName: string;
  memberCount: number;
  incomeYear: number | null;
  validFrom: string;
  validTo: string | null;
};

/** Locks a household that still exists and keeps it as a version. Throws `households.not-found`, `households.ended`. */
export async function lockHousehold(tx: Tx, countyCode: number, id: number): Promise<LockedHousehold> {
  const household = await tx.first(sql<LockedHousehold>`
    select county_code, id, number, village_code, head_name, member_count, income_year, valid_from, valid_to
    from households where county_code = ${countyCode} and id = ${id} for update`);
  if (!household) throw new Problem('households.not-found');
  if (household.validTo !== null) throw new Problem('households.ended', { number: household.number });
  await tx.run(sql`insert into record_versions (county_code, subject, subject_id, before, account_name)
    select county_code, 'household', id, to_jsonb(h) - 'phone_sealed', ${tx.actor.name} from households h
    where county_code = ${countyCode} and id = ${id}`);
  return household;
}

/** Two households are locked in the order of their ids, so that two officers cannot wait for each other. */
export async function lockTwo(tx: Tx, countyCode: number, id: number, other: number) {
  if (id === other) throw new Problem('households.same-household');
  const first = await lockHousehold(tx, countyCode, Math.min(id, other));
  const second = await lockHousehold(tx, countyCode, Math.max(id, other));
  return first.id === id ? { household: first, other: second } : { household: second, other: first };
}

/** What an event is checked against: the household, on the day it is recorded (`today`, ISO). */
export function checkDate(date: string, household: LockedHousehold, today: string): void {
  if (date > today) throw new Problem('households.date-in-future', { date });
  if (date < household.validFrom)
    throw new Problem('households.date-too-early', { date, what: '本户登记日期', since: household.validFrom });
}

/** A village of the actor's area in the same county. Throws `households.no-such-village`, `households.other-county`. */
export async function checkVillage(tx: Tx, code: number, countyCode: number): Promise<string> {
  const region = await findRegion(tx, code);
  const { low, high } = tx.actor.range;
  if (region?.level !== 'village' || code < low || code > high) throw new Problem('households.no-such-village');
  if (countyOf(code) !== countyCode) throw new Problem('households.other-county');
  return region.name;
}

/** A household of its own for those who split off; kind and monitoring go along, income has to be asked for anew. */
export async function addHousehold(tx: Tx, from: LockedHousehold, villageCode: number, onDate: string) {
  const made = await tx.first(sql<{ id: number }>`select nextval('household_ids') as id`);
  const id = made?.id ?? 0;
  const number = localNumber(id);
  await tx.run(sql`
    insert into households (county_code, id, village_code, number, kind, monitoring_category, risk_cleared, batch_id, line, valid_from)
    select county_code, ${id}::bigint, ${villageCode}::bigint, ${number}, kind, monitoring_category, risk_cleared, 0, 0, ${onDate}::date
    from households where county_code = ${from.countyCode} and id = ${from.id}`);
  return { id, number };
}

export async function setVillage(tx: Tx, household: LockedHousehold, villageCode: number): Promise<void> {
  const { countyCode, id } = household;
  for (const table of ['persons', 'data_issues', 'registry_corrections', 'household_events'])
    await tx.run(sql`update ${sql.table(table)} set village_code = ${villageCode}
      where county_code = ${countyCode} and household_id = ${id}`);
  await tx.run(
    sql`update households set village_code = ${villageCode} where county_code = ${countyCode} and id = ${id}`,
  );
}

type Members = { n: number; heads: number; head: string | null };

/** Count and head's name from the members of now; without members the household ends on that day. */
export async function settle(tx: Tx, countyCode: number, id: number, onDate: string): Promise<void> {
  const members = await tx.first(sql<Members>`
    select count(*)::int as n, count(*) filter (where relation = '户主')::int as heads,
      coalesce(min(name) filter (where relation = '户主'), min(name)) as head
    from persons where county_code = ${countyCode} and household_id = ${id} and valid_to is null`);
  const { n = 0, heads = 0, head = null } = members ?? {};
  await tx.run(sql`update households set member_count = ${n}, head_name = coalesce(${head}, head_name),
      valid_to = ${n === 0 ? onDate : null}::date
    where county_code = ${countyCode} and id = ${id}`);
  await settleHeadIssue(tx, { countyCode, id, missing: n > 0 && heads === 0 });
}

/** A household without a head is a data issue as long as it lasts. */
async function settleHeadIssue(tx: Tx, household: { countyCode: number; id: number; missing: boolean }): Promise<void> {
  const { countyCode, id, missing } = household;
  if (missing)
    await tx.run(sql`insert into data_issues (county_code, village_code, household_id, code)
      select county_code, village_code, id, 'no-head' from households h where county_code = ${countyCode} and id = ${id}
        and not exists (select from data_issues d where d.county_code = h.county_code and d.household_id = h.id
          and d.code = 'no-head' and d.state = 'open')`);
  else
    await tx.run(sql`update data_issues set state = 'corrected', closed_at = now()
      where county_code = ${countyCode} and household_id = ${id} and code = 'no-head' and state = 'open'`);
}

export type EventRow = {
  household: { countyCode: number; id: number; villageCode: number };
  kind: HistoryKind;
  onDate: string;
  personId?: number;
  detail: Record<string, string | number>;
};

export async function addEvent(tx: Tx, { household, kind, onDate, personId, detail }: EventRow): Promise<number> {
  const row = await tx.first(sql<{ id: number }>`
    insert into household_events (county_code, household_id, person_id, village_code, kind, on_date, detail, account_name)
    values (${household.countyCode}, ${household.id}, ${personId ?? null}, ${household.villageCode}, ${kind}, ${onDate},
      ${JSON.stringify(detail)}::jsonb, ${tx.actor.name}) returning id`);
  return row?.id ?? 0;
}
