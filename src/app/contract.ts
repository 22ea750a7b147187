// The contract of the whole product: every slice's operations under the slice's name. Runs in the browser too.

import { registerFindContract } from '../kernel/register/find-contract.ts';
import { registerImportsContract } from '../kernel/register/import-contract.ts';
import { registerPhotosContract } from '../kernel/register/photos-contract.ts';
import { registersContract } from '../kernel/register/register-contract.ts';
import { accountsContract } from '../modules/accounts/domain/contract.ts';
import { appraisalsContract } from '../modules/appraisals/domain/contract.ts';
import { assetsContract } from '../modules/assets/domain/contract.ts';
import { boardContract } from '../modules/board/domain/contract.ts';
import { bulletinContract } from '../modules/bulletin/domain/contract.ts';
import { caseloadContract } from '../modules/caseload/domain/contract.ts';
import { casesContract } from '../modules/cases/domain/contract.ts';
import { circularsContract } from '../modules/circulars/domain/contract.ts';
import { cleaningContract } from '../modules/cleaning/domain/contract.ts';
import { cluesContract } from '../modules/clues/domain/contract.ts';
import { constructionContract } from '../modules/construction/domain/contract.ts';
import { contingencyContract } from '../modules/contingency/domain/contract.ts';
import { declareContract } from '../modules/declare/domain/contract.ts';
import { dutiesContract } from '../modules/duties/domain/contract.ts';
import { employmentContract } from '../modules/employment/domain/contract.ts';
import { entitlementsContract } from '../modules/entitlements/domain/contract.ts';
import { feedsContract } from '../modules/feeds/domain/contract.ts';
import { fieldContract } from '../modules/field/domain/contract.ts';
import { figuresContract } from '../modules/figures/domain/contract.ts';
import { governanceContract } from '../modules/governance/domain/contract.ts';
import { handoverContract } from '../modules/handover/domain/contract.ts';
import { helpContract } from '../modules/help/domain/contract.ts';
import { householdsContract } from '../modules/households/domain/contract.ts';
import { incomesContract } from '../modules/incomes/domain/contract.ts';
import { industryContract } from '../modules/industry/domain/contract.ts';
import { inquiriesContract } from '../modules/inquiries/domain/contract.ts';
import { insuranceContract } from '../modules/insurance/domain/contract.ts';
import { intakeContract } from '../modules/intake/domain/contract.ts';
import { keycountiesContract } from '../modules/keycounties/domain/contract.ts';
import { linkageContract } from '../modules/linkage/domain/contract.ts';
import { messagesContract } from '../modules/messages/domain/contract.ts';
import { moneyContract } from '../modules/money/domain/contract.ts';
import { nationalContract } from '../modules/national/domain/contract.ts';
import { noticesContract } from '../modules/notices/domain/contract.ts';
import { opendataContract } from '../modules/opendata/domain/contract.ts';
import { organisationsContract } from '../modules/organisations/domain/contract.ts';
import { pairingContract } from '../modules/pairing/domain/contract.ts';
import { papersContract } from '../modules/papers/domain/contract.ts';
import { parametersContract } from '../modules/parameters/domain/contract.ts';
import { policiesContract } from '../modules/policies/domain/contract.ts';
import { processContract } from '../modules/process/domain/contract.ts';
import { rectificationContract } from '../modules/rectification/domain/contract.ts';
import { regionsContract } from '../modules/regions/domain/contract.ts';
import { registryImportContract } from '../modules/registry-import/domain/contract.ts';
import { relocationContract } from '../modules/relocation/domain/contract.ts';
import { statementsContract } from '../modules/statements/domain/contract.ts';
import { sweepsContract } from '../modules/sweeps/domain/contract.ts';
import { teamsContract } from '../modules/teams/domain/contract.ts';
import { warningsContract } from '../modules/warnings/domain/contract.ts';
import { catalogue } from './registers.ts';

export const contract = {
  regions: regionsContract,
  accounts: accountsContract,
  organisations: organisationsContract,
  households: householdsContract,
  registryImport: registryImportContract,
  feeds: feedsContract,
  intake: intakeContract,
  parameters: parametersContract,
  warnings: warningsContract,
  process: processContract,
  clues: cluesContract,
  cases: casesContract,
  caseload: caseloadContract,
  inquiries: inquiriesContract,
  help: helpContract,
  papers: papersContract,
  national: nationalContract,
  declare: declareContract,
  bulletin: bulletinContract,
  messages: messagesContract,
  handover: handoverContract,
  notices: noticesContract,
  assets: assetsContract,
  construction: constructionContract,
  governance: governanceContract,
  money: moneyContract,
  industry: industryContract,
  employment: employmentContract,
  figures: figuresContract,
  board: boardContract,
  opendata: opendataContract,
  circulars: circularsContract,
  statements: statementsContract,
  rectification: rectificationContract,
  appraisals: appraisalsContract,
  pairing: pairingContract,
  keycounties: keycountiesContract,
  incomes: incomesContract,
  insurance: insuranceContract,
  relocation: relocationContract,
  linkage: linkageContract,
  policies: policiesContract,
  entitlements: entitlementsContract,
  duties: dutiesContract,
  contingency: contingencyContract,
  field: fieldContract,
  sweeps: sweepsContract,
  cleaning: cleaningContract,
  teams: teamsContract,
  registers: registersContract(catalogue.registers),
  registerImports: registerImportsContract,
  registerPhotos: registerPhotosContract,
  registerFind: registerFindContract,
};
