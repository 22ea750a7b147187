// The operations of the whole product bound to their handlers, and the file routes; the one place that knows all slices.

import { sql } from 'kysely';
import { type Logger, pino } from 'pino';
import { listOperations, mayCall } from '../kernel/list-operations.ts';
import {
  type AccountsHooks,
  accountsDownloads,
  accountsHandlers,
  createResolveActor,
  forgetSignIns,
} from '../modules/accounts/server/index.ts';
import { appraisalsDownloads, appraisalsHandlers } from '../modules/appraisals/server/index.ts';
import { assetsHandlers, exportForms } from '../modules/assets/server/index.ts';
import { bulletinHandlers, exportBulletin } from '../modules/bulletin/server/index.ts';
import { type CaseloadHooks, caseloadHandlers, exportCases } from '../modules/caseload/server/index.ts';
import {
  type CasesHooks,
  caseFile,
  casesHandlers,
  caseUnderWay,
  filesOfCases,
  resumeRecompute,
  startRecompute,
} from '../modules/cases/server/index.ts';
import { circularsDownloads, circularsHandlers } from '../modules/circulars/server/index.ts';
import {
  type CluesHooks,
  cluesHandlers,
  exportClues,
  filesOfClues,
  takeChecked,
} from '../modules/clues/server/index.ts';
import { constructionForms, constructionHandlers } from '../modules/construction/server/index.ts';
import { contingencyDownloads, contingencyHandlers } from '../modules/contingency/server/index.ts';
import { clueFile, declareHandlers, declarePhotos } from '../modules/declare/server/index.ts';
import { dutiesDownloads, dutiesHandlers } from '../modules/duties/server/index.ts';
import { employmentForms, employmentHandlers } from '../modules/employment/server/index.ts';
import { entitlementsDownloads, entitlementsHandlers } from '../modules/entitlements/server/index.ts';
import { HELD_DAYS_PARAMETER, HOLD_PARAMETERS } from '../modules/feeds/domain/hold.ts';
import {
  expireHeld,
  type FeedsHooks,
  feedsDownloads,
  feedsHandlers,
  type HeldDays,
  resumeJobs as resumeBatches,
  sweepKeptFiles,
} from '../modules/feeds/server/index.ts';
import { figuresDownloads, figuresHandlers } from '../modules/figures/server/index.ts';
import { governanceForms, governanceHandlers } from '../modules/governance/server/index.ts';
import { countHeld, handoverHandlers } from '../modules/handover/server/index.ts';
import { helpDownloads, helpHandlers, uncovered } from '../modules/help/server/index.ts';
import {
  householdsDownloads,
  householdsHandlers,
  householdsMeant,
  resumeJobs as resumeHouseholds,
  startEventsJob,
} from '../modules/households/server/index.ts';
import { incomesHandlers } from '../modules/incomes/server/index.ts';
import { industryForms, industryHandlers } from '../modules/industry/server/index.ts';
import { followComparison, inquiriesDownloads, inquiriesHandlers } from '../modules/inquiries/server/index.ts';
import { insuranceForms, insuranceHandlers } from '../modules/insurance/server/index.ts';
import { intakeHandlers, rememberNames } from '../modules/intake/server/index.ts';
import { linkageForms, linkageHandlers } from '../modules/linkage/server/index.ts';
import { messagesHandlers, tellOfAction, tendMessages, watchClock } from '../modules/messages/server/index.ts';
import { exportFlow, moneyForms, moneyHandlers } from '../modules/money/server/index.ts';
import {
  comparisonRefusals,
  exportNational,
  nationalHandlers,
  noteAction,
  resumeComparisons,
} from '../modules/national/server/index.ts';
import { noticesDownloads, noticesHandlers } from '../modules/notices/server/index.ts';
import { organisationsHandlers } from '../modules/organisations/server/index.ts';
import { pairingDownloads, pairingHandlers } from '../modules/pairing/server/index.ts';
import { papersDownloads, papersHandlers } from '../modules/papers/server/index.ts';
import { parameterOn, parametersHandlers } from '../modules/parameters/server/index.ts';
import { policiesDownloads, policiesHandlers } from '../modules/policies/server/index.ts';
import { type ProcessHooks, processHandlers } from '../modules/process/server/index.ts';
import { rectificationDownloads, rectificationHandlers } from '../modules/rectification/server/index.ts';
import { regionsHandlers } from '../modules/regions/server/index.ts';
import { importRefusals, registryImportHandlers, resumeImports } from '../modules/registry-import/server/index.ts';
import { relocationForms, relocationHandlers } from '../modules/relocation/server/index.ts';
import {
  confirmationByDataset,
  namedPhotos,
  rescreenTouched,
  resumeJobs as resumeScreenings,
  type WarningsHooks,
  warningsDownloads,
  warningsHandlers,
} from '../modules/warnings/server/index.ts';
import { forgetAppliedRequests } from '../platform/server/applied-requests.ts';
import { type Clock, systemClock } from '../platform/server/clock.ts';
import { sweepPdfFolders } from '../platform/server/files/pdf-folder.ts';
import type { Services } from '../platform/server/http/context.ts';
import { createHttp } from '../platform/server/http/index.ts';
import type { TrustedProxies } from '../platform/server/http/options.ts';
import type { RawRoute } from '../platform/server/http/raw-route.ts';
import type { Pace } from '../platform/server/http/slow-bodies.ts';
import { openUploads } from '../platform/server/http/uploads.ts';
import { openJobs } from '../platform/server/jobs.ts';
import { sweepPhotos } from '../platform/server/photos.ts';
import { registersDownloads } from '../platform/server/registers/downloads.ts';
import { registerFindHandlers } from '../platform/server/registers/find/find-records.ts';
import { registersHandlers } from '../platform/server/registers/handlers.ts';
import { registerImportsHandlers } from '../platform/server/registers/import-handlers.ts';
import { registerPhoto, registerPhotosHandlers } from '../platform/server/registers/photos/photo-handlers.ts';
import { filesOfRegisters } from '../platform/server/registers/photos/register-photos.ts';
import { resumeSets } from '../platform/server/registers/set-jobs.ts';
import { openClockWatch } from '../platform/server/serving/clock-watch.ts';
import { AUDIT_TITLES } from './audit-titles.ts';
import { contract } from './contract.ts';
import { householdsHooks, regionsHooks } from './follow-changes.ts';
import { movedAddress } from './old-names.ts';
import type { Shouwang } from './open-shouwang.ts';
import { dues } from './registers/dues.ts';
import { registerTools } from './registers/tools.ts';

