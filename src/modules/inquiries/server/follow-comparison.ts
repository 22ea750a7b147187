// A request for comparison puts the household's persons onto the list of each department that is asked; taken back, they leave it
// again. In the transaction of the action.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { CasesHooks } from '../../cases/server/index.ts';

type OnActed = CasesHooks['onActed'];
type Row = Parameters<OnActed>[1];

/** The county's list that still grows; its row stays locked, so that places are given out one after the other. */
async function openList(tx: Tx, countyCode: number, department: string): Promise<number> {
  const { accountId, name } = tx.actor;
  const row = await tx.first(sql<{ id: number }>`
    insert into inquiries (region_code, department, account_id, account_name)
    values (${countyCode * 1_000_000}, ${department}, ${accountId}, ${name})
    on conflict (region_code, department) where sent_at is null do update set account_name = inquiries.account_name
    returning id`);
  if (!row) throw new Error('no inquiry');
  return row.id;
}

async function ask(tx: Tx, { countyCode, id, householdId }: Row, department: string): Promise<void> {
  const list = await openList(tx, countyCode, department);
  await tx.run(sql`
    insert into inquiry_persons (inquiry_id, position, county_code, case_id, household_id, person_id)
    select ${list}, (select coalesce(max(position), 0) from inquiry_persons where inquiry_id = ${list})
      + row_number() over (order by p.relation <> '户主', p.id), p.county_code, ${id}, p.household_id, p.id
    from persons p where p.county_code = ${countyCode} and p.household_id = ${householdId} and p.valid_to is null
      and not exists (select from inquiry_persons q where q.inquiry_id = ${list} and q.case_id = ${id} and q.person_id = p.id)`);
}

/** What a department answered already stays: it is on record. */
async function askNoMore(tx: Tx, { countyCode, id }: Row, departments: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from inquiry_persons q using inquiries i where i.id = q.inquiry_id and i.department = any(${departments}::text[])
      and q.county_code = ${countyCode} and q.case_id = ${id} and q.answered_at is null`);
}

export const followComparison: OnActed = async (tx, row, action, before, after) => {
  if (action.kind !== 'request-comparison' && action.kind !== 'recall') return;
  const [earlier, now] = [before.comparison.requested, after.comparison.requested];
  // In order, so that two officers who ask the same departments wait for each other and not crosswise.
  for (const department of now.filter((each) => !earlier.includes(each)).sort()) await ask(tx, row, department);
  const gone = earlier.filter((each) => !now.includes(each));
  if (gone.length > 0) await askNoMore(tx, row, gone);
};
