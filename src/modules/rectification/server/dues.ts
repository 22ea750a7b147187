// Terms of problems, for who has to act: to claim, to plan, to hand in, to check, to close, to look again at what takes years.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueLevel, DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { loadCalendar } from '../../process/server/index.ts';
import { nextTerm, type Term } from '../domain/terms.ts';
import { type OpenProblem, openProblems } from './open-problems.ts';
import { inForce } from './problem-sql.ts';
import { rectificationSettings } from './settings.ts';

const MOST_ROWS = 50_000;

type Told = { term: Term; what: string; holder: DueLevel; key?: string; fits?: (problem: OpenProblem) => boolean };

/** What the county itself received, it closes; the region's officers are told with the leagues'. */
const TOLD: readonly Told[] = [
  { term: 'claim', what: '问题认领', holder: 'county' },
  { term: 'plan', what: '整改方案上报', holder: 'county' },
  { term: 'submit', what: '问题整改报验收', holder: 'county' },
  { term: 'check-county', what: '问题整改旗县验收', holder: 'county' },
  { term: 'check-league', what: '问题整改盟市验收', holder: 'league' },
  { term: 'close', what: '问题验收销号', holder: 'league', fits: ({ closedBy }) => closedBy > 1 },
  { term: 'close', what: '问题销号', holder: 'county', key: 'close-county', fits: ({ closedBy }) => closedBy === 1 },
];

function due({ term, what, holder, key = term, fits = () => true }: Told): Due {
  return {
    ...{ key: `rectification.${key}`, what, unit: '个', holder, path: `/rectification?term=${term}` },
    rows: async (tx, on) => {
      const [calendar, of] = [await loadCalendar(tx), await rectificationSettings.inForce(tx, on)];
      const open = await openProblems(tx, WHOLE_REGION, on);
      return open.flatMap((problem): DueRow[] => {
        const next = nextTerm(problem, of(problem.placeCode), calendar);
        return next?.term === term && fits(problem)
          ? [{ placeCode: problem.placeCode, dueOn: formatDate(next.dueOn) }]
          : [];
      });
    },
  };
}

/** What takes years is looked at again so many months after it was last looked at. */
const REVIEW: Due = {
  ...{ key: 'rectification.review', what: '长期整改问题复查', unit: '个', holder: 'county' },
  path: '/registers/problems?rectificationKind=long-term',
  rows: (tx, on) =>
    tx.rows(sql<DueRow>`select t.place_code, (greatest(t.reported_back_on, (select max(c.checked_on) from fix_checks c
        where c.problem_number = t.number and not c.voided)) + make_interval(months => ${sql.raw(inForce('months.review', 't.reported_back_on'))}))::date::text as due_on
      from problems t where not t.voided and t.closed_on is null and t.rectification_kind = 'long-term'
        and t.reported_back_on <= ${on}::date order by t.id limit ${MOST_ROWS}`),
};

export const rectificationDues: readonly Due[] = [...TOLD.map(due), REVIEW];
