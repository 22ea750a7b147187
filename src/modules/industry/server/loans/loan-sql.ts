// Conditions of a loan over the row `t`, told before it is lent and after: guards and doubts ask the same.

import { BORROWER, SUBSIDISED_FEN, TOTAL_FEN } from '../../domain/loans/limits.ts';

/** Fen that the product of `t` may be lent. */
export const LIMIT_SQL = `case t.loan_product when 'lifted-credit' then ${SUBSIDISED_FEN} else ${TOTAL_FEN} end`;

/** The borrower is too young or too old on the day. */
export const isOfOtherAge = (day: string) => `exists (select from persons p where p.id = t.person_id
  and to_char(${day}, 'YYYYMMDD')::int - p.birth not between ${BORROWER.from}0000 and ${BORROWER.until}9999)`;

const WATCHED = `'lifted', 'unstable-lifted', 'borderline', 'sudden-hardship'`;

/** The household is neither lifted nor watched on the day. Before a loan is lent only one that is still there counts. */
export const isNotHelped = (
  day: string,
  still: '' | 'and h.valid_to is null' = '',
) => `not exists (select from household_statuses s where s.household_number = t.household_number and not s.voided
    and s.status in (${WATCHED}) and s.started_on <= ${day} and ${day} < coalesce(least(s.ended_on, s.risk_cleared_on), 'infinity'))
  and not exists (select from households h where h.number = t.household_number ${still}
    and (h.kind = 'lifted' or (h.monitoring_category is not null and h.risk_cleared is not true)))`;
