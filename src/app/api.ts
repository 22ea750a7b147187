// The operations of the whole product bound to their handlers, and the file routes; with open-api.ts, which serves them, the
// one place that knows all slices.

import { type AccountsHooks, accountsDownloads, accountsHandlers } from '../modules/accounts/server/index.ts';
import { appraisalsDownloads, appraisalsHandlers } from '../modules/appraisals/server/index.ts';
import { assetsHandlers, exportForms } from '../modules/assets/server/index.ts';
import { boardDownloads, boardHandlers } from '../modules/board/server/index.ts';
import { bulletinHandlers, exportBulletin } from '../modules/bulletin/server/index.ts';
import { type CaseloadHooks, caseloadHandlers, exportCases } from '../modules/caseload/server/index.ts';
import {
  type CasesHooks,
  caseFile,
  casesHandlers,
  caseUnderWay,
  startRecompute,
} from '../modules/cases/server/index.ts';
import { circularsDownloads, circularsHandlers } from '../modules/circulars/server/index.ts';
import { cleaningDownloads, cleaningHandlers } from '../modules/cleaning/server/index.ts';
import { type CluesHooks, cluesHandlers, exportClues, takeChecked } from '../modules/clues/server/index.ts';
import { constructionForms, constructionHandlers } from '../modules/construction/server/index.ts';
import { contingencyDownloads, contingencyHandlers } from '../modules/contingency/server/index.ts';
import { clueFile, declareHandlers } from '../modules/declare/server/index.ts';
import { dutiesDownloads, dutiesHandlers } from '../modules/duties/server/index.ts';
import { employmentForms, employmentHandlers } from '../modules/employment/server/index.ts';
import { entitlementsDownloads, entitlementsHandlers } from '../modules/entitlements/server/index.ts';
import { HELD_DAYS_PARAMETER, HOLD_PARAMETERS } from '../modules/feeds/domain/hold.ts';
import { type FeedsHooks, feedsDownloads, feedsHandlers, type HeldDays } from '../modules/feeds/server/index.ts';
import { fieldHandlers } from '../modules/field/server/index.ts';
import { askKey, figuresDownloads, figuresHandlers, valuesOf } from '../modules/figures/server/index.ts';
import { governanceForms, governanceHandlers } from '../modules/governance/server/index.ts';
import { countHeld, handoverHandlers } from '../modules/handover/server/index.ts';
import { helpDownloads, helpHandlers, uncovered } from '../modules/help/server/index.ts';
import {
  householdsDownloads,
  householdsHandlers,
  householdsMeant,
  startEventsJob,
} from '../modules/households/server/index.ts';
import { incomesHandlers } from '../modules/incomes/server/index.ts';
import { industryForms, industryHandlers } from '../modules/industry/server/index.ts';
import { followComparison, inquiriesDownloads, inquiriesHandlers } from '../modules/inquiries/server/index.ts';
import { insuranceForms, insuranceHandlers } from '../modules/insurance/server/index.ts';
import { intakeHandlers, rememberNames } from '../modules/intake/server/index.ts';
import { keycountiesDownloads, keycountiesHandlers } from '../modules/keycounties/server/index.ts';
import { linkageForms, linkageHandlers } from '../modules/linkage/server/index.ts';
import { messagesHandlers, tellOfAction } from '../modules/messages/server/index.ts';
import { exportFlow, moneyForms, moneyHandlers } from '../modules/money/server/index.ts';
import { comparisonRefusals, exportNational, nationalHandlers, noteAction } from '../modules/national/server/index.ts';
import { noticesDownloads, noticesHandlers } from '../modules/notices/server/index.ts';
import { opendataDownloads, opendataHandlers } from '../modules/opendata/server/index.ts';
import { organisationsHandlers } from '../modules/organisations/server/index.ts';
import { pairingDownloads, pairingHandlers } from '../modules/pairing/server/index.ts';
import { papersDownloads, papersHandlers } from '../modules/papers/server/index.ts';
import { parameterOn, parametersHandlers } from '../modules/parameters/server/index.ts';
import { type PoliciesHooks, policiesDownloads, policiesHandlers } from '../modules/policies/server/index.ts';
import { type ProcessHooks, processHandlers } from '../modules/process/server/index.ts';
import { rectificationDownloads, rectificationHandlers } from '../modules/rectification/server/index.ts';
import { regionsHandlers } from '../modules/regions/server/index.ts';
import { importRefusals, registryImportHandlers } from '../modules/registry-import/server/index.ts';
import { relocationForms, relocationHandlers } from '../modules/relocation/server/index.ts';
import { statementsDownloads, statementsHandlers } from '../modules/statements/server/index.ts';
import { sweepsDownloads, sweepsHandlers } from '../modules/sweeps/server/index.ts';
import { teamsDownloads, teamsHandlers } from '../modules/teams/server/index.ts';
import {
  confirmationByDataset,
  rescreenTouched,
  type WarningsHooks,
  warningsDownloads,
  warningsHandlers,
} from '../modules/warnings/server/index.ts';
import type { Clock } from '../platform/server/clock.ts';
import type { RawRoute } from '../platform/server/http/raw-route.ts';
import { registersDownloads } from '../platform/server/registers/downloads.ts';
import { registerFindHandlers } from '../platform/server/registers/find/find-records.ts';
import { registersHandlers } from '../platform/server/registers/handlers.ts';
import { registerImportsHandlers } from '../platform/server/registers/import-handlers.ts';
import { registerPhoto, registerPhotosHandlers } from '../platform/server/registers/photos/photo-handlers.ts';
import { householdsHooks, regionsHooks } from './follow-changes.ts';
import { dues } from './registers/dues.ts';
import { searchedCatalogue } from './registers/searched.ts';
import { registerTools } from './registers/tools.ts';

