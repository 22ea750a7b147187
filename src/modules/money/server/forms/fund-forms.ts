// The forms of funds (registers §4, forms): four lists of registers of a year, and how far each county has spent.

import { formatDate } from '../../../../kernel/plain-date.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Reckoned } from '../../../../platform/server/registers/forms/form-cells.ts';
import {
  type FormSheet,
  type ReadColumn,
  type RegisterForm,
  readRegisterForm,
} from '../../../../platform/server/registers/forms/read-form.ts';
import { fundAllocationRegister } from '../../../funds/domain/fund-allocation-register.ts';
import { fundCarryoverRegister } from '../../../funds/domain/fund-carryover-register.ts';
import { fundPaymentRegister } from '../../../funds/domain/fund-payment-register.ts';
import { fundPerformanceRegister } from '../../../funds/domain/fund-performance-register.ts';
import { type FormReader, getRegion, namesOf } from '../../../regions/server/index.ts';
import type { FundFormKey } from '../../domain/forms.ts';
import { readFlow } from '../read-flow.ts';

const read = (name: string, title: string, sql: string, kind: Reckoned['kind'] = 'text'): ReadColumn => ({
  ...{ name, title, kind },
  sql: `(${sql})`,
});
const projectName = (number: string) =>
  read('projectName', '项目名称', `select p.project_name from projects p where p.number = ${number}`);
/** Of the issuance with this number: documents above the reader's area stay empty. */
const documentNo = (number: string) =>
  read('issuedBy', '指标文号', `select i.document_no from fund_issuances i where i.number = ${number}`);
const ofYear = (number: string, year: number) =>
  `exists (select from fund_issuances i where i.number = ${number} and i.budget_year = ${year})`;

const PAID_ISSUANCE = '(select a.issuance_number from fund_allocations a where a.number = t.allocation_number)';
const PAID_PROJECT = '(select a.project_number from fund_allocations a where a.number = t.allocation_number)';
const definition = (register: object) => register as unknown as RegisterDefinition;

const LISTS: Record<Exclude<FundFormKey, 'spending'>, (year: number) => RegisterForm> = {
  usage: (year) => ({
    register: definition(fundPaymentRegister),
    columns: [
      ...['number', documentNo(PAID_ISSUANCE), projectName(PAID_PROJECT), 'paidOn', 'amountFen', 'payee'],
      ...['paymentKind', 'voucherNo'],
    ],
    where: ofYear(PAID_ISSUANCE, year),
  }),
  mapping: (year) => ({
    register: definition(fundAllocationRegister),
    columns: [
      ...[documentNo('t.issuance_number'), 'issuanceNumber', 'projectNumber', projectName('t.project_number')],
      ...['allocatedOn', 'amountFen'],
      read(
        ...(['paidFen', '已支付资金'] as const),
        'select coalesce(sum(p.amount_fen), 0)::bigint from fund_payments p where p.allocation_number = t.number and not p.voided',
        'wan',
      ),
    ],
    where: ofYear('t.issuance_number', year),
  }),
  goals: (year) => ({
    register: definition(fundPerformanceRegister),
    columns: ['projectNumber', projectName('t.project_number'), 'indicatorKind', 'indicator', 'goal'],
    where: `t.year = ${year}`,
  }),
  results: (year) => ({
    register: definition(fundPerformanceRegister),
    columns: [
      ...['projectNumber', projectName('t.project_number'), 'indicatorKind', 'indicator', 'goal', 'done', 'score'],
      'cause',
    ],
    where: `t.year = ${year}`,
  }),
  carryovers: (year) => ({
    register: definition(fundCarryoverRegister),
    columns: ['issuanceNumber', documentNo('t.issuance_number'), 'closedOn', 'carriedFen', 'calledBackFen', 'cause'],
    where: `t.closed_year = ${year}`,
  }),
};

const FEN_PER_WAN = 1_000_000;
const percent = (share: number | undefined) => (share === undefined ? null : Math.floor(share / 10) / 10);

/** Bridging funds, by county; who paid the larger share stands first, and beside it what the day asks for. */
const readSpending: FormReader = async (tx, { range, today, year }): Promise<FormSheet> => {
  const region = await getRegion(tx, range.low);
  const asked = { range, year, kind: 'transition', asOf: formatDate(today), today, by: 'counties' as const };
  const { rows, total, askedShare } = await readFlow(tx, region, asked);
  const counties = rows.filter(({ toCountyFen }) => toCountyFen > 0);
  const ranked = counties.sort((a, b) => (b.paidShare ?? 0) - (a.paidShare ?? 0) || a.code - b.code);
  const cells = ({ name, toCountyFen, allocatedFen, paidFen, paidShare }: (typeof ranked)[number]) => [
    ...[name, toCountyFen / FEN_PER_WAN, allocatedFen / FEN_PER_WAN, paidFen / FEN_PER_WAN, percent(paidShare)],
    percent(askedShare),
  ];
  return {
    header: [
      { title: '位次', kind: 'number', width: 6 },
      { title: '旗县', kind: 'text' },
      { title: '已下达（万元）', kind: 'number', width: 14 },
      { title: '已分配（万元）', kind: 'number', width: 14 },
      { title: '已支付（万元）', kind: 'number', width: 14 },
      { title: '支出进度（%）', kind: 'number', width: 12 },
      { title: '应达到（%）', kind: 'number', width: 12 },
    ],
    rows: [...ranked.map((row, i) => [i + 1, ...cells(row)]), [null, ...cells({ ...total, name: '合计' })]],
    about: '资金：衔接资金',
  };
};

export const FUND_FORM_READERS: Record<FundFormKey, FormReader> = {
  ...(Object.fromEntries(
    Object.entries(LISTS).map(([key, form]): [string, FormReader] => [
      key,
      (tx, { range, today, year }) => readRegisterForm(tx, form(year), { range, day: formatDate(today) }, namesOf),
    ]),
  ) as Record<Exclude<FundFormKey, 'spending'>, FormReader>),
  spending: readSpending,
};