/** Whose household the auditor means. */
const accountsHooks: AccountsHooks = {
  findHouseholds: async (tx, keys, text, area) =>
    (await householdsMeant(tx, keys, text, area)).map(({ householdId }) => householdId),
  countHeld,
};

/** What the slices above do when rows of feeds come, go, or find their person. */
const feedsHooks: FeedsHooks = {
  onTouched: rescreenTouched,
  confirmations: confirmationByDataset,
  onNamed: rememberNames,
  holdLimits: async (tx, countyCode, day) => {
    const [refused = 0, unmatched = 0] = await Promise.all(
      [HOLD_PARAMETERS.refused, HOLD_PARAMETERS.unmatched].map((key) => parameterOn(tx, countyCode, key, day)),
    );
    return { refused, unmatched };
  },
};

/** How long a batch waits for somebody's word, as 规则与参数 has it. */
const heldDays: HeldDays = async (tx, countyCode, day) =>
  (await parameterOn(tx, countyCode, HELD_DAYS_PARAMETER, day)) ?? Number.POSITIVE_INFINITY;

/** A change of the calendar moves the last days of open cases. */
const processHooks: ProcessHooks = { onCalendarChanged: startRecompute };

const cluesHooks: CluesHooks = { caseUnderWay };

const casesHooks: CasesHooks = {
  onHouseholdChanged: (services, db, actor) => startEventsJob(services, db, actor, householdsHooks),
  onActed: async (...acted) => {
    await noteAction(...acted);
    await followComparison(...acted);
    await tellOfAction(...acted);
  },
};

const caseloadHooks: CaseloadHooks = { uncovered };

/** A warning that is to be monitored becomes a clue in the transaction of the check. */
const warningsHooks = (clock: Clock): WarningsHooks => ({
  onChecked: (tx, keys, warning) => takeChecked(tx, keys, warning, clock),
});

