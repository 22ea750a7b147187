// What a loan clerk’s morning begins with, and what is wrong with a loan by the rules (registers §7).

export const LOAN_NEEDS = [
  'overdue',
  'due-7',
  'due-30',
  'due-90',
  'unchecked',
  'misused',
  'before-autumn',
  'limit',
  'total',
  'subsidy',
  'term',
  'age',
  'household',
  'second',
] as const;
export type LoanNeed = (typeof LOAN_NEEDS)[number];

export const LOAN_NEED_NAMES: Record<LoanNeed, string> = {
  overdue: '逾期',
  'due-7': '7 天内到期',
  'due-30': '30 天内到期',
  'due-90': '90 天内到期',
  unchecked: '用途未核查',
  misused: '用途不符',
  'before-autumn': '养殖贷款春季到期',
  limit: '超过限额',
  total: '一户合计超过 10 万元',
  subsidy: '超额贴息',
  term: '超过三年',
  age: '年龄不符',
  household: '不是脱贫户或监测对象',
  second: '一户两笔',
};

/** What is to be done, said once for all of a kind. */
export const LOAN_NEED_DEEDS: Record<LoanNeed, string> = {
  overdue: '上门催收并登记跟进；还清的登记结清，还不上的按规定展期或代偿。',
  'due-7': '落实还款资金；还不上的及早办理续贷或展期。',
  'due-30': '提醒本人备好还款，并登记跟进。',
  'due-90': '问明收入何时到手，打算续贷或展期的及早申请。',
  unchecked: '到户看贷款用在哪里，办理“核查用途”。',
  misused: '挪用、闲置或入股的，督促改正或提前收回，并登记跟进。',
  'before-autumn': '牛羊秋季才出栏，春季还不上；与银行商量改到秋后到期。',
  limit: '核对金额是否写错；确属超限的，与银行核实。',
  total: '与银行核实各笔余额。',
  subsidy: '超过 5 万元的贷款不贴息，核对贴息金额。',
  term: '核对到期日和展期。',
  age: '核对借款人。',
  household: '核对放款时的户类型。',
  second: '核对是否有一笔已经结清而没有登记。',
};

/** Those that are red. */
export const URGENT_LOANS: readonly LoanNeed[] = ['overdue', 'due-7', 'misused'];

/** Days before a loan is due at which it comes onto the list, the nearest first (registers §7). */
export const DUE_STEPS = [7, 30, 90] as const;

/** The step a loan stands at; undefined: it is due later, or was due before. `days` until it is due. */
export function dueStep(days: number): `due-${(typeof DUE_STEPS)[number]}` | undefined {
  const step = days < 0 ? undefined : DUE_STEPS.find((most) => days <= most);
  return step && `due-${step}`;
}

/** Overdue balance of all balance, in ten-thousandths; undefined where nothing is lent. */
export function overdueShare(overdueFen: number, balanceFen: number): number | undefined {
  return balanceFen > 0 ? Math.floor((overdueFen * 10_000) / balanceFen) : undefined;
}
