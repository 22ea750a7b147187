// Households and warnings per village and screening, kept beside the warnings in the same transaction: a map of the whole
// region adds up some ten thousand rows instead of counting millions.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { LEVELS, type WarningLevel } from '../domain/rules.ts';
import { factsPartition } from './facts.ts';

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

/** Counts everything of a day anew, from its facts and warnings. */
export async function countAll(tx: Tx, asOf: string): Promise<void> {
  await lockAlone(tx);
  await tx.script(`
    delete from screening_counts where as_of = date '${asOf}';
    insert into screening_counts (as_of, village_code, households, ${COLUMNS.join(', ')})
    select date '${asOf}', village_code, coalesce(f.households, 0), ${COLUMNS.map((name) => `coalesce(w.${name}, 0)`).join(', ')}
    from (select village_code, count(*)::int as households from ${factsPartition(asOf)} group by village_code) f
    full join (select village_code, ${SUMS} from warnings where as_of = date '${asOf}' and active group by village_code) w
      using (village_code);`);
}

/** Before facts change: which villages the households of `touched` stand in, and how many stand there now. */
export async function noteTouchedVillages(tx: Tx, asOf: string): Promise<void> {
  await tx.script(`
    create temp table recounted on commit drop as
    select village_code, sum(households)::int as households from (
      select f.village_code, -1 as households from ${factsPartition(asOf)} f
        where f.household_id in (select household_id from touched)
      union all select distinct village_code, 0 from touched) v
    group by village_code;`);
}

/** After facts and warnings have changed: brings the counts of the villages noted up to date. */
export async function countTouched(tx: Tx, asOf: string): Promise<void> {
  await lockAlone(tx);
  await tx.script(`
    insert into screening_counts as c (as_of, village_code, households, ${COLUMNS.join(', ')})
    select date '${asOf}', r.village_code, r.households + coalesce(f.households, 0),
      ${COLUMNS.map((name) => `coalesce(w.${name}, 0)`).join(', ')}
    from recounted r
    left join (select f.village_code, count(*)::int as households from ${factsPartition(asOf)} f
      where f.household_id in (select household_id from touched) group by f.village_code) f using (village_code)
    left join (select village_code, ${SUMS} from warnings
      where as_of = date '${asOf}' and active and village_code in (select village_code from recounted) group by village_code) w
      using (village_code)
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
