// A run as a job: county by county, two at a time, each a transaction of its own, so that memory does not grow with the region and a stopped program goes on where it was.

import { sql } from 'kysely';
import type { Actor } from '../../../platform/server/actor.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import { runFileWork } from '../../../platform/server/file-jobs/file-work.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { Job } from '../../../platform/server/jobs.ts';
import { cleanCounty } from './clean-county.ts';
import { endRun, findRun, listUnfinished, markRunning, noteDone, type RunRow } from './runs.ts';

const LANES = 2;
const FAULT = '清洗时出现错误，已检查的旗县照常生效。请重新清洗；如仍不行，请将批次编号告知管理员。';
/** Of more touched households than these the whole county is looked at. */
const MOST_TOUCHED = 3000;

export const runKey = (id: number) => `cleaning.run:${id}`;

function actorOf({ id, accountId, accountName, areaCode, areaHigh }: RunRow): Actor {
  return {
    ...systemActor(accountName),
    accountId,
    areaCode,
    range: { low: areaCode, high: areaHigh },
    requestId: runKey(id),
  };
}

async function cleanOne(db: Database, run: RunRow, countyCode: number, signal: AbortSignal): Promise<void> {
  await db.heavy.bulk(actorOf(run), async (tx) => {
    const counts = await cleanCounty(tx, { countyCode, asOf: run.asOf, runId: run.id });
    signal.throwIfAborted();
    if (!(await noteDone(tx, run.id, countyCode, counts))) throw new Error(`run ${run.id} was cancelled`);
    return { result: undefined, audit: [] };
  });
}

/** All counties of the run that are not done. */
export async function cleanAll(db: Database, run: RunRow, job: Pick<Job, 'signal' | 'report'>): Promise<void> {
  const left = run.counties.filter((code) => !run.done.includes(code));
  const report = () =>
    job.report({ phase: 'clean', bytes: run.counties.length - left.length, byteSize: run.counties.length, rows: 0 });
  report();
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      job.signal.throwIfAborted();
      await cleanOne(db, run, next, job.signal);
      report();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await db.tidy('data_issues');
}

async function runOne(services: Services, db: Database, id: number, job: Job): Promise<void> {
  const run = await db.bulkRead((tx) => findRun(tx, id));
  if (!run) return;
  const change = (work: (tx: Parameters<typeof endRun>[0]) => Promise<unknown>) =>
    db.bulk(actorOf(run), async (tx) => ({ result: await work(tx), audit: [] }));
  if (!(await change((tx) => markRunning(tx, id)))) return;
  await runFileWork(services.jobs, job, {
    work: async () => {
      await cleanAll(db, run, job);
      await change((tx) => endRun(tx, id, 'done'));
      return true;
    },
    fail: async (problem) => void (await change((tx) => endRun(tx, id, 'failed', problem))),
    drop: async () => undefined,
    fault: FAULT,
  });
}

/** Queues the run. Does nothing for one that is over. */
export function startRun(services: Services, db: Database, id: number): void {
  services.jobs.start(runKey(id), (job) => runOne(services, db, id, job));
}

/** At the start of the program: what a stop left undone. */
export async function resumeRuns(services: Services, db: Database): Promise<void> {
  for (const { id } of await db.bulkRead(listUnfinished)) startRun(services, db, id);
}

type Touched = { countyCode: number; asOf: string; runId: number; n: number; households: number[] };

/** Looks again at households that changed, in counties that were looked at before. `touched` is a SELECT of household_id and village_code, run as the owner. */
export async function recheckTouched(db: Database, actor: Actor, touched: string): Promise<void> {
  const counties = await db.heavy.bulkRead((tx) =>
    tx.rows(sql<Touched>`
      select c.county_code, c.as_of, c.run_id, count(*)::int as n, (array_agg(t.household_id order by t.household_id))[:${sql.lit(MOST_TOUCHED)}] as households
      from (select distinct household_id, (village_code / 1000000)::int as county_code from (${sql.raw(touched)}) t) t join cleaning_counties c using (county_code)
      group by 1, 2, 3 order by 1`),
  );
  for (const { n, households, ...county } of counties)
    await db.heavy.bulk(actor, async (tx) => {
      await cleanCounty(tx, { ...county, households: n > MOST_TOUCHED ? undefined : households });
      return { result: undefined, audit: [] };
    });
}

export type AboutHousehold = { countyCode: number; householdId: number | null; rule: string | null };

/** A SELECT of the households of issues of rules, of whom something changed; nothing where there are none. */
export function touchedOf(issues: readonly AboutHousehold[]): string | undefined {
  const ids = issues.flatMap(({ rule, householdId }) => (rule !== null && householdId !== null ? [householdId] : []));
  const counties = [...new Set(issues.map(({ countyCode }) => countyCode))];
  return ids.length === 0
    ? undefined
    : `select h.id as household_id, h.village_code from households h where h.county_code in (${counties.join(', ')}) and h.id in (${ids.join(', ')})`;
}
