// Screenings asked for on screen: a row says what was asked, a job does it, and what was interrupted starts again with the
// program. The screening itself is one transaction, so that a broken one leaves nothing.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import type { Database, Outcome, Tx } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import '../domain/problems.ts';
import { todayOf } from './parameter-queries.ts';
import { datesOf, screen } from './screen.ts';

const INTERRUPTED = '筛查没有完成:系统出现错误。请稍后重新开始;如仍不行,请联系管理员。';

/** Asks for a screening; one of the same day that is waiting or running is not asked for twice. */
export async function requestScreening(tx: Tx, asOf: string): Promise<Outcome<{ asOf: string }>> {
  const day = datesOf(asOf).asOf;
  if (day > (await todayOf(tx))) throw new Problem('warnings.screening-in-future', { day });
  await tx.run(sql`
    insert into screening_jobs (as_of, account_id, account_name, role)
    select ${day}::date, ${tx.actor.accountId}, ${tx.actor.name}, ${tx.actor.role}
    where not exists (select from screening_jobs where as_of = ${day}::date and state in ('queued', 'running'))`);
  return {
    result: { asOf: day },
    audit: { operation: 'warnings.start-screening', subjectKind: 'screening', subjectId: day },
  };
}

type JobRow = { id: number; asOf: string; accountId: number; accountName: string; role: string };

async function setState(db: Database, id: number, state: 'running' | 'done' | 'failed', problem = ''): Promise<void> {
  await db.bulk(systemActor('shouwang'), async (tx) => {
    await tx.run(sql`update screening_jobs set state = ${state}, problem = ${problem},
      finished_at = case when ${state} = 'running' then null else now() end where id = ${id}`);
    return { result: undefined, audit: [] };
  });
}

async function runJob(db: Database, job: JobRow): Promise<void> {
  const actor: Actor = { ...systemActor(job.accountName), accountId: job.accountId, role: job.role };
  await setState(db, job.id, 'running');
  try {
    await screen(db, actor, job.asOf);
    await setState(db, job.id, 'done');
  } catch (error) {
    await setState(db, job.id, 'failed', error instanceof Problem ? error.message : INTERRUPTED);
    throw error;
  }
}

export function screeningJobKey(asOf: string): string {
  return `screening ${asOf}`;
}

async function unfinished(db: Database): Promise<JobRow[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<JobRow>`select id, as_of, account_id, account_name, role from screening_jobs
      where state in ('queued', 'running') order by id limit 100`),
  );
}

/** Starts what is asked for and not yet done; called after a request and when the program starts. */
export async function resumeJobs({ jobs }: Services, db: Database): Promise<void> {
  for (const job of await unfinished(db)) jobs.start(screeningJobKey(job.asOf), () => runJob(db, job));
}

type Result = {
  households?: number;
  byLevel?: Record<string, number>;
  byRule?: Record<string, number>;
  notRun?: string[];
};
type ScreeningRow = {
  asOf: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  problem: string;
  accountName: string;
  at: string;
  counts: Result | null;
};

/** Newest first; counts are those of the whole region. */
export async function listScreenings(tx: Tx) {
  const rows = await tx.rows(sql<ScreeningRow>`
    with newest as (select distinct on (as_of) * from screening_jobs order by as_of desc, id desc)
    select as_of, coalesce(j.state, 'done') as state, coalesce(j.problem, '') as problem,
      coalesce(case when j.state <> 'done' then j.account_name end, s.account_name, j.account_name) as account_name,
      coalesce(case when j.state <> 'done' then j.requested_at end, s.screened_at, j.requested_at) as at, s.counts
    from screenings s full join newest j using (as_of) order by as_of desc limit 50`);
  return rows.map(({ counts, ...row }) => ({
    ...row,
    ...(counts?.households === undefined ? {} : { households: counts.households }),
    byLevel: counts?.byLevel ?? {},
    byRule: counts?.byRule ?? {},
    notRun: counts?.notRun ?? [],
  }));
}
