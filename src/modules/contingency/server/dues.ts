// Terms of events and plans, for who has to act: visits in the villages' townships, identification and review in the county, drills by the year's end.

import { sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueLevel, DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { TERM_NAMES, type Term } from '../domain/event-terms.ts';
import { readEvents } from './event-rows.ts';

const MOST_EVENTS = 1000;
const MOST_ROWS = 10_000;
const PATH = '/contingency';

function ofEvents(term: Term, holder: DueLevel): Due {
  return {
    ...{ key: `contingency.${term}`, what: `应急响应${TERM_NAMES[term]}`, unit: '次', holder, path: PATH },
    rows: async (tx, on) => {
      const events = await readEvents(
        tx,
        sql`a.activated_on is not null and a.reviewed_on is null`,
        WHOLE_REGION,
        on,
        MOST_EVENTS,
      );
      return events.flatMap(({ regionCode, terms }) =>
        terms.filter((one) => one.term === term).map(({ dueOn }) => ({ placeCode: regionCode, dueOn })),
      );
    },
  };
}

export const contingencyDues: readonly Due[] = [
  ofEvents('first-visits', 'county'),
  ofEvents('all-visits', 'county'),
  ofEvents('identify', 'county'),
  ofEvents('review', 'county'),
  {
    ...{ key: 'contingency.answer', what: '应急启动建议答复', unit: '次', holder: 'county', path: PATH },
    // A proposal is answered within hours: it is due on its own day.
    rows: (tx) =>
      tx.rows(sql<DueRow>`
        select a.region_code as place_code, (a.recorded_at at time zone 'Asia/Shanghai')::date::text as due_on from contingency_activations a
        where not a.voided and a.activated_on is null and a.ended_on is null and not exists (select from register_moves m
          where m.register = 'contingency-activations' and m.county_code = a.county_code and m.record_id = a.id and m.withdrawn_at is null)
        order by a.id limit ${MOST_ROWS}`),
  },
  {
    ...{ key: 'contingency.drill', what: '应急演练', unit: '个', holder: 'county', path: PATH },
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`
        select p.region_code as place_code, ${`${on.slice(0, 4)}-12-31`}::text as due_on from contingency_plans p
        where not p.voided and p.effective_on <= ${on}::date and (p.repealed_on is null or p.repealed_on > ${on}::date)
          and coalesce(p.last_drill_on, '-infinity') < date_trunc('year', ${on}::date) and not exists (select from contingency_drills d
            where d.plan_number = p.number and not d.voided and d.held_on >= date_trunc('year', ${on}::date) and d.held_on <= ${on}::date)
        order by p.number limit ${MOST_ROWS}`),
  },
  {
    ...{ key: 'contingency.plan-review', what: '应急预案复审', unit: '个', holder: 'county', path: PATH },
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`
        select p.region_code as place_code, coalesce(p.reviewed_on, p.effective_on + 365)::text as due_on from contingency_plans p
        where not p.voided and p.effective_on <= ${on}::date and (p.repealed_on is null or p.repealed_on > ${on}::date)
        order by p.number limit ${MOST_ROWS}`),
  },
];
