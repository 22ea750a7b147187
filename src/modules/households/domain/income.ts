// Income of a household in a year: four incomes, costs, and what follows from them (handbook §4.6, data contract §2).

import type { Fen } from '../../../kernel/money.ts';

export type HouseholdIncome = {
  wageFen: Fen;
  businessFen: Fen;
  propertyFen: Fen;
  transferFen: Fen;
  businessCostFen: Fen;
  claimFen: Fen;
  selfPaidFen: Fen;
};

export type IncomeSummary = {
  /** 总收入: the four incomes. */
  grossFen: Fen;
  /** 纯收入: gross minus business costs; may be negative. */
  netFen: Fen;
  /** 人均纯收入, rounded to the fen; undefined for a household without members. */
  netPerCapitaFen: Fen | undefined;
  /** 收入参考范围: net plus claims minus compliant self-paid costs (grade U: shown, never judged by). */
  referenceFen: Fen;
};

export function computeIncome(income: HouseholdIncome, members: number): IncomeSummary {
  const grossFen = income.wageFen + income.businessFen + income.propertyFen + income.transferFen;
  const netFen = grossFen - income.businessCostFen;
  return {
    grossFen,
    netFen,
    netPerCapitaFen: members > 0 ? Math.round(netFen / members) : undefined,
    referenceFen: netFen + income.claimFen - income.selfPaidFen,
  };
}
