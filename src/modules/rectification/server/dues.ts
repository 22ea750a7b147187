// Terms of problems, for who has to act: to claim, to plan, to hand in, to check, to close, to look again at what takes years.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueLevel, DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { loadCalendar } from '../../process/server/index.ts';
import { nextTerm, type Term } from '../domain/terms.ts';
import { openProblems } from './open-problems.ts';
import { inForce } from './problem-sql.ts';
import { rectificationSettings } from './settings.ts';

const MOST_ROWS = 50_000;

const WORDS: Record<Term, readonly [what: string, holder: DueLevel]> = {
  claim: ['问题认领', 'county'],
  plan: ['整改方案上报', 'county'],
  submit: ['问题整改报验收', 'county'],
  'check-county': ['问题整改旗县验收', 'county'],
  'check-league': ['问题整改盟市验收', 'league'],
  close: ['问题验收销号', 'league'],
};

function due(term: Term): Due {
  const [what, holder] = WORDS[term];
  return {
    ...{ key: `rectification.${term}`, what, unit: '个', holder, path: `/rectification?term=${term}` },
    rows: async (tx, on) => {
      const [calendar, of] = [await loadCalendar(tx), await rectificationSettings.inForce(tx, on)];
      const open = await openProblems(tx, WHOLE_REGION, on);
      return open.flatMap((problem): DueRow[] => {
        const next = nextTerm(problem, of(problem.placeCode), calendar);
        return next?.term === term ? [{ placeCode: problem.placeCode, dueOn: formatDate(next.dueOn) }] : [];
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

export const rectificationDues: readonly Due[] = [...(Object.keys(WORDS) as Term[]).map(due), REVIEW];
