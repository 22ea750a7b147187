// Counts of parts kept by county. A count stands where every change of its tables in its county is one that it has seen: whoever changes
// a row leaves a mark with the transaction in it (db/migrations/0135_figure_counts.sql), and a snapshot knows which transactions it saw.

import { sql } from 'kysely';
import { systemActor } from '../../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../../platform/server/db.ts';
import type { Part } from '../reading.ts';
import type { Keeping } from './marked.ts';

/** Of a county; `objects`: what was counted once, where the part counts objects. */
export type CountyCount = { county: number; total: string; objects: string[] | null };
type Counted = Keeping & { seen: string; counts: CountyCount[] };

const CLUSTER = sql`(select system_identifier from pg_control_system())`;

/** On a kept count `c`: no change of these tables that concerns its county came after it. */
const stands = ({ tables }: Keeping) => sql`c.cluster = ${CLUSTER} and not exists (select from figure_marks m
  where m.source = any(${tables}::text[]) and m.county_code in (0, c.county_code) and m.xid >= pg_snapshot_xmin(c.seen)
    and not pg_visible_in_snapshot(m.xid, c.seen))`;

/** Those of the counties whose counts stand. */
export async function standingCounties(tx: Tx, keeping: Keeping, counties: readonly number[]): Promise<number[]> {
  const found = await tx.rows(sql<{ county: number }>`select c.county_code as county from figure_counts c
    where c.asked = decode(${keeping.asked}, 'hex') and c.county_code = any(${[...counties]}::int[]) and ${stands(keeping)}`);
  return found.map(({ county }) => county);
}

/** What the kept counts of the counties and those counted anew come to; nothing where a count has gone meanwhile. */
export async function together(
  tx: Tx,
  { asked }: Keeping,
  kept: readonly number[],
  anew: readonly CountyCount[],
): Promise<string | undefined> {
  const objects = anew.flatMap((count) => count.objects ?? []);
  const found = await tx.first(sql<{ total: string; objects: string; counties: number; distinct: boolean }>`
    with kept as materialized (select c.total, c.objects from figure_counts c
      where c.asked = decode(${asked}, 'hex') and c.county_code = any(${[...kept]}::int[]))
    select (select coalesce(sum(x.total), 0)::text from (select total from kept union all select unnest(${anew.map(({ total }) => total)}::numeric[])) x (total)) as total,
      (select count(distinct x.o)::text from (select unnest(objects) from kept union all select unnest(${objects}::text[])) x (o)) as objects,
      (select count(*)::int from kept) as counties, exists (select from kept where objects is not null) as distinct`);
  if (found?.counties !== kept.length) return undefined;
  return found.distinct || anew.some((count) => count.objects !== null) ? found.objects : found.total;
}

/** What the database shows at the moment. Taken before a count, it has seen no more than the count has. */
export async function snapshotNow(tx: Tx): Promise<string> {
  return (await tx.first(sql<{ seen: string }>`select pg_current_snapshot()::text as seen`))?.seen ?? '';
}

/** The part's rows by county. */
export function countByCounty(tx: Tx, { counts, rows }: Part): Promise<CountyCount[]> {
  const isAmount = counts === 'amount';
  return tx.rows(sql<CountyCount>`select (x.place / 1000000)::int as county,
    ${isAmount ? sql`coalesce(sum(x.amount), 0)` : sql`count(distinct x.object)`}::text as total,
    ${isAmount ? sql`null::text[]` : sql`array_agg(distinct x.object)`} as objects from (${rows}) x group by 1`);
}

const waiting = new WeakMap<Tx, Counted[]>();

/** Remembers what was counted in a transaction that may only read. */
export function remember(tx: Tx, counted: Counted): void {
  waiting.set(tx, [...(waiting.get(tx) ?? []), counted]);
}

/** Lets go of old counts, and of marks that are older than any count there is. */
async function forgetOld(tx: Tx): Promise<void> {
  await tx.run(sql`delete from figure_counts where kept_at < now() - interval '2 days'`);
  await tx.run(sql`delete from figure_marks where at < now() - interval '4 days'`);
}

/** After a restore: numbers of transactions mean nothing in another cluster. */
export async function forgetCounts(tx: Tx): Promise<void> {
  await tx.run(sql`delete from figure_counts`);
  await tx.run(sql`delete from figure_marks`);
}

async function keepCounted(db: Database, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return;
  await db.bulk(systemActor('figures'), async (tx) => {
    for (const { asked, seen, counts } of counted)
      await tx.run(sql`insert into figure_counts (asked, county_code, total, objects, seen, cluster)
        select decode(${asked}, 'hex'), x.county, x.total, x.objects, ${seen}::pg_snapshot, ${CLUSTER}
        from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) x (county int, total numeric, objects text[]) order by 2
        on conflict (asked, county_code) do update set (total, objects, seen, cluster, kept_at)
          = (excluded.total, excluded.objects, excluded.seen, excluded.cluster, excluded.kept_at)`);
    await forgetOld(tx);
    return { result: undefined, audit: [] };
  });
}

/** Work that counts figures; what it counted is kept. */
export async function readKeeping<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  let counted: readonly Counted[] = [];
  const result = await db.bulkRead(async (tx) => {
    const answer = await work(tx);
    counted = waiting.get(tx) ?? [];
    return answer;
  });
  await keepCounted(db, counted);
  return result;
}
