// What stands in papers: policies and their clauses, lists of tasks, meetings, assessments, targets.

import { sql } from 'kysely';
import { wordsNaming } from '../../domain/definitions/index.ts';
import { registerCells, rowColumns, wordOf } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  distinct,
  type FigureSource,
  inForce,
  KEY,
  type Part,
  type Reading,
  total,
} from '../reading.ts';

/** Documents of 1+N in force; one that was replaced counts no more, whatever became of its successor. */
const documents =
  (where: Condition = sql`true`): FigureSource =>
  (r) => {
    const ofSet = sql`'one-plus-n' = any(t.sets) and ${where}`;
    return {
      needs: [r.has('policies', sql`${ofSet} and t.issued_on <= ${dateOf(r.on.day)}`)],
      parts: [
        total(sql`select ${registerCells('policies', 't', { object: sql`t.number` })} from ${r.valid('policies')} t
          where ${ofSet} and ${inForce('t', r.on.day, 'issued_on', 'repealed_on')} and ${r.within('t.place_code')}
            and not exists (select from ${r.valid('policies')} s where s.replaces = t.number and s.issued_on <= ${dateOf(r.on.day)})`),
      ],
    };
  };

/** Clauses `t` of the set that are in force: a clause without days of its own has those of its document. */
function clauses(r: Reading, set: string, where: Condition): ReturnType<FigureSource> {
  const document = sql`${r.valid('policies')} d`;
  const since = sql`coalesce(t.effective_on, d.issued_on) <= ${dateOf(r.on.day)}`;
  return {
    needs: [
      sql`exists (select from ${r.valid('policy-clauses')} t join ${document} on d.number = t.document_number
        where t.clause_set = ${set} and ${where} and ${since})`,
    ],
    parts: [
      total(sql`select ${registerCells('policy-clauses', 't', { object: sql`t.document_number || ' ' || t.clause_no` })}
        from ${r.valid('policy-clauses')} t join ${document} on d.number = t.document_number
        where t.clause_set = ${set} and ${where} and ${since} and coalesce(coalesce(t.expired_on, d.repealed_on) > ${dateOf(r.on.day)}, true)`),
    ],
  };
}

/** For a key county, the clauses that apply to it: those for all, and those for one of its titles. */
const keyCountyClauses: FigureSource = (r) => {
  if (r.area.level === 'autonomous-region') return clauses(r, 'key-county', sql`true`);
  const titles = sql`(select d.title from ${r.valid('county-designations')} d where d.region_code = ${r.area.code}
    and coalesce(d.designated_on <= ${dateOf(r.on.day)}, true) and coalesce(d.revoked_on > ${dateOf(r.on.day)}, true))`;
  const applies = sql`(coalesce(cardinality(t.titles), 0) = 0 or exists (select from unnest(t.titles) one (title) where one.title in ${titles}))`;
  const { needs } = clauses(r, 'key-county', sql`true`);
  return {
    ...clauses(r, 'key-county', applies),
    needs,
    defined: sql`${r.area.code}::bigint in ${r.counties(KEY)}`,
  };
};

type Listed = { list: string; ofYear?: boolean; isStock?: boolean; object?: Condition };

/** Items of a code list in force, of the year where the list is issued for one. */
const items =
  ({ list, ofYear = false, isStock = false, object }: Listed): FigureSource =>
  (r) => {
    const ofList = sql`t.list = ${list} and ${ofYear ? sql`t.year = ${r.on.year}` : sql`true`}`;
    const begun = isStock ? sql`t.in_force_on <= ${dateOf(r.on.day)}` : sql`true`;
    const rows = sql`select ${registerCells('list-items', 't', { object: object ?? sql`t.id` })} from ${r.valid('list-items')} t
      where ${ofList} and ${inForce('t', r.on.day, 'in_force_on', 'ended_on')}`;
    return {
      needs: [r.has('list-items', sql`${ofList} and ${begun}`)],
      parts: [object ? distinct(rows) : total(rows)],
    };
  };

/** What is on the area's own programme of the year. */
const scheduled =
  (kinds: readonly string[]): FigureSource =>
  (r) => {
    const ofYear = sql`t.kind = any(${[...kinds]}::text[]) and t.year = ${r.on.year}`;
    return {
      needs: [r.has('schedule-items', ofYear)],
      parts: [
        total(sql`select ${registerCells('schedule-items', 't', { object: sql`t.id` })} from ${r.valid('schedule-items')} t
          where ${ofYear} and t.issued_on <= ${dateOf(r.on.day)} and t.region_code = ${r.area.code}`),
      ],
    };
  };

