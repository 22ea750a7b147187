// The forms of registers §18, by what they are called on paper.

export const FORMS = ['plan', 'closing', 'acceptance', 'spread'] as const;
export type ProblemForm = (typeof FORMS)[number];

export const FORM_NAMES: Record<ProblemForm, string> = {
  plan: '问题整改方案',
  closing: '问题销号申请表',
  acceptance: '问题整改验收表',
  spread: '举一反三排查表',
};

export const LEDGER_FORMS = ['lists', 'report'] as const;
export type LedgerForm = (typeof LEDGER_FORMS)[number];

export const LEDGER_NAMES: Record<LedgerForm, string> = {
  lists: '问题整改台账（问题、责任、整改清单）',
  report: '问题整改情况报告',
};
