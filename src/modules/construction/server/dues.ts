// Terms of what is built in villages, for who has to act: the village mends and looks again, the township checks.

import { sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { Need } from '../domain/needs.ts';
import { needsSql } from './read-needs.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 100_000;

function due(need: Need, what: string, unit: string, holder: Due['holder']): Due {
  return {
    ...{ key: `construction.${need}`, what, unit, holder, path: `/construction/needs?need=${need}` },
    rows: async (tx, on) =>
      tx.rows(sql<DueRow>`
        select f.region_code as place_code, f.due_on::text as due_on from (${await needsSql(tx, WHOLE_REGION, on, AROUND)}) f
        where f.need = ${need} and f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
        order by f.region_code, f.id limit ${MOST_ROWS}`),
  };
}

export const constructionDues: readonly Due[] = [
  due('overdue', '问题厕所整改', '个', 'village'),
  due('look-due', '户厕冬后回头看', '座', 'village'),
  due('check-due', '环境设施巡查', '项', 'township'),
];
