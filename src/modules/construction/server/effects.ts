// A term that is set for a fault is no later than its way allows.

import { sql } from 'kysely';
import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import { issueDue, putOff } from '../domain/deadlines.ts';
import { constructionSettings, termsOf } from './settings.ts';

/** As the rows stand after the move. */
type Set = { countyCode: number; foundOn: string; rectifiedHow: string | null; rectifyBy: string };

export const constructionEffects: readonly Effect[] = [
  {
    register: 'toilet-issues',
    move: 'start',
    run: async (tx, _tools, rows, doneOn) => {
      const inForce = await constructionSettings.inForce(tx, doneOn);
      const set =
        await tx.rows(sql<Set>`select county_code, found_on::text, rectified_how, rectify_by::text from toilet_issues
        where (county_code, id) in (select * from unnest(${rows.map((row) => row.countyCode)}::int[], ${rows.map((row) => row.id)}::bigint[]))`);
      for (const { countyCode, rectifyBy, ...issue } of set) {
        const terms = termsOf(inForce(countyCode * 1e6));
        const last = issueDue({ ...issue, rectifyBy: null }, terms);
        if (putOff(parseDate(rectifyBy), terms) > parseDate(last))
          throw new Problem('construction.too-late', { day: rectifyBy, last });
      }
      return [];
    },
  },
];
