// Which rows of one serial number count when several offices handed it in (data contract §3): the first of each office, but of
// those that say the same of the same person only one. Where they say different things, all count and each has an open issue.

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { correctIssues, openIssues } from '../../../households/server/index.ts';
import { type FeedDefinition, feedTable } from '../../domain/feed-definition.ts';
import { sameSerial, serialColumn, storedColumns } from '../feed-tables.ts';

const CLASH = 'serial-clash';

/** The rows of the serial numbers in `asked`, and whether each is to count, as `recount`. */
function judged(definition: FeedDefinition, serial: string, asked: string): string {
  const amounts = storedColumns(definition).flatMap(({ name, column }) => (column.kind === 'amount' ? [name] : []));
  const order = 'order by loaded_at nulls last, batch_id, line';
  // Of a row that found nobody, what was written where the person should be says whether it is the same.
  const same = ['person_id', 'id_key', 'name', ...amounts].join(', ');
  return `create temp table recount on commit drop as
    with rows as (
      select f.part, f.batch_id, f.line, f.${serial}, f.counts, f.county_code, f.household_id, f.person_id, s.id_key, s.name,
        ${amounts.map((name) => `f.${name}`).join(', ')}, b.region_code, b.loaded_at
      from (select distinct serial_hash, ${serial} from ${asked}) a
      join ${feedTable(definition)} f on ${sameSerial(serial, 'f', 'a')}
      join feed_batches b on b.id = f.batch_id
      left join stray_rows s on f.person_id is null and s.batch_id = f.batch_id and s.line = f.line),
    firsts as (
      select *, row_number() over (partition by ${serial}, region_code ${order}) = 1 as is_first from rows),
    decided as (
      select *, is_first and row_number() over (partition by ${serial}, is_first, ${same} ${order}) = 1 as should from firsts)
    select *, count(*) filter (where should) over (partition by ${serial}) > 1 as clashes from decided;
    analyze recount;`;
}

const PEND_CHANGED = `insert into pending_rescreens (household_id, village_code)
    select distinct h.id, h.village_code from recount r
    join households h on h.county_code = r.county_code and h.id = r.household_id where r.counts <> r.should;`;

/**
 * Decides again about all rows of the serial numbers that the table `asked (serial_hash, <serial>)` holds: who counts, which
 * issues stand. Households whose rows came to count or no longer do wait for a screening, unless `waits` is false.
 */
export async function recountSerials(tx: Tx, definition: FeedDefinition, asked: string, waits = true): Promise<void> {
  const serial = serialColumn(definition);
  if (!serial) return;
  const table = feedTable(definition);
  await tx.script(`
    ${judged(definition, serial, asked)}
    update ${table} f set counts = r.should from recount r
    where f.part = r.part and f.batch_id = r.batch_id and f.line = r.line and f.serial_hash = hashtext(r.${serial}) and r.counts <> r.should;
    ${waits ? PEND_CHANGED : ''}`);
  await judgeIssues(tx, definition, serial);
  await tx.script('drop table recount');
}

/** A row that counts beside another of its serial number has an open issue, and no other row has. */
async function judgeIssues(tx: Tx, { code }: FeedDefinition, serial: string): Promise<void> {
  const dataset = sql.lit(code);
  await correctIssues(
    tx,
    sql`select i.county_code, i.id from recount r join data_issues i on i.batch_id = r.batch_id and i.line = r.line
      where i.dataset = ${dataset} and i.code = ${CLASH} and i.state = 'open' and not (r.clashes and r.should)`,
  );
  await openIssues(
    tx,
    sql`select coalesce(r.county_code, r.region_code / 1000000), coalesce(h.village_code, r.region_code), r.household_id,
        r.person_id, ${CLASH}, ${dataset}, r.batch_id, r.line, jsonb_build_object('about', r.${sql.ref(serial)})
      from recount r left join households h on h.county_code = r.county_code and h.id = r.household_id
      where r.clashes and r.should and not exists (select from data_issues i where i.batch_id = r.batch_id and i.line = r.line
        and i.dataset = ${dataset} and i.code = ${CLASH} and i.state <> 'corrected')`,
  );
}
