// A policy that ends leaves a county without one: it is told before, and after.

import { sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { endedSql } from './read-concerns.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 1000;

export const insuranceDues: readonly Due[] = [
  {
    ...{ key: 'insurance.renew', what: '防贫保续保', unit: '个旗县', holder: 'county', path: '/insurance' },
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`
        select e.region_code as place_code, e.cover_through::text as due_on from (${endedSql(WHOLE_REGION, on)}) e
        where e.cover_through between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int and not exists (
          select from insurance_policies n where n.region_code = e.region_code and not n.voided and n.insurance_kind = 'poverty-insurance'
            and n.cover_from > ${on}::date and n.cover_from <= e.cover_through + 1)
        order by e.region_code limit ${MOST_ROWS}`),
  },
];
