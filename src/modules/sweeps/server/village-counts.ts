// How far each village of a round is: kept, so that the board of the region sums villages and not households. Whoever changes items of a village holds its
// row first, and counts it anew before the end: two visits of one village wait for each other, and none is lost.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { LIST_CODES, NOT_DONE } from '../domain/words.ts';

const DONE = sql.raw(
  `i.visit_result is not null and i.visit_result not in (${NOT_DONE.map((one) => `'${one}'`).join(', ')})`,
);

const among = (list: string) => sql.raw(`'${list}' = any(i.lists)`);
const count = (where: RawBuilder<unknown>) => sql`(count(*) filter (where ${where}))::int`;
const result = (code: string) => count(sql`i.visit_result = ${sql.lit(code)}`);

const COUNTED = sql`count(*)::int as items, ${count(DONE)} as done, ${result('whole-away')} as away, ${result('not-met')} as not_met,
  ${count(sql`${DONE} and i.visit_mode = 'in-person'`)} as in_person, ${count(sql`i.late`)} as late, ${result('clue')} as clues,
  ${result('dept-issue')} as dept_issues, ${result('data-issue')} as data_issues, ${count(sql`i.assigned_to is null`)} as unassigned,
  array[${sql.join(LIST_CODES.map((list) => count(among(list))))}]::int[] as list_items,
  array[${sql.join(LIST_CODES.map((list) => count(sql`${among(list)} and ${DONE}`)))}]::int[] as list_done`;

const COLUMNS = sql.raw(
  'items, done, away, not_met, in_person, late, clues, dept_issues, data_issues, unassigned, list_items, list_done',
);
const RENEWED = sql.raw(
  [
    'items',
    'done',
    'away',
    'not_met',
    'in_person',
    'late',
    'clues',
    'dept_issues',
    'data_issues',
    'unassigned',
    'list_items',
    'list_done',
  ]
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
);

/** Holds the villages of a range until the end of the transaction, in one order. */
export async function holdVillages(tx: Tx, sweepId: number, { low, high }: RegionRange): Promise<void> {
  await tx.run(
    sql`select from sweep_villages where sweep_id = ${sweepId} and village_code between ${low} and ${high} order by village_code for update`,
  );
}

/** Counts the villages of a range anew; one that has nobody left stays with noughts. */
export async function countVillages(tx: Tx, sweepId: number, { low, high }: RegionRange): Promise<void> {
  await tx.run(sql`
    insert into sweep_villages (sweep_id, village_code, ${COLUMNS})
    select ${sweepId}::bigint, i.village_code, ${COUNTED} from sweep_items i
    where i.sweep_id = ${sweepId} and i.village_code between ${low} and ${high} and i.left_on is null group by i.village_code
    on conflict (sweep_id, village_code) do update set ${RENEWED}`);
  await tx.run(sql`
    update sweep_villages v set items = 0, done = 0, away = 0, not_met = 0, in_person = 0, late = 0, clues = 0, dept_issues = 0, data_issues = 0,
      unassigned = 0, list_items = '{0,0,0,0,0,0}', list_done = '{0,0,0,0,0,0}'
    where v.sweep_id = ${sweepId} and v.village_code between ${low} and ${high} and v.items > 0 and not exists (select from sweep_items i
      where i.sweep_id = v.sweep_id and i.village_code = v.village_code and i.left_on is null)`);
  await countDays(tx, sweepId, { low, high });
}

/** The same by day: what changed is written, so that a visit writes one row. */
async function countDays(tx: Tx, sweepId: number, { low, high }: RegionRange): Promise<void> {
  await tx.run(sql`
    with now as (select i.village_code, i.visited_on, count(*)::int as done, ${count(sql`i.visit_mode = 'in-person'`)} as in_person from sweep_items i
        where i.sweep_id = ${sweepId} and i.village_code between ${low} and ${high} and i.left_on is null and ${DONE} group by 1, 2),
      gone as (delete from sweep_days d where d.sweep_id = ${sweepId} and d.village_code between ${low} and ${high}
        and not exists (select from now n where n.village_code = d.village_code and n.visited_on = d.visited_on))
    insert into sweep_days as d (sweep_id, village_code, visited_on, done, in_person) select ${sweepId}::bigint, n.* from now n
    on conflict (sweep_id, village_code, visited_on) do update set done = excluded.done, in_person = excluded.in_person
    where (d.done, d.in_person) is distinct from (excluded.done, excluded.in_person)`);
}

/** The same for rechecks. */
export async function countRechecks(tx: Tx, sweepId: number, { low, high }: RegionRange): Promise<void> {
  await tx.run(sql`
    update sweep_villages v set rechecked = c.rechecked, inconsistent = c.inconsistent, unchecked = c.unchecked
    from (select w.village_code, count(c.checked_on)::int as rechecked, (count(*) filter (where cardinality(c.differing) > 0))::int as inconsistent,
        (count(*) filter (where c.id is not null and c.checked_on is null))::int as unchecked
      from sweep_villages w left join sweep_rechecks c on c.sweep_id = w.sweep_id and c.village_code = w.village_code and c.redone_at is null
      where w.sweep_id = ${sweepId} and w.village_code between ${low} and ${high} group by 1) c
    where v.sweep_id = ${sweepId} and v.village_code = c.village_code`);
}
