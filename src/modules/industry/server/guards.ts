// What hinders a loan before it is lent (registers §7). Of loans in the bank’s file the same is told as a doubt: those are lent already.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { BORROWER, SUBSIDISED_FEN, TOTAL_FEN } from '../domain/loans/limits.ts';
import { isNotHelped, isOfOtherAge, LIMIT_SQL } from './loans/loan-sql.ts';

const wan = (fen: number) => fen / 1_000_000;

const guard = (move: string, where: string, words: string): Guard => ({
  ...{ register: 'loan-applications', move, where, words },
});

export const industryGuards: Guard[] = [
  guard(
    'rate',
    `t.wanted_fen > ${LIMIT_SQL}`,
    `申请金额超过限额（脱贫人口小额信贷 ${wan(SUBSIDISED_FEN)} 万元，其他 ${wan(TOTAL_FEN)} 万元），请先改正申请金额`,
  ),
  guard('credit', `t.rating = 'none'`, '本户不予评级，请办理“未通过”'),
  guard(
    'credit',
    isNotHelped('t.applied_on', 'and h.valid_to is null'),
    '本户申请时不是脱贫户，也不是未消除风险的监测对象，请办理“未通过”',
  ),
  guard(
    'credit',
    isOfOtherAge('t.applied_on'),
    `借款人申请时不在 ${BORROWER.from} 至 ${BORROWER.until} 周岁之间，请换一名借款人`,
  ),
  guard(
    'credit',
    `exists (select from micro_loans o where o.household_number = t.household_number and not o.voided and o.settled_on is null)`,
    '本户还有贷款没有结清，结清后再授信',
  ),
];
