// The HTTP server over an opened product, and what goes on beside its requests: the watch over the clock, messages, sweeping,
// and jobs that were cut off.

import { sql } from 'kysely';
import { type Logger, pino } from 'pino';
import { listOperations, mayCall } from '../kernel/list-operations.ts';
import { createResolveActor, forgetSignIns } from '../modules/accounts/server/index.ts';
import { filesOfCases, resumeRecompute } from '../modules/cases/server/index.ts';
import { resumeRuns } from '../modules/cleaning/server/index.ts';
import { filesOfClues } from '../modules/clues/server/index.ts';
import { declarePhotos } from '../modules/declare/server/index.ts';
import { expireHeld, resumeJobs as resumeBatches, sweepKeptFiles } from '../modules/feeds/server/index.ts';
import { fieldFiles, forgetSettledItems } from '../modules/field/server/index.ts';
import { keepUpFigures } from '../modules/figures/server/index.ts';
import { resumeJobs as resumeHouseholds } from '../modules/households/server/index.ts';
import { tendMessages, watchClock } from '../modules/messages/server/index.ts';
import { resumeComparisons } from '../modules/national/server/index.ts';
import { resumeImports } from '../modules/registry-import/server/index.ts';
import { filesOfSweeps, tendSweeps } from '../modules/sweeps/server/index.ts';
import { purgePositions } from '../modules/teams/server/index.ts';
import { namedPhotos, resumeJobs as resumeScreenings } from '../modules/warnings/server/index.ts';
import { forgetAppliedRequests } from '../platform/server/applied-requests.ts';
import { sealEntries } from '../platform/server/audit-trail/seal-entries.ts';
import { type Clock, systemClock } from '../platform/server/clock.ts';
import { sweepPdfFolders } from '../platform/server/files/pdf-folder.ts';
import type { Services } from '../platform/server/http/context.ts';
import { createHttp } from '../platform/server/http/index.ts';
import type { TrustedProxies } from '../platform/server/http/options.ts';
import type { Pace } from '../platform/server/http/slow-bodies.ts';
import { openUploads } from '../platform/server/http/uploads.ts';
import { openJobs } from '../platform/server/jobs.ts';
import { sweepPhotos } from '../platform/server/photos.ts';
import { filesOfRegisters } from '../platform/server/registers/photos/register-photos.ts';
import { resumeSets } from '../platform/server/registers/set-jobs.ts';
import { openClockWatch } from '../platform/server/serving/clock-watch.ts';
import { feedsHooks, heldDays, rawRoutes, routerOf } from './api.ts';
import { AUDIT_TITLES } from './audit-titles.ts';
import type { Environment } from './backups/back-up.ts';
import { type Nightly, tendBackup } from './backups/nightly.ts';
import { contract } from './contract.ts';
import { openFieldTools } from './field-tools.ts';
import { householdsHooks } from './follow-changes.ts';
import { movedAddress } from './old-names.ts';
import type { Shouwang } from './open-shouwang.ts';
import { dues } from './registers/dues.ts';
import { registerTools } from './registers/tools.ts';

/** The page for people without an account, and where it sends photos; the phone. */
const PAGES = { '/declare': 'declare.html', '/field': 'field.html' };
const UPLOAD_ROUTES = [declarePhotos];

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What is not sealed yet can be changed without a trace; each seal is a row for good. */
const SEAL_EVERY_MS = 10 * MINUTE_MS;