/** Whose household the auditor means. */
const accountsHooks: AccountsHooks = {
  findHouseholds: async (tx, keys, text, area) =>
    (await householdsMeant(tx, keys, text, area)).map(({ householdId }) => householdId),
  countHeld,
};

/** What the slices above do when rows of feeds come, go, or find their person. */
export const feedsHooks: FeedsHooks = {
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
export const heldDays: HeldDays = async (tx, countyCode, day) =>
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

/** A goal of a task names a figure: what is counted decides. */
const policiesHooks: PoliciesHooks = {
  figures: async (context, day, asks) => {
    const values = await valuesOf(context, day, asks);
    return (word, area) => values.get(askKey({ word, area }));
  },
};

const caseloadHooks: CaseloadHooks = { uncovered };

/** A warning that is to be monitored becomes a clue in the transaction of the check. */
const warningsHooks = (clock: Clock): WarningsHooks => ({
  onChecked: (tx, keys, warning) => takeChecked(tx, keys, warning, clock),
});

/** Every operation of the contract with its handler. */
export const routerOf = (clock: Clock, fieldTools: Parameters<typeof fieldHandlers>[0]) => ({
  field: fieldHandlers(fieldTools),
  regions: regionsHandlers(regionsHooks),
  accounts: accountsHandlers(accountsHooks),
  organisations: organisationsHandlers(registerTools),
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
  board: boardHandlers,
  opendata: opendataHandlers,
  circulars: circularsHandlers(registerTools),
  statements: statementsHandlers(registerTools, dues),
  rectification: rectificationHandlers({ ...registerTools, catalogue: searchedCatalogue }),
  appraisals: appraisalsHandlers(registerTools),
  pairing: pairingHandlers,
  keycounties: keycountiesHandlers,
  incomes: incomesHandlers(registerTools),
  insurance: insuranceHandlers,
  relocation: relocationHandlers,
  linkage: linkageHandlers,
  policies: policiesHandlers(policiesHooks),
  entitlements: entitlementsHandlers,
  duties: dutiesHandlers,
  contingency: contingencyHandlers(registerTools),
  cleaning: cleaningHandlers(householdsHooks),
  sweeps: sweepsHandlers,
  teams: teamsHandlers(registerTools),
  registers: registersHandlers(registerTools),
  registerImports: registerImportsHandlers(registerTools),
  registerPhotos: registerPhotosHandlers(registerTools.catalogue),
  registerFind: registerFindHandlers(registerTools),
});

/** Files to download, which no operation answers with. */
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
  ...boardDownloads,
  ...opendataDownloads,
  ...circularsDownloads,
  ...statementsDownloads,
  ...rectificationDownloads,
  ...policiesDownloads,
  ...entitlementsDownloads,
  ...dutiesDownloads,
  ...contingencyDownloads,
  ...cleaningDownloads,
  ...sweepsDownloads,
  ...teamsDownloads,
  ...appraisalsDownloads,
  ...pairingDownloads,
  ...keycountiesDownloads,
  ...registersDownloads(registerTools.catalogue),
  registerPhoto(registerTools.catalogue),
];
