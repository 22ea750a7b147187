// The comparison with the national system as a job. The comparison keeps what is needed to do the work again, so that a
// stopped program goes on where it was: all or nothing of it is there.

import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/db.ts';
import { runFileWork } from '../../../platform/server/file-jobs/file-work.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { Job } from '../../../platform/server/jobs.ts';
import { compareNational } from './compare-national.ts';
import {
  type ComparisonRow,
  endComparison,
  failComparison,
  findComparison,
  listUnfinished,
  markRunning,
} from './national-export-comparisons.ts';

const FAULT = '比对时出现错误，清单和疑点都没有改动。请重新比对；如仍不行，请将比对编号告知管理员。';

export function comparisonKey(id: number): string {
  return `national.export-comparison:${id}`;
}

/** The account that handed the file in, with the area it had then. */
function actorOf({ id, accountId, accountName, regionCode, regionHigh }: ComparisonRow): Actor {
  const range = { low: regionCode, high: regionHigh };
  return { ...systemActor(accountName), accountId, areaCode: regionCode, range, requestId: comparisonKey(id) };
}

async function compareFile(services: Services, db: Database, row: ComparisonRow, job: Job): Promise<void> {
  const upload = await services.uploads.takeUpload(row.fileId, row.accountId);
  await db.bulk(actorOf(row), async (tx) => {
    const compared = await compareNational(tx, upload, dayOn(services.clock), job);
    await endComparison(tx, row.id, compared);
    const audit = {
      operation: 'national.end-export-comparison',
      ...{ subjectKind: 'comparison', subjectId: row.id, regionCode: row.regionCode },
      after: { file: row.fileName, ...compared.counts },
    };
    return { result: undefined, audit };
  });
}

async function runComparison(services: Services, db: Database, id: number, job: Job): Promise<void> {
  const row = await db.bulkRead((tx) => findComparison(tx, id));
  if (!row) return;
  const change = <T>(work: Parameters<typeof db.bulk<T>>[1]) => db.bulk(actorOf(row), work);
  const begun = await change(async (tx) => ({ result: await markRunning(tx, id), audit: [] }));
  if (!begun) return;
  await runFileWork(services.jobs, job, {
    work: async () => {
      await compareFile(services, db, row, job);
      return true;
    },
    fail: (problem) => change(async (tx) => ({ result: await failComparison(tx, id, problem), audit: [] })),
    drop: () => services.uploads.discard(row.fileId),
    fault: FAULT,
  });
}

/** Queues the comparison. Does nothing for one that is over. */
export function startComparison(services: Services, db: Database, id: number): void {
  services.jobs.start(comparisonKey(id), (job) => runComparison(services, db, id, job));
}

/** At the start of the program: what a stop left undone. */
export async function resumeComparisons(services: Services, db: Database): Promise<void> {
  for (const { id } of await db.bulkRead(listUnfinished)) startComparison(services, db, id);
}