/** Does it now and again and again, never twice at once; answers how to stop. What fails is tried again the next time. */
function keepDoing(what: string, everyMs: number, log: Logger, work: () => Promise<void>): () => Promise<void> {
  const attempt = async () => {
    try {
      await work();
    } catch (error) {
      log.warn({ fault: error instanceof Error ? error.name : typeof error }, `${what} failed`);
    }
  };
  let last = attempt();
  const timer = setInterval(() => {
    last = last.then(attempt);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}

/** Takes away what has served its time. */
async function forget(db: Shouwang['db']): Promise<void> {
  await forgetSignIns(db);
  await forgetAppliedRequests(db);
  await forgetSettledItems(db);
}

export type Api = Awaited<ReturnType<typeof openApi>>;

type ApiOptions = {
  webFolder?: string;
  trustProxy?: TrustedProxies;
  logLevel?: string;
  clock?: Clock;
  limitFactor?: number;
  pace?: Pace;
  /** The day's backup, where the installation asks for one. */
  nightly?: Nightly | undefined;
  env?: Environment;
};

/** The HTTP server over an opened product; `close` ends requests and jobs, not the database. */
export async function openApi(shouwang: Shouwang, options: ApiOptions = {}) {
  const { db, keys, dataFolder } = shouwang;
  const { nightly, env = process.env } = options;
  const log = pino({ level: options.logLevel ?? 'info' });
  const jobs = openJobs(log, {
    answers: () =>
      db
        .bulkRead((tx) => tx.first(sql`select 1`))
        .then(
          () => true,
          () => false,
        ),
    resume: () => resume(),
  });
  const clock = options.clock ?? systemClock;
  const operations = [...listOperations(contract).map(({ meta }) => meta), ...rawRoutes.map(({ meta }) => meta)];
  const services: Services = {
    keys,
    dataFolder,
    jobs,
    clock,
    auditTitles: AUDIT_TITLES,
    uploads: await openUploads(dataFolder),
    backsUp: nightly !== undefined,
    operationsOf: (role) => operations.filter((meta) => mayCall(meta, role)).map(({ name }) => name),
  };
  // The phone calls the handlers of all slices, its own among them.
  const router: ReturnType<typeof routerOf> = routerOf(clock, () => fieldTools);
  const fieldTools = openFieldTools(router, { db, dataFolder });
  const http = await createHttp({
    contract,
    router,
    rawRoutes,
    uploadRoutes: UPLOAD_ROUTES,
    resumable: fieldFiles(() => fieldTools),
    pages: PAGES,
    movedTo: movedAddress,
    db,
    services,
    resolveActor: createResolveActor(db),
    log,
    webFolder: options.webFolder,
    trustProxy: options.trustProxy ?? false,
    limitFactor: options.limitFactor,
    pace: options.pace,
  });
  const watch = openClockWatch(clock);
  let hasSealedAll = false;
  const stopping = [
    keepDoing('sealing the audit', SEAL_EVERY_MS, log, async () => {
      await sealEntries(db, keys, !hasSealedAll);
      hasSealedAll = true;
    }),
    keepDoing('watching the clock', MINUTE_MS, log, () => watchClock(watch, db, log)),
    keepDoing('forgetting', HOUR_MS, log, async () => {
      if (!watch.mayForget()) return;
      await forget(db);
      await expireHeld(services, db, heldDays);
      await purgePositions(services, db);
    }),
    keepDoing('listing rounds', MINUTE_MS, log, () => tendSweeps(services, db)),
    keepDoing('keeping figures', 10 * MINUTE_MS, log, () => keepUpFigures(db, clock)),
    keepDoing('tending messages', MINUTE_MS, log, () =>
      tendMessages(services, db, { dues, mayForget: watch.mayForget() }),
    ),
    ...(nightly
      ? [keepDoing('backing up', MINUTE_MS, log, () => tendBackup({ shouwang, jobs, clock, env }, nightly))]
      : []),
  ];
  const resume = async () => {
    resumeHouseholds(services, db, householdsHooks);
    await resumeImports(services, db, householdsHooks);
    await resumeBatches(services, db, feedsHooks);
    await resumeScreenings(services, db);
    await resumeRecompute(services, db);
    await resumeComparisons(services, db);
    await resumeRuns(services, db);
    await resumeSets({ ...registerTools, services, db });
  };
  sweepPdfFolders();
  await sweepKeptFiles(services, db);
  const named = () =>
    db.bulkRead(
      async (tx) =>
        new Set([
          ...(await filesOfCases(tx)),
          ...(await filesOfClues(tx)),
          ...(await filesOfSweeps(tx)),
          ...(await namedPhotos(tx)),
          ...(await filesOfRegisters(tx)),
        ]),
    );
  jobs.start('photos.sweep', async () => {
    await sweepPhotos(dataFolder, named);
  });
  await resume();
  return {
    http,
    services,
    close: async () => {
      for (const stop of stopping) await stop();
      await http.close();
      await jobs.close();
    },
  };
}