const OVERALL: Condition = sql`t.assessment_kind = 'overall' and t.assessed_by = 'nation'`;

const GRADE: Condition = wordOf('assessment-results', 'grade', 't');

/** The nation's grades of the area that are out by the day; the amount is the year. */
function grades(r: Reading, where: Condition): Part {
  return total(sql`select ${registerCells('assessment-results', 't', { object: GRADE, amount: sql`t.year` })}
    from ${r.valid('assessment-results')} t
    where ${OVERALL} and t.published_on <= ${dateOf(r.on.day)} and t.region_code = ${r.area.code} and ${where}`);
}

const gradeOf =
  (yearsAgo: number): FigureSource =>
  (r) => ({
    needs: [
      r.has(
        'assessment-results',
        sql`${OVERALL} and t.year = ${r.on.year - yearsAgo} and t.published_on <= ${dateOf(r.on.day)}`,
      ),
    ],
    parts: [{ ...grades(r, sql`t.year = ${r.on.year - yearsAgo}`), counts: 'word' }],
  });

/** Good years from the newest backwards without a gap. */
const goodYears: FigureSource = (r) => {
  const all = sql`(select t.year, t.grade from ${r.valid('assessment-results')} t
    where ${OVERALL} and t.published_on <= ${dateOf(r.on.day)} and t.region_code = ${r.area.code})`;
  const inRow = sql`not exists (select from generate_series(t.year, (select max(a.year) from ${all} a)) needed (year)
    where not exists (select from ${all} a where a.year = needed.year and a.grade = 'good'))`;
  const { rows } = grades(r, inRow);
  return {
    needs: [r.has('assessment-results', sql`${OVERALL} and t.published_on <= ${dateOf(r.on.day)}`)],
    parts: [
      distinct(
        sql`select ${rowColumns('x', { object: sql`x.amount::text`, amount: sql`1::numeric` })} from (${rows}) x`,
      ),
    ],
  };
};

/** The newest target of the area for the year, set for the figure of this id. Its unit decides what the number is. */
const targetSet =
  (id: string): FigureSource =>
  (r) => {
    const ofFigure = sql`t.figure = any(${wordsNaming(id)}::text[]) and t.year = ${r.on.year}
      and t.set_on <= ${dateOf(r.on.day)}`;
    const factor = sql`case t.unit when 'yuan' then 100 when 'wan' then 1000000 when 'yi' then 10000000000 when 'percent' then 0.01 else 1 end`;
    return {
      needs: [r.has('targets', ofFigure)],
      parts: [
        total(sql`select ${registerCells('targets', 't', { object: sql`t.region_code`, amount: sql`t.value * ${factor}` })} from (
          select t.* from ${r.valid('targets')} t where ${ofFigure} and t.region_code = ${r.area.code}
          order by t.set_on desc, t.id desc limit 1) t`),
      ],
    };
  };

export const paperSources: Record<string, FigureSource> = {
  'policy.supporting': documents(),
  'policy.main': documents(sql`t.role = 'main'`),
  'policy.keycounty': keyCountyClauses,
  'employment.measures': (r) => clauses(r, 'employment-measures', sql`t.year = ${r.on.year}`),
  'team.tasks': items({ list: 'team-tasks', ofYear: true, isStock: true }),
  'team.task_aspects': items({ list: 'team-tasks', ofYear: true, isStock: true, object: sql`t.aspect` }),
  'team.key_tasks': items({ list: 'team-key-tasks', isStock: true }),
  'sweep.key_groups': items({ list: 'key-groups', ofYear: true }),
  'sweep.q4_lists': items({ list: 'fourth-quarter', ofYear: true }),
  'jingmeng.job_ways': items({ list: 'job-ways', isStock: true }),
  'sweep.rounds': scheduled(['monitoring', 'sweep']),
  'sharing.meetings': scheduled(['joint-meeting']),
  'assessment.grade.three_years_ago': gradeOf(3),
  'assessment.grade.two_years_ago': gradeOf(2),
  'assessment.grade.last_year': gradeOf(1),
  'assessment.good_years': goodYears,
  'fund.industry_share.floor': targetSet('fund.industry_share'),
  'fund.special.commitment': targetSet('fund.special'),
};
