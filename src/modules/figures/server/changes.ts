// What made a figure change between two days: the rows that count on one of them alone, each day as it was known by its own moment.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { partsCounted } from './answer.ts';
import { rowColumns } from './read-registers.ts';
import type { Part, Reading } from './reading.ts';
import { type FigureRow, SHOWN } from './rows.ts';

/** `came`: it counts now and did not; `went`: it counted and does not. */
export type RowChange = FigureRow & { change: 'came' | 'went' };
export type RowChanges = { came: number; went: number; rows: RowChange[] };

/** What is counted once is the same thing whatever row tells of it (a roster has a new one each month); what is added up, by its amount. */
const sameOf = (counts: Part['counts']): RawBuilder<unknown> =>
  counts === 'amount' ? sql`concat_ws('|', p.register, p.key, p.object, p.amount)` : sql`p.object`;

/** Rows that are the same in a part stand for one. */
function rowsOf(parts: readonly Part[] | undefined): RawBuilder<unknown> {
  const none = sql`select ''::text as part, ''::text as same, ${rowColumns('n')} from (
    select ''::text as register, ''::text as key, 0::bigint as place, ''::text as object, 0::numeric as amount,
      null::date as since, null::date as until, null::int as batch, null::int as file_no, null::int as line,
      null::int as county_code, null::bigint as record_id) n where false`;
  return sql.join(
    [
      none,
      ...(parts ?? [])
        .map(
          ({ part, counts, rows }) => sql`
          select distinct on (${sameOf(counts)}) ${part}::text as part, ${sameOf(counts)} as same, ${rowColumns('p')}
          from (${rows}) p where p.register is not null order by ${sameOf(counts)}, p.key`,
        )
        .map((one) => sql`(${one})`),
    ],
    sql` union all `,
  );
}

type Found = RowChange & { total: number };

/** Of each kind at most `most` rows; all are counted. */
export async function rowChanges(
  tx: Tx,
  { now, then, most }: { now: Reading; then: Reading; most: number },
  definition: FigureDefinition,
): Promise<RowChanges> {
  const rowsNow = rowsOf(await partsCounted(tx, now, definition));
  const rowsThen = rowsOf(await partsCounted(tx, then, definition));
  const lonely = (change: string, own: RawBuilder<unknown>, other: RawBuilder<unknown>) => sql`
    select ${change}::text as change, o.* from ${own} o
    where not exists (select from ${other} e where e.part = o.part and e.same = o.same)`;
  const found = await tx.rows(sql<Found>`
    with now_rows as materialized (${rowsNow}), then_rows as materialized (${rowsThen}),
      changed as (${lonely('came', sql`now_rows`, sql`then_rows`)} union all ${lonely('went', sql`then_rows`, sql`now_rows`)}),
      placed as (select c.*, count(*) over (partition by c.change)::int as total,
        row_number() over (partition by c.change order by c.part, c.place, c.register, c.key) as ord from changed c)
    select x.change, x.total, ${SHOWN} from placed x where x.ord <= ${most} order by x.change, x.ord`);
  const totalOf = (change: RowChange['change']) => found.find((row) => row.change === change)?.total ?? 0;
  return { came: totalOf('came'), went: totalOf('went'), rows: found.map(({ total: _total, ...row }) => row) };
}
