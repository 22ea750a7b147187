// The rows behind a figure: the same selects that its number is counted from, with where each came from.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { partsCounted } from './answer.ts';
import type { Part, Reading } from './reading.ts';

export type FigureRow = {
  /** 分子, 本期 …; empty where the figure has one part, the county where it is the least of counties. */
  part: string;
  register: string;
  key: string;
  place: number;
  object: string;
  /** Fen, persons, 1; as text, because it may be large. */
  amount: string;
  since: string | null;
  until: string | null;
  source: string | null;
  countyCode: number;
  recordId: number;
};

/** The file a row came with: of a set of registers, of the registry, of a feed. Nothing where it was entered on screen. */
const FILE_NAME = sql`case
  when x.batch is null then null
  when x.register in ('households', 'members') then (select b.files ->> 0 from import_batches b where b.id = x.batch)
  when x.register = 'dibao-roster' then (select b.file_name from feed_batches b where b.id = x.batch)
  else (select s.files -> x.file_no ->> 'name' from register_sets s where s.id = x.batch) end`;

/** Rows of a part, each with its name as `part`. */
export function named({ part, counts, rows }: Part): RawBuilder<unknown> {
  return counts === 'least'
    ? sql`select p.county::text as part, p.* from (${rows}) p where p.register is not null`
    : sql`select ${part}::text as part, p.* from (${rows}) p`;
}

/** All rows of the figure's parts, each with the name of its part as `part`. Nothing where the figure has no number. */
export async function rowsBehind(
  tx: Tx,
  r: Reading,
  definition: FigureDefinition,
): Promise<RawBuilder<unknown> | undefined> {
  const parts = await partsCounted(tx, r, definition);
  return parts && sql`(${sql.join(parts.map(named), sql` union all `)})`;
}

/** What a list shows of rows `x`. */
export const SHOWN = sql`x.part, x.register, x.key, x.place, x.object, trim_scale(x.amount)::text as amount, x.since, x.until,
  x.county_code, x.record_id, ${FILE_NAME} || ':' || x.line as source`;

/** No two rows of a part are alike in these, in the order of the list: county by county. */
export const PLACE_IN_LIST = sql`x.part, x.place, x.register, x.key, coalesce(x.record_id, 0), coalesce(x.batch, 0), coalesce(x.line, 0)`;

const PART = 5000;

/** All rows, some thousands at a time. */
export async function* eachRow(tx: Tx, rows: RawBuilder<unknown>): AsyncGenerator<FigureRow[]> {
  await tx.run(sql`declare figure_rows cursor for select ${SHOWN} from ${rows} x order by ${PLACE_IN_LIST}`);
  for (;;) {
    const found = await tx.rows<FigureRow>(sql.raw(`fetch ${PART} from figure_rows`));
    if (found.length > 0) yield found;
    if (found.length < PART) break;
  }
  await tx.script('close figure_rows');
}
