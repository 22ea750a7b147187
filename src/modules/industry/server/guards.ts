// What hinders a loan before it is lent (registers §7). Of loans in the bank’s file the same is told as a doubt: those are lent already.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

/** Fen that a household may have of the one loan made for it, and of the others. */
const LIMIT = `case t.loan_product when 'lifted-credit' then 5000000 else 10000000 end`;
const WATCHED = `'lifted', 'unstable-lifted', 'borderline', 'sudden-hardship'`;

const guard = (move: string, where: string, words: string): Guard => ({
  ...{ register: 'loan-applications', move, where, words },
});

export const industryGuards: Guard[] = [
  guard(
    'rate',
    `t.wanted_fen > ${LIMIT}`,
    '申请金额超过限额（脱贫人口小额信贷 5 万元，其他 10 万元），请先改正申请金额',
  ),
  guard('credit', `t.rating = 'none'`, '本户不予评级，请办理“未通过”'),
  guard(
    'credit',
    `not exists (select from household_statuses s where s.household_number = t.household_number and not s.voided and s.status in (${WATCHED})
      and s.started_on <= t.applied_on and t.applied_on < coalesce(least(s.ended_on, s.risk_cleared_on), 'infinity'))
    and not exists (select from households h where h.number = t.household_number and h.valid_to is null
      and (h.kind = 'lifted' or (h.monitoring_category is not null and h.risk_cleared is not true)))`,
    '本户申请时不是脱贫户，也不是未消除风险的监测对象，请办理“未通过”',
  ),
  guard(
    'credit',
    `exists (select from persons p where p.id = t.person_id and p.valid_to is null
      and to_char(t.applied_on, 'YYYYMMDD')::int - p.birth not between 180000 and 659999)`,
    '借款人申请时不在 18 至 65 周岁之间，请换一名借款人',
  ),
  guard(
    'credit',
    `exists (select from micro_loans o where o.household_number = t.household_number and not o.voided and o.settled_on is null)`,
    '本户还有贷款没有结清，结清后再授信',
  ),
];
