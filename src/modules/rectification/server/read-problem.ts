// One problem with all that belongs to it. Numbers of persons, phones and accounts in free text are masked.

import { sql } from 'kysely';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { loadCalendar } from '../../process/server/index.ts';
import { checkers, type Rank } from '../domain/levels.ts';
import type { ProblemShown } from '../domain/shapes.ts';
import type { ProblemSource } from '../domain/sources.ts';
import { daysLate, nextTerm } from '../domain/terms.ts';
import '../domain/problems.ts';
import { openProblems } from './open-problems.ts';
import { STATE } from './problem-sql.ts';
import { readParts } from './read-parts.ts';
import { rectificationSettings } from './settings.ts';

type Head = Pick<
  ProblemShown,
  | ('countyCode' | 'id' | 'number' | 'regionCode' | 'regionName' | 'isVoided' | 'voidReason' | 'reportedOn')
  | ('documentNo' | 'wording' | 'topic' | 'nature' | 'leadUnit' | 'unit' | 'post' | 'kind' | 'rectifyBy')
  | ('measuresText' | 'rectifiedOn' | 'closedOn' | 'state')
> & { source: ProblemSource; placeCode: number };

export async function findProblem(tx: Tx, number: string): Promise<Head> {
  const found = await tx.first(sql<Head>`
    select t.county_code, t.id, t.number, t.region_code, coalesce(r.name, '') as region_name, t.place_code, t.voided as is_voided,
      t.void_reason, t.problem_source as source, t.reported_back_on::text as reported_on, t.feedback_document_no as document_no,
      t.problem_wording as wording, t.problem_kind as topic, t.problem_nature as nature, t.lead_unit, t.responsible_unit as unit,
      t.duty_post as post, t.rectification_kind as kind, t.rectify_by::text, t.measures as measures_text,
      t.rectified_on::text, t.closed_on::text, ${sql.raw(STATE)} as state
    from problems t left join regions r on r.code = t.region_code where t.number = ${number}`);
  if (!found) throw new Problem('rectification.not-found', { number });
  return withoutNulls(found);
}

type TermBefore = ProblemShown['termsBefore'][number];

/** What was put right before the first step is no moved term. */
function termsBefore(tx: Tx, { countyCode, id, rectifyBy }: Head): Promise<TermBefore[]> {
  return tx.rows(sql<TermBefore>`
    with v as (
      select v.content ->> 'rectify_by' as day, max(v.replaced_at) as until from register_versions v
      where v.register = 'problems' and v.county_code = ${countyCode} and v.record_id = ${id}
        and v.replaced_at > coalesce((select min(m.at) from register_moves m where m.register = 'problems'
          and m.county_code = ${countyCode} and m.record_id = ${id}), '-infinity')
      group by 1)
    select v.day, v.until::date::text as until, exists (select from register_moves m where m.register = 'problems'
      and m.county_code = ${countyCode} and m.record_id = ${id} and m.move = 'extend' and m.withdrawn_at is null
      and m.before ->> 'rectifyBy' = v.day) as is_approved
    from v where v.day <> ${rectifyBy} order by v.until limit 50`);
}

/** Throws `rectification.not-found`, also for a problem of another area. */
export async function readProblem(tx: Tx, number: string, today: PlainDate): Promise<ProblemShown> {
  const { placeCode, ...head } = await findProblem(tx, number);
  const on = formatDate(today);
  const inForce = (await rectificationSettings.inForce(tx, on))(placeCode);
  const [open] = await openProblems(tx, WHOLE_REGION, on, number);
  const next = open && nextTerm(open, inForce, await loadCalendar(tx));
  const parts = await readParts(tx, number);
  return {
    ...head,
    wording: hideNumbers(head.wording),
    ...(head.measuresText ? { measuresText: hideNumbers(head.measuresText) } : {}),
    checkers: checkers(placeCode, inForce(`level.${head.source}`) as Rank),
    ...(next ? { term: next.term, dueOn: formatDate(next.dueOn) } : {}),
    daysLate: open ? daysLate(open, today) : 0,
    pausedDays: open?.pausedDays ?? 0,
    termsBefore: await termsBefore(tx, { ...head, placeCode }),
    ...parts,
  };
}
