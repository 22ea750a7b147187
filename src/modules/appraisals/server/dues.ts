// What waits for the level that assesses: objections, until whose answer the assessment cannot be approved, and what was decided of its results.

import { sql } from 'kysely';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';

const AROUND = 30;

export const appraisalsDues: readonly Due[] = [
  {
    ...{ key: 'appraisals.answer', what: '答复考核异议', unit: '条', holder: 'league' },
    path: '/registers/assessment-objections?state=raised',
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`select s.place_code, s.objections_until::text as due_on from assessment_objections o
        join assessment_schemes s on s.number = o.scheme_number and not s.voided
      where not o.voided and o.verdict is null
        and s.objections_until between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by s.place_code, o.id limit 10000`),
  },
  {
    ...{ key: 'appraisals.use', what: '落实考核结果运用', unit: '条', holder: 'league' },
    path: '/registers/assessment-uses?state=decided',
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`select s.place_code, u.due_on::text as due_on from assessment_uses u
        join assessment_schemes s on s.number = u.scheme_number and not s.voided
      where not u.voided and u.decided_on is not null and u.done_on is null
        and u.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by s.place_code, u.id limit 10000`),
  },
];
