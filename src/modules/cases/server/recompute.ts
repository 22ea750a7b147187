// After a change of the calendar the days of all cases that still have one are folded anew, as a job. That it was asked for
// is kept with the calendar, so that a stopped program goes on; doing it again changes nothing.

import { sql } from 'kysely';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { Job } from '../../../platform/server/jobs.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { endRecomputes, isRecomputeWaiting, newestRecompute } from '../../process/server/index.ts';
import type { CaseKey } from '../domain/addresses.ts';
import { loadCase } from './load-case.ts';
import { saveStanding, saveSteps } from './save-case.ts';

const JOB_KEY = 'cases.recompute';
/** Few enough that nobody who acts on one of them waits long. */
const AT_ONCE = 50;
const ACTOR = systemActor('期限重算');

/** Cases in which a day is still to come; those that are over keep the days they had. */
async function nextCases(tx: Tx, after: CaseKey): Promise<CaseKey[]> {
  return tx.rows(sql<CaseKey>`
    select county_code, id from cases
    where (county_code, id) > (${after.countyCode}, ${after.id}::bigint) and (ended_on is null or turn is not null)
    order by county_code, id limit ${AT_ONCE}`);
}

async function foldAnew(tx: Tx, keys: Keys, key: CaseKey): Promise<void> {
  const { row, standing } = await loadCase(tx, keys, key, true);
  await saveStanding(tx, key, standing);
  await saveSteps(tx, { ...key, villageCode: row.villageCode }, standing);
}

type Tools = { db: Database; keys: Keys; actor: Actor };

async function recomputeAll({ db, keys, actor }: Tools, signal: AbortSignal): Promise<number> {
  let after: CaseKey = { countyCode: 0, id: 0 };
  let count = 0;
  while (!signal.aborted) {
    const page = await db.bulk(actor, async (tx) => {
      const cases = await nextCases(tx, after);
      for (const key of cases) await foldAnew(tx, keys, key);
      return { result: cases, audit: [] };
    });
    count += page.length;
    const last = page.at(-1);
    if (!last) break;
    after = last;
  }
  return count;
}

async function work(tools: Tools, { signal }: Job): Promise<void> {
  for (;;) {
    const asked = await tools.db.bulkRead(newestRecompute);
    if (asked === undefined) return;
    const cases = await recomputeAll(tools, signal);
    if (signal.aborted) return;
    await tools.db.bulk(tools.actor, async (tx) => {
      await endRecomputes(tx, asked);
      const audit = { operation: 'cases.recompute', subjectKind: 'calendar', subjectId: asked, after: { cases } };
      return { result: undefined, audit };
    });
  }
}

/** Queues the job; several changes of the calendar in a row share it. */
export function startRecompute({ jobs, keys }: Pick<Services, 'jobs' | 'keys'>, db: Database, actor: Actor): void {
  jobs.start(JOB_KEY, (job) => work({ db, keys, actor }, job));
}

/** At the start of the program: what a stop left undone. */
export async function resumeRecompute(services: Services, db: Database): Promise<void> {
  if (await db.bulkRead(isRecomputeWaiting)) startRecompute(services, db, ACTOR);
}
