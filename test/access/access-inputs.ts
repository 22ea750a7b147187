// For each operation an input that aims at one village: its household, warning, issue, batch. A new operation adds a line.

import { sql } from 'kysely';
import { catalogue } from '../../src/app/registers.ts';
import { receiptOf } from '../../src/kernel/receipt.ts';
import type { RegisterDefinition } from '../../src/kernel/register/define-register.ts';
import { operationName } from '../../src/kernel/register/register-contract.ts';
import type { Kind } from '../../src/modules/cases/domain/actions.ts';
import { details } from '../case-details.ts';
import type { TestServer } from '../harness.ts';
import { officeDay } from '../office-day.ts';
import { cleaningInputs } from './cleaning-inputs.ts';
import { policyInputs } from './policy-inputs.ts';
import { sweepInputs } from './sweep-inputs.ts';
import { teamInputs } from './team-inputs.ts';

type Target = {
  countyCode: number;
  householdId: number;
  householdNumber: string;
  personId: number;
  warningId: number;
  issueId: number;
  batchId: number;
  strayBatchId: number;
  strayLine: number;
  importId: number;
  accountId: number;
};

async function findTarget({ shouwang }: TestServer, village: number): Promise<Target> {
  const row = await shouwang.db.bulkRead((tx) =>
    tx.first(sql<Partial<Target>>`
      select w.county_code, w.household_id, w.id as warning_id, h.number as household_number,
        (select p.id from persons p where p.county_code = w.county_code and p.household_id = w.household_id order by p.id limit 1) as person_id,
        (select i.id from data_issues i where i.county_code = w.county_code order by i.village_code = ${village} desc, i.id limit 1) as issue_id,
        (select b.id from feed_batches b where b.dataset = 'medical-settlement' order by b.id limit 1) as batch_id,
        (select s.batch_id from stray_rows s order by s.method = 'ambiguous' desc, s.batch_id, s.line limit 1) as stray_batch_id,
        (select s.line from stray_rows s order by s.method = 'ambiguous' desc, s.batch_id, s.line limit 1) as stray_line,
        (select b.id from import_batches b order by b.id limit 1) as import_id,
        (select a.id from accounts a order by a.id limit 1) as account_id
      from warnings w join households h on h.county_code = w.county_code and h.id = w.household_id
      where w.village_code = ${village} order by w.id limit 1`),
  );
  if (!row?.householdId) throw new Error(`village ${village} has no warning`);
  return { issueId: 1, strayBatchId: 1, strayLine: 1, accountId: 1000, ...row } as Target;
}

/** A village that is merged into itself: refused wherever it can be named. */
function regionChange(village: number): object {
  return { kind: 'merge', oldCode: village, newCode: village, effectiveOn: '2022-06-01', document: '批复' };
}

/** Measures and visits of the case. */
function helpInputs(
  requestId: string,
  key: { countyCode: number; id: number },
  household: { countyCode: number; householdId: number },
  area: number,
): Record<string, object> {
  const measure = {
    class: 'health',
    content: '落实医疗救助',
    unit: '旗医保局',
    plannedFrom: '2022-06-01',
    dueOn: '2022-06-30',
  };
  const measureKey = { requestId, ...key, measureId: 1, version: 1 };
  return {
    'help.measures': key,
    'help.propose-measures': key,
    'help.add-measure': { requestId, ...key, measures: [measure] },
    'help.change-measure': { ...measureKey, implementing: true, measure },
    'help.finish-measure': { ...measureKey, resultOn: '2022-06-01', result: '已救助到位', moneyFen: 0 },
    'help.cancel-measure': { ...measureKey, reason: '重复登记' },
    'help.visits': key,
    'help.add-visit': { requestId, ...key, visitedOn: '2022-06-01', visitors: ['甲'], findings: '生活平稳' },
    'help.gaps': { area },
    'help.visits-due': { area },
    'help.summary': { area },
    'caseload.export': { area },
    'clues.export': { area },
    'help.export-gaps': { area },
    'help.export-visits-due': { area },
    'help.of-household': household,
  };
}

