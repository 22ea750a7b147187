// Households and warnings per village and screening, kept beside the warnings in the same transaction: a map of the whole
// region adds up some ten thousand rows instead of counting millions.

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { LEVELS, type WarningLevel } from '../../domain/rules.ts';

/** Keeps checks and recounts apart: a check takes it shared, a recount alone, and only for its last moments. */
const COUNTS_LOCK = 15_000_006;

const COLUMNS = [...LEVELS, ...LEVELS.map((level) => `open_${level}`)];

const SUMS = [
  ...LEVELS.map((level) => `(count(*) filter (where level = '${level}'))::int as ${level}`),
  ...LEVELS.map((level) => `(count(*) filter (where level = '${level}' and state = 'open'))::int as open_${level}`),
].join(', ');

async function lockAlone(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${COUNTS_LOCK})`);
}

/** Counts everything of a day anew, from its table of facts and its warnings. */
export async function countAll(tx: Tx, asOf: string, facts: string): Promise<void> {
  await lockAlone(tx);
  await tx.script(`
    delete from screening_counts where as_of = date '${asOf}';
    insert into screening_counts (as_of, village_code, households, ${COLUMNS.join(', ')})
    select date '${asOf}', village_code, coalesce(f.households, 0), ${COLUMNS.map((name) => `coalesce(w.${name}, 0)`).join(', ')}
    from (select village_code, count(*)::int as households from ${facts} group by village_code) f
    full join (select village_code, ${SUMS} from warnings where as_of = date '${asOf}' and active group by village_code) w
      using (village_code);
    analyze screening_counts;`);
}

/** A list of villages to count again, for `updateFacts` and `mergeWarnings` to fill. */
export async function openRecount(tx: Tx): Promise<void> {
  await tx.script('create temp table recounted (village_code bigint, households int) on commit drop');
}

/** By how many households each village differs, where a household is in another village than before, new or gone. */
export function movedSelect(gone: string, come: string): string {
  return `
    select v.village_code, sum(v.households)::int from ${gone} g full join ${come} c using (household_id)
      cross join lateral (values (g.village_code, -1), (c.village_code, 1)) v(village_code, households)
    where g.village_code is distinct from c.village_code and v.village_code is not null group by v.village_code`;
}

/** Brings the counts of the villages in `recounted` up to date. */
export async function countAgain(tx: Tx, asOf: string): Promise<void> {
  await lockAlone(tx);
  await tx.script(`
    insert into screening_counts as c (as_of, village_code, households, ${COLUMNS.join(', ')})
    select date '${asOf}', r.village_code, r.households, ${COLUMNS.map((name) => `w.${name}`).join(', ')}
    from (select village_code, sum(households)::int as households from recounted group by village_code) r
    cross join lateral (select ${SUMS} from warnings w
      where w.as_of = date '${asOf}' and w.active and w.village_code = r.village_code) w
    on conflict (as_of, village_code) do update set households = c.households + excluded.households,
      ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')};`);
}

/** A warning of this level and village is no longer open (-1) or open again (+1). */
export async function moveOpenCount(
  tx: Tx,
  { asOf, villageCode, level }: { asOf: string; villageCode: number; level: WarningLevel },
  by: 1 | -1,
): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock_shared(${COUNTS_LOCK})`);
  const column = sql.ref(`open_${level}`);
  await tx.run(sql`update screening_counts set ${column} = ${column} + ${by}
    where as_of = ${asOf}::date and village_code = ${villageCode}`);
}
