// What is unusual about a micro-loan (data contract for registers, §4): the bank has lent already, so it is told and not refused.

import type { Doubt } from '../../../platform/server/registers/doubts.ts';
import { isNotHelped, isOfOtherAge, LIMIT_SQL } from './loans/loan-sql.ts';

const register = 'micro-loans';

export const industryDoubts: Doubt[] = [
  {
    register,
    code: 'loan-limit',
    where: `t.loan_amount_fen > ${LIMIT_SQL}`,
  },
  { register, code: 'loan-term', where: `coalesce(t.extended_to, t.due_on) > t.lent_on + interval '3 years'` },
  {
    register,
    code: 'loan-age',
    where: isOfOtherAge('t.lent_on'),
  },
  {
    register,
    code: 'loan-household',
    where: isNotHelped('t.lent_on'),
  },
  {
    register,
    code: 'second-loan',
    where: `exists (select from micro_loans o where o.household_number = t.household_number and o.number <> t.number and not o.voided
      and o.lent_on < coalesce(t.settled_on, 'infinity') and t.lent_on < coalesce(o.settled_on, 'infinity'))`,
  },
];