/** Messages are an account's own; reminders aim at the case. */
function messageInputs(
  requestId: string,
  key: { countyCode: number; id: number },
  area: number,
): Record<string, object> {
  const reminder = { requestId, kind: 'urge', note: '请尽快办理' };
  return {
    'accounts.preview-import': { fileId: requestId },
    'accounts.import': { requestId, fileId: requestId },
    'accounts.download-refused': { fileId: requestId },
    'accounts.template': {},
    'accounts.switch-area': { requestId, code: area },
    'organisations.people': {},
    'organisations.twins': {},
    'organisations.merge-preview': { from: 'U1', to: 'U2' },
    'organisations.merge': { requestId, from: 'U1', to: 'U2', basis: '同一单位' },
    'handover.holdings': { accountId: 1000 },
    'handover.move': { requestId, accountId: 1000, to: 1001, reason: '岗位调整' },
    'messages.unread': {},
    'messages.list': {},
    'messages.mark-read': { requestId },
    'messages.settings': {},
    'messages.save-settings': { requestId, modes: { due: 'daily' } },
    'messages.reminders': { area },
    'messages.reminders-of-case': key,
    'messages.late-by-area': { area },
    'messages.remind': { ...reminder, cases: [key] },
    'messages.remind-area': { ...reminder, area },
    'messages.answer': { requestId, countyCode: key.countyCode, id: 1, reply: '已经办理' },
    'messages.door': {},
    'messages.save-door': { requestId, url: 'http://127.0.0.1:9/none', kinds: [], enabled: false },
    'messages.test-door': { requestId },
  };
}

/** The phone: a pull of the area, and an item of the household. */
function fieldInputs(requestId: string, household: { countyCode: number; householdId: number }, area: number) {
  const input = { ...household, channel: 'visit', receivedOn: '2022-06-01', text: '家里有困难，请核实' };
  const item = { id: requestId, seq: 1, operation: 'clues.add', input, madeAt: '2022-06-01T08:00:00+08:00' };
  return {
    'field.pull': { area },
    'field.push': { items: [item] },
    'field.receipts': { ids: [requestId] },
    'field.drop': { requestId, id: requestId },
    'field.wipe': { requestId, accountId: 1000 },
    'field.save-setting': {
      ...{ requestId, regionCode: area, key: 'contact.days', value: 7, effectiveFrom: '2099-01-01', basis: '试行文件' },
    },
  };
}

/** Employment: the monthly confirmation and what asks for action. */
function employmentInputs(requestId: string, area: number) {
  const setting = { key: 'confirm.by', value: 20, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'employment.confirm-progress': { area },
    'employment.confirm-list': { area },
    'employment.confirm': {
      ...{ requestId, month: '2022-05-01', way: 'phone' },
      entries: [{ countyCode: 150923, id: 1, found: 'working' }],
    },
    'employment.undo-confirm': { requestId, month: '2022-05-01', entries: [{ countyCode: 150923, id: 1 }] },
    'employment.roster': { area },
    'employment.accept-roster': { requestId, month: '2022-05-01', entries: [{ countyCode: 150923, id: 1 }] },
    'employment.needs': { area },
    'employment.save-setting': { requestId, regionCode: area, ...setting },
  };
}

/** Loans that ask for action. */
function industryInputs(requestId: string, area: number) {
  const setting = { key: 'loan.check', value: 30, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'industry.loans': { area },
    'industry.sales': { area },
    'industry.save-setting': { requestId, regionCode: area, ...setting },
  };
}

