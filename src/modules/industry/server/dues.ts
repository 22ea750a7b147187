// Terms of loans, for who has to act: the village looks what became of the money, and whether it can be paid back.

import { sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { LoanNeed } from '../domain/loans/loan-needs.ts';
import { loanNeedsSql } from './loans/loan-needs.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 100_000;

/** `needs`: of one term, which a loan goes through one after the other. */
function due(key: string, needs: readonly LoanNeed[], what: string): Due {
  const rows: Due['rows'] = async (tx, on) =>
    tx.rows(sql<DueRow>`
      select f.place_code, f.due_on::text as due_on from (${await loanNeedsSql(tx, WHOLE_REGION, on, AROUND)}) f
      where f.need = any(${[...needs]}::text[]) and f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by f.county_code, f.id limit ${MOST_ROWS}`);
  return {
    ...{ key: `industry.${key}`, what, unit: '笔', holder: 'village' },
    ...{ path: `/industry/loans?need=${needs[0]}`, rows },
  };
}

export const industryDues: readonly Due[] = [
  due('loan-due', ['due-7', 'due-30'], '小额信贷还款'),
  due('loan-check', ['unchecked'], '小额信贷用途核查'),
  due('loan-overdue', ['overdue'], '小额信贷逾期跟进'),
];
