// An application comes to a loan of its own household, of its own product.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import '../domain/problems.ts';

export const industryEffects: Effect[] = [
  {
    register: 'loan-applications',
    move: 'lend',
    run: async (tx, _tools, rows) => {
      const other = await tx.first(sql<{ number: string }>`
        select o.number from loan_applications t join micro_loans o on o.number = t.loan_number
        where (t.county_code, t.id) in (select k.county_code, k.id from unnest(${rows.map(({ countyCode }) => countyCode)}::int[],
            ${rows.map(({ id }) => id)}::bigint[]) k (county_code, id))
          and (o.voided or o.household_number <> t.household_number or o.loan_product <> t.loan_product)
        limit 1`);
      if (other) throw new Problem('industry.loan-of-another', { number: other.number });
      return [];
    },
  },
];
