// What is unusual about a micro-loan (data contract for registers, §4): the bank has lent already, so it is told and not refused.

import type { Doubt } from '../../../platform/server/registers/doubts.ts';

const register = 'micro-loans';

/** Fen a household may have of the one loan made for it, and of the others. */
const LIFTED_LIMIT = 5_000_000;
const OTHER_LIMIT = 10_000_000;

const LIVES = (
  status: string,
) => `exists (select from household_statuses s where s.household_number = t.household_number and not s.voided
  and s.status in (${status}) and s.started_on <= t.lent_on and t.lent_on < coalesce(least(s.ended_on, s.risk_cleared_on), 'infinity'))`;

export const industryDoubts: Doubt[] = [
  {
    register,
    code: 'loan-limit',
    where: `t.loan_amount_fen > case t.loan_product when 'lifted-credit' then ${LIFTED_LIMIT} else ${OTHER_LIMIT} end`,
  },
  { register, code: 'loan-term', where: `coalesce(t.extended_to, t.due_on) > t.lent_on + interval '3 years'` },
  {
    register,
    code: 'loan-age',
    where: `(select to_char(t.lent_on, 'YYYYMMDD')::int - p.birth not between 180000 and 659999 from persons p where p.id = t.person_id)`,
  },
  {
    register,
    code: 'loan-household',
    where: `not ${LIVES(`'lifted', 'unstable-lifted', 'borderline', 'sudden-hardship'`)} and not exists (select from households h
      where h.number = t.household_number and (h.kind = 'lifted' or (h.monitoring_category is not null and h.risk_cleared is not true)))`,
  },
  {
    register,
    code: 'second-loan',
    where: `exists (select from micro_loans o where o.household_number = t.household_number and o.number <> t.number and not o.voided
      and o.lent_on < coalesce(t.settled_on, 'infinity') and t.lent_on < coalesce(o.settled_on, 'infinity'))`,
  },
];
