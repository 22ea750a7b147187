// Counts of parts that are kept by county, and what they come to for leagues and the region. A count stands where every change of its
// tables in its area is one that it has seen: whoever changes a row leaves a mark with the transaction in it
// (db/migrations/0135_figure_counts.sql), and a snapshot knows which transactions it saw.

import { sql } from 'kysely';
import { systemActor } from '../../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../../platform/server/db.ts';
import type { Part } from '../reading.ts';
import type { Keeping } from './marked.ts';

/** Of an area, by the first six digits of its code; `rows`: how many stand behind it. */
export type AreaCount = { area: number; total: string; rows: number };
/** Of a county; `objects`: what was counted once, where the part counts objects that may lie in several counties. */
export type CountyCount = AreaCount & { objects: string[] | null };
/** For which figure of which day it was counted. */
export type AskedFor = { figure: string; day: string };
type Counted = Keeping & AskedFor & { seen: string; counts: CountyCount[] };

const CLUSTER = sql`(select system_identifier from pg_control_system())`;

/** Last county of an area whose code begins with these six digits. */
const LAST = sql`case when c.area % 10000 = 0 then c.area + 9999 when c.area % 100 = 0 then c.area + 99 else c.area end`;

/** On a kept count `c`: no change of these tables that concerns its area came after it. */
const stands = ({ tables }: Keeping) => sql`c.cluster = ${CLUSTER} and not exists (select from figure_marks m
  where m.source = any(${tables}::text[]) and (m.county_code = 0 or m.county_code between c.area and ${LAST}) and m.xid >= pg_snapshot_xmin(c.seen)
    and not pg_visible_in_snapshot(m.xid, c.seen))`;

/** `isForgotten`: nobody seems to have asked for a while. */
export type StandingCount = AreaCount & { isForgotten: boolean };

/** Those of the areas whose counts stand. */
export function standingCounts(tx: Tx, keeping: Keeping, areas: readonly number[]): Promise<StandingCount[]> {
  return tx.rows(sql<StandingCount>`select c.area, c.total::text as total, c.rows, c.asked_at < now() - interval '6 hours' as is_forgotten from figure_counts c
    where c.asked = decode(${keeping.asked}, 'hex') and c.area = any(${[...areas]}::int[]) and ${stands(keeping)}`);
}

/** How many distinct objects the kept counties and those counted anew have together; nothing where a count has gone meanwhile. */
export async function objectsTogether(
  tx: Tx,
  { asked }: Keeping,
  kept: readonly number[],
  anew: readonly CountyCount[],
): Promise<string | undefined> {
  const objects = anew.flatMap((count) => count.objects ?? []);
  const found = await tx.first(sql<{ objects: string; counties: number }>`
    with kept as materialized (select c.objects from figure_counts c
      where c.asked = decode(${asked}, 'hex') and c.area = any(${[...kept]}::int[]))
    select (select count(distinct x.o)::text from (select unnest(objects) from kept union all select unnest(${objects}::text[])) x (o)) as objects,
      (select count(*)::int from kept) as counties`);
  return found?.counties === kept.length ? found.objects : undefined;
}

/** What the database shows at the moment. Taken before a count, it has seen no more than the count has. */
export async function snapshotNow(tx: Tx): Promise<string> {
  return (await tx.first(sql<{ seen: string }>`select pg_current_snapshot()::text as seen`))?.seen ?? '';
}

/** Whether what the counties come to is what they have together. */
export const addsUp = ({ counts, objectIn }: Part): boolean => counts === 'amount' || objectIn !== undefined;

/** What the part's rows come to: an amount, or objects; in one row each, they need not be told apart. */
function totalSql({ counts, objectIn }: Part) {
  if (counts === 'amount') return sql`coalesce(sum(x.amount), 0)`;
  return objectIn === 'row' ? sql`count(*)` : sql`count(distinct x.object)`;
}

/** The part's rows by county. */
export function countByCounty(tx: Tx, part: Part): Promise<CountyCount[]> {
  return tx.rows(sql<CountyCount>`select (x.place / 1000000)::int as area, count(*)::int as rows, ${totalSql(part)}::text as total,
    ${addsUp(part) ? sql`null::text[]` : sql`array_agg(distinct x.object)`} as objects from (${part.rows}) x group by 1`);
}

const waiting = new WeakMap<Tx, Counted[]>();

/** Remembers what was counted in a transaction that may only read. */
export function remember(tx: Tx, counted: Counted): void {
  waiting.set(tx, [...(waiting.get(tx) ?? []), counted]);
}

/** What was counted in this transaction and is not kept yet. */
export function rememberedCounts(tx: Tx, { asked }: Keeping, areas: readonly number[]): CountyCount[] {
  const own = (waiting.get(tx) ?? []).filter((counted) => counted.asked === asked).flatMap(({ counts }) => counts);
  return own.filter(({ area }) => areas.includes(area));
}

/** Lets go of counts nobody asked for lately, and of marks that are older than any count there is. */
async function forgetOld(tx: Tx): Promise<void> {
  await tx.run(sql`delete from figure_counts where asked_at < now() - interval '2 days'`);
  await tx.run(sql`delete from figure_marks where at < now() - interval '4 days'`);
}

/** After a restore: numbers of transactions mean nothing in another cluster. */
export async function forgetCounts(tx: Tx): Promise<void> {
  await tx.run(sql`delete from figure_counts`);
  await tx.run(sql`delete from figure_marks`);
}

/** `isAsked`: by somebody who looks at it, and not only so that it stands when somebody does. */
async function keepCounted(db: Database, counted: readonly Counted[], isAsked: boolean): Promise<void> {
  if (counted.length === 0) return;
  await db.bulk(systemActor('figures'), async (tx) => {
    for (const { asked, figure, day, seen, counts } of counted) {
      const lastAsked = sql`coalesce((select max(f.asked_at) from figure_counts f where f.figure = ${figure}), now())`;
      await tx.run(sql`insert into figure_counts as c (asked, area, total, rows, objects, seen, cluster, figure, day, asked_at)
        select decode(${asked}, 'hex'), x.area, x.total, x.rows, x.objects, ${seen}::pg_snapshot, ${CLUSTER}, ${figure}, ${day}::date,
          ${isAsked ? sql`now()` : lastAsked}
        from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) x (area int, total numeric, rows bigint, objects text[]) order by 2
        on conflict (asked, area) do update set (total, rows, objects, seen, cluster, kept_at, asked_at)
          = (excluded.total, excluded.rows, excluded.objects, excluded.seen, excluded.cluster, excluded.kept_at,
            ${isAsked ? sql`excluded.asked_at` : sql`c.asked_at`})`);
      if (isAsked)
        await tx.run(
          sql`update figure_counts set asked_at = now() where asked = decode(${asked}, 'hex') and asked_at < now()`,
        );
    }
    await forgetOld(tx);
    return { result: undefined, audit: [] };
  });
}

/** Work that counts figures; what it counted is kept. */
export async function readKeeping<T>(db: Database, work: (tx: Tx) => Promise<T>, isAsked = true): Promise<T> {
  let counted: readonly Counted[] = [];
  const result = await db.bulkRead(async (tx) => {
    const answer = await work(tx);
    counted = waiting.get(tx) ?? [];
    return answer;
  });
  await keepCounted(db, counted, isAsked);
  return result;
}