/** Risks of resettlement sites. */
function relocationInputs(requestId: string, area: number) {
  const setting = { key: 'risk.red', value: 30, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return { 'relocation.save-setting': { requestId, regionCode: area, ...setting } };
}

/** Key counties. */
function keyCountyInputs(requestId: string, area: number) {
  const setting = { key: 'specialist.vacant', value: 61, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'keycounties.overview': { area },
    'keycounties.county': { county: area },
    'keycounties.save-setting': { requestId, regionCode: area, ...setting },
    'keycounties.form': { area, form: 'counties', format: 'html' },
  };
}

/** Contracts and firms. */
function linkageInputs(requestId: string, area: number) {
  const setting = { key: 'check.after', value: 31, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'linkage.contracts': { area },
    'linkage.entities': { area },
    'linkage.entity': { code: 'no-such-unit' },
    'linkage.unlinked': { area },
    'linkage.save-setting': { requestId, regionCode: area, ...setting },
  };
}

/** Yearly incomes of the village's household. */
function incomeInputs(
  requestId: string,
  area: number,
  { countyCode, householdId }: { countyCode: number; householdId: number },
) {
  const setting = { key: 'fell.share', value: 2000, effectiveFrom: '2099-01-01', basis: '试行文件' };
  const sheet = { countyCode, id: householdId, year: 2021 };
  const closing = { requestId, regionCode: area, year: 2021 };
  return {
    'relocation.sites': { area },
    'relocation.site': { number: 'S1' },
    'insurance.floor': { area },
    'insurance.households': { area, look: 'neither' },
    'incomes.sheet': sheet,
    'incomes.living': sheet,
    'incomes.save-sheet': { requestId, ...sheet, members: 1, lines: [], collectedOn: '2022-01-10' },
    'incomes.overview': { area, year: 2021 },
    'incomes.households': { area, year: 2021, look: 'all' },
    'incomes.close-year': closing,
    'incomes.reopen-year': { ...closing, reason: '补采漏报的农牧户' },
    'incomes.save-setting': { requestId, regionCode: area, ...setting },
  };
}

/** Problems, and queries for similar ones. */
function rectificationInputs(requestId: string, area: number) {
  const setting = { key: 'days.claim', value: 3, effectiveFrom: '2099-01-01', basis: '试行文件' };
  const part = { wording: '设备闲置', regionCode: area, unit: '旗农牧局' };
  const records = [{ countyCode: Math.floor(area / 1_000_000), id: 1 }];
  const [number, id] = ['W-1', 1];
  return {
    'rectification.overview': { area },
    'rectification.one': { number },
    'rectification.split': { requestId, number, parts: [part, part] },
    'rectification.link': { requestId, number, other: 'W-2', ends: false },
    'rectification.propose-card': { requestId, number },
    'rectification.add-query': {
      requestId,
      number,
      register: 'assets',
      title: '闲置资产',
      filters: { assetKind: 'operating' },
    },
    'rectification.queries': { area },
    'rectification.run-query': { id, area },
    'rectification.query-rows': { id, area },
    'rectification.decide': { requestId, id, records, verdict: 'dismissed', reason: '不属同类' },
    'rectification.watch': { requestId, id, watched: true },
    'rectification.inspectors': {},
    'rectification.set-inspector': { requestId, accountId: 1 },
    'rectification.save-setting': { requestId, regionCode: area, ...setting },
    'rectification.paper': { number, form: 'plan' },
    'rectification.ledger': { form: 'lists', area },
  };
}

/** The counter of a household's points. */
function counterInputs(requestId: string, { countyCode, householdId }: { countyCode: number; householdId: number }) {
  const account = { countyCode, id: householdId };
  return {
    'governance.account': account,
    'governance.record': { requestId, ...account, ruleNumber: '1', happenedOn: '2022-01-10' },
    'governance.spend': { requestId, ...account, goodsNumber: '1', quantity: 1 },
    'governance.carry': { requestId, ...account, fromId: householdId, points: 1, agreement: '分户协议' },
  };
}

/** Ledgers of assets and what they ask for. */
function assetInputs(requestId: string, area: number) {
  const setting = { key: 'rent.overdue', value: 30, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'assets.ledger': { area },
    'assets.list': { area },
    'assets.needs': { area },
    'assets.one': { number: 'A1' },
    'assets.export-form': { form: 'village-ledger', area },
    'assets.save-setting': { requestId, regionCode: area, ...setting },
    'governance.overview': { area },
    'governance.village': { code: area },
    'opendata.keys': {},
    'opendata.make-key': {
      ...{ requestId, name: '用途', office: '单位', area, figures: ['team.members'], perMinute: 10 },
      expiresOn: officeDay(40),
    },
    'opendata.revoke-key': { requestId, id: 1 },
    'opendata.figures': { area },
    'opendata.csv': { area },
    'opendata.odata': { area },
    'opendata.odata-service': {},
    'opendata.odata-metadata': {},
    'board.show': { area, day: '2022-05-31' },
    'board.choose': { requestId, figures: ['team.members'] },
    'board.count': { area, day: '2022-05-31', figure: 'team.members', what: 'now' },
    'board.regions': { area, day: '2022-05-31', figure: 'team.members', level: 'county' },
    'board.paper': { area, day: '2022-05-31', format: 'html' },
    'circulars.targets': { area },
    'governance.form': { form: 'rules', area, format: 'docx' },
    'governance.reset': { requestId, code: area },
    'industry.form': { form: 'workshops', area, format: 'docx' },
    'linkage.form': { form: 'contracts', area, format: 'docx' },
    'employment.form': { form: 'spells', area, format: 'docx' },
    'relocation.form': { form: 'quarter', area, format: 'docx' },
    'insurance.form': { form: 'policies', area, format: 'docx' },
    'governance.copy-template': { requestId, code: area, effectiveOn: '2022-06-01' },
    'governance.save-setting': { requestId, regionCode: area, ...setting, key: 'points.objection' },
    'construction.overview': { area },
    'construction.village': { code: area },
    'construction.needs': { area },
    'construction.form': { form: 'toilets', area, format: 'docx' },
    'construction.save-setting': { requestId, regionCode: area, ...setting, key: 'issue.at-once' },
  };
}

/** Who helps whom. */
function pairingInputs(requestId: string, area: number) {
  const setting = { key: 'firms.least', value: 3, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'pairing.overview': { area },
    'pairing.pairs': { area },
    'pairing.one': { number: 'J1' },
    'pairing.unhelped': { area, level: 'village' },
    'pairing.concerns': { area },
    'pairing.cooperation': { area, year: 2022 },
    'pairing.cooperation-report': { area, year: 2022, format: 'html' },
    'pairing.report': { number: 'J1', year: 2022, format: 'html' },
    'pairing.save-setting': { requestId, regionCode: area, ...setting },
  };
}

/** A circular that nobody drafted. */
function circularInputs(requestId: string, area: number, countyCode: number) {
  const row = { countyCode, id: 1 };
  return {
    'circulars.draft': { requestId, kind: 'employment', area, asOf: '2022-05-31' },
    'circulars.targets-paper': { area, asOf: '2022-05-31', format: 'html' },
    'circulars.rows': row,
    'circulars.now': row,
    'circulars.paper': { ...row, format: 'html' },
  };
}

/** A statement that nobody wrote. */
function statementInputs(requestId: string, area: number, countyCode: number) {
  const row = { countyCode, id: 1 };
  return {
    'statements.draft': { requestId, area, title: '发布稿', asOf: '2022-05-31', publishOn: '2022-06-08' },
    'statements.show': row,
    'statements.figures': row,
    'statements.appendix': row,
    'statements.save': { ...row, requestId, version: 1, body: '正文', allowed: [] },
    'statements.confirm': { ...row, requestId, claim: '标题：更加牢固', confirmed: false },
    'statements.submit': { ...row, requestId, version: 1 },
    'statements.paper': { ...row, format: 'html', answers: 'yes' },
  };
}

/** An assessment that nobody drew up. */
function appraisalInputs(requestId: string, area: number) {
  const number = 'KH0000';
  const target = { number, region: area };
  return {
    'appraisals.schemes': { area },
    'appraisals.compute': { requestId, number },
    'appraisals.results': { number },
    'appraisals.sheet': target,
    'appraisals.what-if': { number, weights: [] },
    'appraisals.object': { requestId, ...target, claim: '务工人数少算了两人', evidence: '务工台账第三页' },
    'appraisals.paper': { number, paper: 'results', format: 'html' },
    'appraisals.revise': { requestId, number, newNumber: 'KH0001' },
  };
}

/** Notices of a row that nobody has. */
function noticeInputs(requestId: string, area: number, countyCode: number) {
  const setting = { key: 'assets.title', value: 10, effectiveFrom: '2099-01-01', basis: '试行文件' };
  const row = { countyCode, id: 1 };
  return {
    'notices.draft': { requestId, register: 'assets', kind: 'title', level: 'village', records: [row] },
    'notices.rows': row,
    'notices.of-row': { ...row, register: 'assets' },
    'notices.settings': { area },
    'field.settings': { area },
    'notices.save-setting': { requestId, regionCode: area, ...setting },
    'notices.paper': { ...row, format: 'html' },
  };
}

/** The way of the money of the village's county. */
function moneyInputs(requestId: string, area: number, household: { countyCode: number; householdId: number }) {
  const { countyCode, householdId } = household;
  const ofConcern = {
    concern: 'unallocated',
    subject: 'I1',
    regionCode: area,
    reason: '资金正在办理分配',
    until: '2022-12-31',
  };
  const setting = { key: 'days.unpaid', value: 30, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'money.flow': { area },
    'money.export-flow': { area },
    'money.export-form': { area, form: 'progress', year: 2022 },
    'money.find': { text: '80万' },
    'money.projects': { area },
    'money.timeline': { area, year: 2022 },
    'money.project-map': { area, year: 2022 },
    'money.documents': { area },
    'money.project': { number: 'P1' },
    'money.document': { number: 'I1' },
    'money.of-household': { countyCode, id: householdId },
    'money.concerns': { area },
    'money.explain': { requestId, ...ofConcern },
    'money.save-setting': { requestId, regionCode: area, ...setting },
  };
}

/** A case of the household, a clue of it, and each kind of action with a detail it could have. */
async function caseInputs(
  server: TestServer,
  { area, ...household }: { countyCode: number; householdId: number; area: number },
): Promise<Record<string, object>> {
  const { countyCode } = household;
  const { client } = await server.as({ role: 'county-officer', areaCode: countyCode * 1e6 });
  const clue = { channel: 'visit', ...household, receivedOn: '2022-06-01', text: '户主患病住院' } as const;
  const first = await client.clues.addClue({ requestId: crypto.randomUUID(), ...clue });
  const opened = await client.cases.open({ requestId: crypto.randomUUID(), countyCode, clueIds: [first.id] });
  const second = await client.clues.addClue({ requestId: crypto.randomUUID(), ...clue });
  const requestId = crypto.randomUUID();
  const key = { countyCode, id: opened.id };
  const given: Partial<Record<Kind, object>> = {
    ...details('2022-06-01'),
    'reply-comparison': { department: 'yibao', hits: [], note: '' },
    object: { by: '', content: '对家庭收入有异议' },
    'settle-objection': { objection: 0, result: '已核实说明' },
    clear: { mode: 'assisted', opinion: '同意', documentNumber: '' },
    return: { to: 'verification', reason: '材料不全' },
    reject: { reason: '不符合条件' },
    'notify-rejection': { on: '2022-06-01', how: '当面告知' },
    appeal: { content: '对结论有异议' },
    'decide-appeal': { upheld: true, reason: '重新核实' },
    withdraw: { reason: '农户自愿撤回' },
    'move-away': { on: '2022-06-01', to: '迁往外地' },
    pause: { reason: '联系不上农户' },
    resume: { note: '' },
    emergency: { reason: '突发火灾', help: '临时救助' },
    'hand-over': { responsible: '李秀兰', unit: '', reason: '岗位调整' },
    'start-clearing': { mode: 'assisted', reason: '收入稳定' },
    'look-back': { on: '2022-06-01', visitors: ['甲', '乙'], stable: true, finding: '收入稳定', photos: [] },
    reverse: { reason: '收入下降' },
    recall: { seq: 2, reason: '填写有误' },
  };
  const acts = Object.entries(given).map(([kind, detail]) => [
    `cases.${kind}`,
    { requestId, ...key, version: 1, detail },
  ]);
  return {
    ...Object.fromEntries(acts),
    'declare.ticket': { requestId },
    'declare.villages': { code: area },
    'declare.send': {
      requestId,
      ticket: 'none',
      villageCode: area,
      name: '外人',
      phone: '13800000000',
      troubles: ['illness'],
    },
    'declare.for-household': {
      ...{ requestId, ...household, declaredOn: '2022-05-30', phone: '13800000000' },
      ...{ troubles: ['illness'], receipt: receiptOf(new Uint8Array(16)) },
    },
    'declare.status': { receipt: 'none', phoneTail: '0000' },
    'declare.clue': { countyCode, id: second.id },
    'declare.unmask-clue': { requestId, countyCode, id: second.id, of: 'household', reason: '核对身份信息' },
    'declare.clue-file': { countyCode, id: second.id, fileId: crypto.randomUUID() },
    'clues.list': { area },
    'clues.add': { requestId, ...clue },
    'clues.get': { countyCode, id: second.id },
    'clues.correct': {
      ...{ requestId, countyCode, id: second.id, was: '户主患病住院' },
      ...{ text: '户主患病,已住院', reason: '笔误' },
    },
    'clues.dismiss': { requestId, countyCode, id: second.id, reason: '情况不属实' },
    'cases.open': { requestId, countyCode, clueIds: [second.id] },
    'caseload.list': { area },
    'cases.get': key,
    'cases.of-household': household,
    'caseload.worklist': { area },
    'caseload.queue': { area },
    'caseload.bulk-check': { kind: 'announce', filter: { area } },
    'cases.bulk-act': {
      ...{ requestId, kind: 'announce', shared: { on: '2022-06-01', photos: [] } },
      cases: [{ ...key, version: 1, own: {} }],
    },
    'process.templates': {},
    'process.save-template': {
      requestId,
      regionCode: countyCode * 1e6,
      name: '试',
      effectiveFrom: '2022-06-01',
      definition: {},
    },
    'process.calendar': { year: 2022 },
    'process.official-holidays': { year: 2022 },
    'process.calendar-check': { year: 2022 },
    'process.check-calendar': { requestId, year: 2022 },
    'process.recomputing': {},
    'bulletin.figures': { area, from: '2022-01-01', to: '2022-12-31' },
    'bulletin.progress': { area, from: '2022-01-01', to: '2022-12-31' },
    'bulletin.export': { area, from: '2022-01-01', to: '2022-12-31' },
    'figures.list': { area, day: '2022-05-31' },
    'figures.export': { area, day: '2022-05-31' },
    'figures.paper': { id: 'project.count', area, day: '2022-05-31', format: 'html' },
    ...Object.fromEntries(
      ['show', 'children', 'trend', 'rows', 'export-rows'].map((verb) => [
        `figures.${verb}`,
        { id: 'industry.able_household_coverage', area, day: '2022-05-31' },
      ]),
    ),
    ...Object.fromEntries(
      ['changes', 'export-changes'].map((verb) => [
        `figures.${verb}`,
        { id: 'industry.able_household_coverage', area, day: '2022-05-31', since: '2022-05-24' },
      ]),
    ),
    'figures.compare': { area, day: '2022-05-31' },
    'national.changes': { area },
    'national.export': { area },
    'national.tick': { requestId, changes: [{ countyCode, id: 1 }], done: true },
    'national.compare-export': { requestId, fileId: crypto.randomUUID() },
    'help.measure-libraries': {},
    'help.save-measure-library': {
      requestId,
      regionCode: countyCode * 1e6,
      effectiveFrom: '2022-06-01',
      measures: [],
    },
    'national.export-comparisons': {},
    'national.export-comparison': { id: 1 },
    'national.cancel-export-comparison': { requestId, id: 1 },
    'national.download-export-refused': { id: 1 },
    'process.save-calendar': { requestId, year: 2022, days: [] },
    'papers.documents': key,
    'papers.document': { ...key, document: 'application', format: 'html' },
    'papers.notices': { area },
    'papers.print-notices': { area, format: 'html' },
    'papers.print-approvals': { area, day: '2022-06-01', format: 'html' },
    'cases.file': { ...key, fileId: crypto.randomUUID() },
    ...helpInputs(requestId, key, household, area),
    ...messageInputs(requestId, key, area),
    ...fieldInputs(requestId, household, area),
    ...employmentInputs(requestId, area),
    ...industryInputs(requestId, area),
    ...linkageInputs(requestId, area),
    ...relocationInputs(requestId, area),
    ...assetInputs(requestId, area),
    ...rectificationInputs(requestId, area),
    ...noticeInputs(requestId, area, household.countyCode),
    ...circularInputs(requestId, area, household.countyCode),
    ...statementInputs(requestId, area, household.countyCode),
    ...policyInputs(requestId, area, household),
    ...sweepInputs(requestId, area, household),
    ...teamInputs(requestId, area),
    ...appraisalInputs(requestId, area),
    ...pairingInputs(requestId, area),
    ...keyCountyInputs(requestId, area),
    ...incomeInputs(requestId, area, household),
    ...counterInputs(requestId, household),
    ...moneyInputs(requestId, area, household),
  };
}

/** Inputs by the operation's name. `requestId` is replaced at every call. */
/** The operations of every register, at the village; a row of that id may or may not be there. */
function registerInputs(requestId: string, { countyCode, area }: { countyCode: number; area: number }) {
  const key = { countyCode, id: 1 };
  const change = { requestId, ...key, version: '1' };
  const set = { requestId, id: 1 };
  const photo = { register: 'assets', ...key };
  const inputs: Record<string, object> = {
    'registers.imports': {},
    'registers.find': { text: '白音' },
    'registers.related': { code: 'assets', ...key },
    'registers.import-status': { id: 1 },
    'registers.recognise-file': { fileId: requestId },
    'registers.preview-import': { requestId, files: [{ fileId: requestId, register: 'organisations' }] },
    'registers.start-import': set,
    'registers.cancel-import': set,
    'registers.undo-import': set,
    'registers.download-refused': { id: 1 },
    'registers.photos': photo,
    'registers.photo': { ...photo, photoId: requestId },
    'registers.attach-photos': { requestId, ...photo, stage: 'before', fileIds: [requestId] },
    'registers.remove-photo': { requestId, ...photo, photoId: requestId, reason: '传错了' },
  };
  for (const register of catalogue.registers) {
    const name = (verb: string) => operationName(register, verb);
    Object.assign(inputs, {
      [name('list')]: { area },
      [name('export')]: { area },
      [name('template')]: {},
      [name('get')]: key,
      [name('add')]: { requestId, values: {} },
      [name('change')]: { ...change, values: {} },
      [name('void')]: { ...change, voided: true, reason: '登记错误' },
      ...(register.states ? moveInputs(register, requestId, key) : {}),
    });
  }
  return inputs;
}

function moveInputs(register: RegisterDefinition, requestId: string, key: { countyCode: number; id: number }) {
  const [move = ''] = Object.keys(register.states?.moves ?? {});
  return {
    [operationName(register, 'check')]: { move, records: [key] },
    [operationName(register, 'move')]: {
      ...{ requestId, move, doneOn: '2022-06-01', opinion: '同意', values: {} },
      records: [{ ...key, version: '1' }],
    },
    [operationName(register, 'withdraw')]: { requestId, ...key, version: '1' },
  };
}

export async function targetInputs(server: TestServer, village: number): Promise<Record<string, object>> {
  const target = await findTarget(server, village);
  const { countyCode, householdId, personId, householdNumber, batchId } = target;
  const requestId = crypto.randomUUID();
  const area = village;
  const household = { countyCode, householdId };
  const warning = { countyCode, id: target.warningId };
  const onDate = '2022-06-01';
  const stray = { batchId: target.strayBatchId, line: target.strayLine };
  return {
    ...registerInputs(requestId, { countyCode, area: village }),
    'regions.children': { code: area },
    'regions.path': { code: area },
    'regions.search': { text: 'sd' },
    'regions.designations': { code: area },
    'regions.changes': { area },
    'regions.preview-changes': { changes: [regionChange(area)] },
    'regions.apply-changes': { requestId, changes: [regionChange(area)] },

    'accounts.sign-in': { username: 'nobody', password: 'wrong' },
    'accounts.sign-out': {},
    'accounts.sign-out-everywhere': {},
    'accounts.me': {},
    'accounts.draft-key': {},
    'accounts.keep-alive': {},
    'accounts.sessions': {},
    'accounts.saved-lists': {},
    'accounts.save-list': { requestId, name: '逾期的个案', path: '/cases', search: 'desk=late' },
    'accounts.drop-list': { requestId, id: 1 },
    'accounts.handed-out': {},
    'accounts.state': {},
    'accounts.end-session': { id: crypto.randomUUID() },
    'accounts.sessions-of': { accountId: target.accountId },
    // A session there is none of: without its id all of the account's would end, the walk's own among them.
    'accounts.end-sessions-of': { requestId, accountId: target.accountId, id: crypto.randomUUID() },
    'accounts.change-password': { requestId, currentPassword: 'x', newPassword: 'y' },
    'accounts.list': { area },
    'accounts.create': { requestId, username: 'intruder', name: '外人', role: 'village-worker', areaCode: village },
    'accounts.update': { requestId, id: target.accountId, name: '改名' },
    'accounts.reset-password': { requestId, id: target.accountId },
    'accounts.search-audit': { area },
    'accounts.audit-seals': {},
    'accounts.factor': {},
    'accounts.begin-factor': { currentPassword: 'x' },
    'accounts.confirm-factor': { code: '000000' },
    'accounts.drop-factor': { currentPassword: 'x', code: '000000' },
    'accounts.reset-factor': { requestId, id: target.accountId },
    'accounts.policy': {},
    'accounts.save-policy': { requestId, key: 'passwordLength', value: 10 },
    'accounts.audit-key': {},
    'accounts.export-audit': { from: '2026-01-01', to: '2026-12-31' },

    'households.list': { area, text: householdNumber },
    'households.search': { text: householdNumber },
    'households.get': { countyCode, id: householdId },
    'households.unmask': { requestId, ...household, personId, field: 'id-number', reason: '核对身份信息' },
    'households.record-event': { requestId, ...household, onDate, event: { kind: 'leave', personId } },
    'households.data-issues': { area },
    ...cleaningInputs(requestId, area, { countyCode, id: target.issueId }),
    'households.close-issue': {
      requestId,
      countyCode,
      id: target.issueId,
      state: 'explained',
      explanation: '已电话核实',
    },
    'registry-import.list': {},
    'registry-import.status': { id: target.importId },
    'registry-import.inspect': {},
    'registry-import.preview': { requestId },
    'registry-import.start': { requestId, id: target.importId },
    'registry-import.cancel': { requestId, id: target.importId },
    'households.export': { area },
    'registry-import.download-refused': { id: target.importId, format: 'csv' },

    'inquiries.list': { area },
    'inquiries.show': { id: 1 },
    'inquiries.persons': { id: 1 },
    'inquiries.answer': { requestId, id: 1, positions: [1], reply: { result: 'none' } },
    'inquiries.answer-file': { requestId, id: 1, fileId: crypto.randomUUID() },
    'inquiries.recordable': { id: 1 },
    'inquiries.record': { requestId, id: 1 },
    'inquiries.download': { id: 1 },
    'inquiries.download-refused': { id: 1 },
    'feeds.datasets': {},
    'feeds.create-batch': { requestId, fileId: crypto.randomUUID(), dataset: 'medical-settlement' },
    'feeds.batches': { area },
    'feeds.submissions': { area },
    'feeds.batch': { id: batchId },
    'feeds.cancel-batch': { requestId, id: batchId },
    'feeds.undo-batch': { requestId, id: batchId, reason: '数据有误' },
    'intake.preview-file': { fileId: crypto.randomUUID(), dataset: 'medical-settlement' },
    'feeds.confirm-batch': { requestId, id: batchId, reason: '经核对数据无误' },
    'feeds.withdraw-batch': { requestId, id: batchId, reason: '选错了文件' },
    'feeds.quarantine': { id: batchId },
    'feeds.download-quarantine': { id: batchId },
    'feeds.download-matches': { id: batchId },
    'feeds.download-trial-file': { dataset: 'medical-settlement' },
    'feeds.review': { area },
    'feeds.review-row': stray,
    'feeds.decide-match': { requestId, ...stray },
    'feeds.rates': { area },

    'warnings.list': { area },
    'warnings.get': warning,
    'warnings.of-household': household,
    'warnings.summary': { area },
    'warnings.map': { area: Math.floor(village / 1000) * 1000 },
    'warnings.assignees': { villageCode: village },
    'warnings.assign': { requestId, warnings: [warning], assigneeId: target.accountId },
    'warnings.check': { requestId, ...warning, result: 'no-risk', note: '已入户核实' },
    'warnings.reopen': { requestId, ...warning, reason: '填写有误' },
    'warnings.screenings': {},
    'warnings.start-screening': { requestId, asOf: '2022-02-30' },
    'warnings.undo-screening': { requestId, asOf: '1999-01-01', reason: '不会撤销' },
    'warnings.rules': {},
    'warnings.rule-versions': { code: 'R01' },
    'warnings.save-rule': {
      requestId,
      code: 'R01',
      version: 99,
      name: '试',
      text: '不会保存',
      enabled: true,
      condition: {},
    },
    'parameters.list': { area: countyCode * 1e6 },
    'parameters.save': {
      requestId,
      regionCode: countyCode * 1e6,
      key: 'no.such',
      value: 1,
      effectiveFrom: onDate,
    },
    'warnings.what-if': { regionCode: countyCode * 1e6, changes: [{ key: 'income.line', value: 8000 }] },
    'warnings.back-test': { area },
    'warnings.export': { area },
    'warnings.photo': { ...warning, photoId: crypto.randomUUID() },

    ...(await caseInputs(server, { ...household, area })),
  };
}
