// SQL on runs, and on when each county was looked at last.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { levelOfCode, type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { MergeCounts } from '../../households/server/index.ts';
import { ownRegion } from '../../regions/server/index.ts';
import { RULESET_VERSION } from '../domain/rules/index.ts';
import type { RunState } from '../domain/words.ts';
import '../domain/problems.ts';

export type RunCounts = Partial<MergeCounts>;
export type RunRow = {
  id: number;
  areaCode: number;
  areaHigh: number;
  name: string;
  asOf: string;
  rulesetVersion: number;
  state: RunState;
  counties: number[];
  done: number[];
  counts: RunCounts;
  problem: string | null;
  accountId: number;
  accountName: string;
  at: string;
  finishedAt: string | null;
};

const COLUMNS = sql`id, area_code, area_high, name, as_of, ruleset_version, state, counties, done, counts, problem, account_id, account_name, at, finished_at`;

export async function findRun(tx: Tx, id: number): Promise<RunRow | undefined> {
  return tx.first(sql<RunRow>`select ${COLUMNS} from cleaning_runs where id = ${id}`);
}

/** The newest first, of areas within and around the range. */
export async function listRuns(tx: Tx, { low, high }: RegionRange, limit: number): Promise<RunRow[]> {
  return tx.rows(sql<RunRow>`select ${COLUMNS} from cleaning_runs
    where area_code between ${low} and ${high} or ${low} between area_code and area_high order by id desc limit ${limit}`);
}

/** Throws `cleaning.run-of-county` below a county, `cleaning.run-open` where one of the area is under way. */
export async function addRun(
  tx: Tx,
  given: { area: number; name: string; asOf: string },
): Promise<Outcome<{ id: number }>> {
  const { code, level } = await ownRegion(tx, given.area);
  if (level === 'township' || level === 'village') throw new Problem('cleaning.run-of-county');
  const { low, high } = rangeOf(code, levelOfCode(code));
  await tx.run(sql`select pg_advisory_xact_lock(15000108)`);
  const open = await tx.first(
    sql`select from cleaning_runs where state in ('queued', 'running') and area_code <= ${high} and area_high >= ${low} limit 1`,
  );
  if (open) throw new Problem('cleaning.run-open');
  const made = await tx.first(sql<{ id: number }>`
    insert into cleaning_runs (area_code, area_high, name, as_of, ruleset_version, account_id, account_name, counties)
    select ${code}, ${high}, ${given.name}, ${given.asOf}::date, ${RULESET_VERSION}, ${tx.actor.accountId}, ${tx.actor.name},
      coalesce((select array_agg((r.code / 1000000)::int order by r.code) from regions r where r.level = 'county' and r.code between ${low} and ${high}
        and exists (select from households h where h.village_code between r.code and r.code + 999999)), '{}')
    returning id`);
  if (!made) throw new Error('no run');
  const audit = {
    operation: 'cleaning.start-run',
    subjectKind: 'cleaning-run',
    subjectId: made.id,
    regionCode: code,
    after: { name: given.name, asOf: given.asOf },
  };
  return { result: { id: made.id }, audit };
}

/** False where it is over, or was cancelled. */
export async function markRunning(tx: Tx, id: number): Promise<boolean> {
  return (
    (await tx.run(
      sql`update cleaning_runs set state = 'running' where id = ${id} and state in ('queued', 'running')`,
    )) > 0
  );
}

/** In the county's own transaction: what is done is not done again. False where the run was cancelled meanwhile. */
export async function noteDone(tx: Tx, id: number, countyCode: number, counts: MergeCounts): Promise<boolean> {
  const sums = sql.join(
    Object.entries(counts).map(
      ([key, n]) => sql`${key}::text, coalesce((counts ->> ${key})::bigint, 0) + ${n}::bigint`,
    ),
  );
  return (
    (await tx.run(
      sql`update cleaning_runs set done = done || ${countyCode}::int, counts = jsonb_build_object(${sums}) where id = ${id} and state = 'running'`,
    )) > 0
  );
}

export async function endRun(tx: Tx, id: number, state: 'done' | 'failed', problem?: string): Promise<void> {
  await tx.run(
    sql`update cleaning_runs set state = ${state}, problem = ${problem ?? null}, finished_at = now() where id = ${id} and state in ('queued', 'running')`,
  );
}

/** What is done stays done. Throws `cleaning.run-not-found`, `cleaning.run-ended`. */
export async function cancelRun(tx: Tx, id: number): Promise<Outcome<Record<string, never>>> {
  const run = await findRun(tx, id);
  if (!run) throw new Problem('cleaning.run-not-found');
  await ownRegion(tx, run.areaCode);
  const touched = await tx.run(
    sql`update cleaning_runs set state = 'cancelled', finished_at = now() where id = ${id} and state in ('queued', 'running')`,
  );
  if (touched === 0) throw new Problem('cleaning.run-ended');
  return {
    result: {},
    audit: { operation: 'cleaning.cancel-run', subjectKind: 'cleaning-run', subjectId: id, regionCode: run.areaCode },
  };
}

export async function listUnfinished(tx: Tx): Promise<{ id: number }[]> {
  return tx.rows(
    sql<{ id: number }>`select id from cleaning_runs where state in ('queued', 'running') order by id limit 100`,
  );
}

export async function noteCounty(
  tx: Tx,
  { countyCode, asOf, runId }: { countyCode: number; asOf: string; runId: number },
  rules: readonly string[],
): Promise<void> {
  await tx.run(sql`insert into cleaning_counties (county_code, run_id, as_of, rules, persons)
    select ${countyCode}, ${runId}, ${asOf}::date, ${rules}::text[], count(*)::int from work_persons
    on conflict (county_code) do update set run_id = excluded.run_id, as_of = excluded.as_of, rules = excluded.rules, persons = excluded.persons, at = now()`);
}
