// Screenings asked for on screen: a row says what was asked, a job does it, and what was interrupted starts again with the
// program. The screening itself is one transaction, so that a broken one leaves nothing.

import { sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import { type Actor, systemActor } from '../../../../platform/server/actor.ts';
import { findAppliedResult, recordApplied } from '../../../../platform/server/applied-requests.ts';
import type { Database, Outcome, Tx } from '../../../../platform/server/db.ts';
import type { Services } from '../../../../platform/server/http/context.ts';
import { isDatabaseLost } from '../../../../platform/server/machine-problems.ts';
import '../../domain/problems.ts';
import { undoScreening } from './replaced-warnings.ts';
import { refuseFuture, screen } from './screen.ts';
import { datesOf } from './screening-parts.ts';

const INTERRUPTED = '筛查没有完成：系统出现错误。请稍后重新开始；如仍不行，请联系管理员。';

/** Screenings are of whole counties: rules speak of a county's parameters. */
const WHOLE_COUNTIES = 1_000_000;

/** Asks for a screening of the actor's area; one of the same area and day that waits or runs is not asked for twice. */
export async function requestScreening(tx: Tx, asOf: string): Promise<Outcome<{ asOf: string }>> {
  const day = datesOf(asOf).asOf;
  const { areaCode, accountId, name, role } = tx.actor;
  await refuseFuture(tx, day);
  if (areaCode % WHOLE_COUNTIES !== 0) throw new Problem('warnings.screening-area-too-small');
  await tx.run(sql`
    insert into screening_jobs (as_of, region_code, account_id, account_name, role)
    values (${day}::date, ${areaCode}, ${accountId}, ${name}, ${role})
    on conflict (as_of, region_code) where state in ('queued', 'running') do nothing`);
  return {
    result: { asOf: day },
    audit: { operation: 'warnings.start-screening', subjectKind: 'screening', subjectId: day },
  };
}

/** Undoes the actor's own screening of a day, once however often it is asked. */
export async function undoOwnScreening(
  db: Database,
  actor: Actor,
  { requestId, asOf, reason }: { requestId: string; asOf: string; reason: string },
): Promise<{ asOf: string }> {
  return db.bulk(actor, async (tx) => {
    const applied = await findAppliedResult<{ asOf: string }>(tx, requestId);
    if (applied) return { result: applied.result, audit: [] };
    const outcome = await undoScreening(tx, asOf, reason);
    await recordApplied(tx, requestId, outcome.result);
    return outcome;
  });
}

type JobRow = {
  id: number;
  asOf: string;
  regionCode: number;
  regionHigh: number;
  accountId: number;
  accountName: string;
  role: string;
};

/** Only from the states given; answers whether it was in one. */
async function moveJob(db: Database, id: number, from: State[], to: State, problem = ''): Promise<boolean> {
  return db.bulk(systemActor('shouwang'), async (tx) => {
    const moved = await tx.run(sql`update screening_jobs set state = ${to}, problem = ${problem},
      finished_at = case when ${to} = 'running' then null else now() end where id = ${id} and state in (${sql.join(from)})`);
    return { result: moved > 0, audit: [] };
  });
}

async function runJob(db: Database, job: JobRow): Promise<void> {
  const { id, accountId, role, regionCode, regionHigh } = job;
  const area = { areaCode: regionCode, range: { low: regionCode, high: regionHigh } };
  const actor: Actor = { ...systemActor(job.accountName), ...area, accountId, role };
  if (!(await moveJob(db, id, ['queued', 'running'], 'running'))) return;
  try {
    await screen(db, actor, job.asOf);
    await moveJob(db, id, ['running'], 'done');
  } catch (error) {
    if (isDatabaseLost(error)) throw error; // taken up again when it is back
    await moveJob(db, id, ['running'], 'failed', error instanceof Problem ? error.message : INTERRUPTED);
    throw error;
  }
}

export function screeningJobKey(asOf: string, regionCode: number): string {
  return `screening ${asOf} ${regionCode}`;
}

async function unfinished(db: Database): Promise<JobRow[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<JobRow>`
      select id, as_of, region_code, region_high(region_code) as region_high, account_id, account_name, role from screening_jobs
      where state in ('queued', 'running') order by id limit 100`),
  );
}

/** Starts what is asked for and not yet done; called after a request and when the program starts. */
export async function resumeJobs({ jobs }: Services, db: Database): Promise<void> {
  for (const job of await unfinished(db)) jobs.start(screeningJobKey(job.asOf, job.regionCode), () => runJob(db, job));
}

type Result = {
  households?: number;
  byLevel?: Record<string, number>;
  byRule?: Record<string, number>;
  notRun?: string[];
};
type State = 'queued' | 'running' | 'done' | 'failed';
type ScreeningRow = {
  asOf: string;
  regionCode: number;
  regionName: string;
  state: State | 'undone';
  problem: string;
  accountName: string;
  at: string;
  counts: Result | null;
};

/** Newest first, days that have not come last; of the actor's area, of those it lies in and of those within it; counts are those of the area screened. */
export async function listScreenings(tx: Tx) {
  const rows = await tx.rows(sql<ScreeningRow>`
    with newest as (select distinct on (as_of, region_code) * from screening_jobs order by as_of desc, region_code, id desc)
    select as_of, region_code, r.name as region_name,
      case when coalesce(j.state, 'done') = 'done' and s.undone_at is not null then 'undone' else coalesce(j.state, 'done') end as state,
      coalesce(j.problem, '') as problem,
      coalesce(case when j.state <> 'done' then j.account_name end, s.account_name, j.account_name) as account_name,
      coalesce(case when j.state <> 'done' then j.requested_at end, s.screened_at, j.requested_at) as at, s.counts
    from screenings s full join newest j using (as_of, region_code) join regions r on r.code = region_code
    order by as_of > today_there(), as_of desc, region_code limit 50`);
  return rows.map(({ counts, regionCode, ...row }) => ({
    ...row,
    regionCode,
    undoable: regionCode === tx.actor.areaCode && row.state === 'done',
    ...(counts?.households === undefined ? {} : { households: counts.households }),
    byLevel: counts?.byLevel ?? {},
    byRule: counts?.byRule ?? {},
    notRun: counts?.notRun ?? [],
  }));
}