const routerOf = (clock: Clock) => ({
  regions: regionsHandlers(regionsHooks),
  accounts: accountsHandlers(accountsHooks),
  organisations: organisationsHandlers,
  households: householdsHandlers(householdsHooks),
  registryImport: registryImportHandlers(householdsHooks),
  feeds: feedsHandlers(feedsHooks),
  intake: intakeHandlers,
  parameters: parametersHandlers,
  warnings: warningsHandlers(warningsHooks(clock)),
  process: processHandlers(processHooks),
  clues: cluesHandlers(cluesHooks),
  cases: casesHandlers(casesHooks),
  caseload: caseloadHandlers(caseloadHooks),
  help: helpHandlers,
  papers: papersHandlers,
  inquiries: inquiriesHandlers(casesHooks),
  national: nationalHandlers,
  declare: declareHandlers,
  bulletin: bulletinHandlers,
  messages: messagesHandlers,
  handover: handoverHandlers(casesHooks),
  notices: noticesHandlers(registerTools),
  assets: assetsHandlers,
  construction: constructionHandlers,
  governance: governanceHandlers(registerTools),
  money: moneyHandlers,
  industry: industryHandlers,
  employment: employmentHandlers(registerTools),
  figures: figuresHandlers,
  circulars: circularsHandlers(registerTools),
  rectification: rectificationHandlers(registerTools),
  appraisals: appraisalsHandlers(registerTools),
  pairing: pairingHandlers,
  incomes: incomesHandlers(registerTools),
  insurance: insuranceHandlers,
  relocation: relocationHandlers,
  linkage: linkageHandlers,
  policies: policiesHandlers,
  entitlements: entitlementsHandlers,
  duties: dutiesHandlers,
  contingency: contingencyHandlers(registerTools),
  registers: registersHandlers(registerTools),
  registerImports: registerImportsHandlers(registerTools),
  registerPhotos: registerPhotosHandlers(registerTools.catalogue),
  registerFind: registerFindHandlers(registerTools),
});

export const rawRoutes: RawRoute[] = [
  ...accountsDownloads,
  ...householdsDownloads,
  importRefusals,
  ...feedsDownloads,
  ...warningsDownloads,
  exportClues(cluesHooks),
  caseFile,
  exportCases(caseloadHooks),
  ...helpDownloads,
  ...inquiriesDownloads,
  ...papersDownloads,
  exportNational,
  comparisonRefusals,
  clueFile,
  exportBulletin,
  ...noticesDownloads(registerTools.catalogue),
  exportForms,
  constructionForms,
  governanceForms,
  insuranceForms,
  relocationForms,
  employmentForms,
  linkageForms,
  industryForms,
  exportFlow,
  moneyForms,
  ...figuresDownloads,
  ...circularsDownloads,
  ...rectificationDownloads,
  ...policiesDownloads,
  ...entitlementsDownloads,
  ...dutiesDownloads,
  ...contingencyDownloads,
  ...appraisalsDownloads,
  ...pairingDownloads,
  ...registersDownloads(registerTools.catalogue),
  registerPhoto(registerTools.catalogue),
];

/** The page for people without an account, and where it sends photos. */
const PAGES = { '/declare': 'declare.html' };
const UPLOAD_ROUTES = [declarePhotos];

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

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
}

export type Api = Awaited<ReturnType<typeof openApi>>;

type ApiOptions = {
  webFolder?: string;
  trustProxy?: TrustedProxies;
  logLevel?: string;
  clock?: Clock;
  limitFactor?: number;
  pace?: Pace;
};

/** The HTTP server over an opened product; `close` ends requests and jobs, not the database. */
export async function openApi({ db, keys, dataFolder }: Shouwang, options: ApiOptions = {}) {
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
    operationsOf: (role) => operations.filter((meta) => mayCall(meta, role)).map(({ name }) => name),
  };
  const http = await createHttp({
    contract,
    router: routerOf(clock),
    rawRoutes,
    uploadRoutes: UPLOAD_ROUTES,
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
  const stopping = [
    keepDoing('watching the clock', MINUTE_MS, log, () => watchClock(watch, db, log)),
    keepDoing('forgetting', HOUR_MS, log, async () => {
      if (!watch.mayForget()) return;
      await forget(db);
      await expireHeld(services, db, heldDays);
    }),
    keepDoing('tending messages', MINUTE_MS, log, () =>
      tendMessages(services, db, { dues, mayForget: watch.mayForget() }),
    ),
  ];
  const resume = async () => {
    resumeHouseholds(services, db, householdsHooks);
    await resumeImports(services, db, householdsHooks);
    await resumeBatches(services, db, feedsHooks);
    await resumeScreenings(services, db);
    await resumeRecompute(services, db);
    await resumeComparisons(services, db);
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
