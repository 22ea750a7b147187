// One condition for each figure. The number counts the rows under it and the list shows them: there is no second text that
// could say something else.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type Period, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { HELPED } from '../../cases/server/index.ts';
import { STEPS, type Step, WALKS, type Walk } from '../../process/domain/steps.ts';
import { type CaseFigure, readStepFigure } from '../domain/figure-names.ts';

export type FigureDays = Period & { today: PlainDate };

const date = (day: PlainDate) => sql`${formatDate(day)}::date`;

/** Every kind of step has a bit, so that the steps of a case in a period are one number. */
const STEP_KINDS = WALKS.flatMap((walk) => STEPS.map((step) => ({ walk, step })));
const bitOf = (wanted: { walk: Walk; step: Step }) =>
  1 << STEP_KINDS.findIndex(({ walk, step }) => walk === wanted.walk && step === wanted.step);
const BIT = sql`case s.walk || '.' || s.step ${sql.join(
  STEP_KINDS.map((kind) => sql`when ${sql.lit(`${kind.walk}.${kind.step}`)} then ${sql.lit(bitOf(kind))}`),
  sql` `,
)} else 0 end`;

/** Steps that were to be ended, and those of them that were late: one that is left lying does not improve a share. */
const MASKS = sql`bit_or(${BIT}) as done,
  coalesce(bit_or(${BIT}) filter (where s.done_on is null or s.done_on > s.due_on), 0) as late`;

/** Ended in the period; or still open today, with a last day that has gone by and does not lie after the period. */
const wasToEnd = ({ from, to, today }: FigureDays) => sql`(s.done_on between ${date(from)} and ${date(to)}
  or (s.done_on is null and s.due_on < ${date(today)} and s.due_on <= ${date(to)}))`;

/** A row `st` for every case of an area that ended a step or is late with one: joined once, all figures of steps are read from it. */
export function stepsOfCases(days: FigureDays, { low, high }: RegionRange): RawBuilder<unknown> {
  return sql`(select s.county_code, s.case_id, ${MASKS} from case_steps s
    where s.village_code between ${low} and ${high} and ${wasToEnd(days)} group by 1, 2) st`;
}

/** Holds on `st`. */
function stepCondition(isOnTime: boolean, bits: RawBuilder<unknown>): RawBuilder<unknown> {
  return isOnTime ? sql`(st.done & ${bits} <> 0 and st.late & ${bits} = 0)` : sql`st.done & ${bits} <> 0`;
}

/** The same where `st` is not joined. */
function ofOwnSteps(days: FigureDays, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from (select ${MASKS} from case_steps s
    where s.county_code = c.county_code and s.case_id = c.id and ${wasToEnd(days)}) st where ${condition})`;
}

const ANY_STEP = sql.lit(-1);

const CONFIRMED = sql`exists (select from case_progress p
  where p.county_code = c.county_code and p.id = c.id and p.confirmed)`;
const UNDER_WAY = sql`c.ended_on is null and c.state not in ('monitored', 'cleared')`;
const IDENTIFYING = sql`c.ended_on is null and (c.state like 'identification.%' or c.state = 'appeal')`;

/** Whether a risk has no measure: what helps stands above this slice, so the condition is handed in. */
type Uncovered = () => RawBuilder<unknown>;
/** Not decided, and nobody is late yet: neither a success nor a failure. */
const withinTerm = (today: PlainDate) => sql`(c.decided_on is null and c.ended_on is null
  and (c.total_due_on is null or c.total_due_on >= ${date(today)}))`;

/** Holds on `c`, a row of cases; with `joined`, beside `stepsOfCases` of the same period. */
export function figureCondition(
  figure: CaseFigure,
  { from, to, today }: FigureDays,
  { uncovered, joined = false }: { uncovered: Uncovered; joined?: boolean },
): RawBuilder<unknown> {
  const steps = (isOnTime: boolean, bits: RawBuilder<unknown>) => {
    const condition = stepCondition(isOnTime, bits);
    return joined ? condition : ofOwnSteps({ from, to, today }, condition);
  };
  const within = (day: string) => sql`${sql.ref(`c.${day}`)} between ${date(from)} and ${date(to)}`;
  const age = (least: number, most: number | undefined) =>
    sql`${IDENTIFYING} and ${date(today)} - c.opened_on >= ${least}
      ${most === undefined ? sql`` : sql`and ${date(today)} - c.opened_on <= ${most}`}`;
  const step = readStepFigure(figure);
  if (step) return steps(step.isOnTime, sql.lit(bitOf(step)));
  switch (figure) {
    case 'confirmed':
      return sql`${within('opened_on')} and ${CONFIRMED} and not ${withinTerm(today)}`;
    case 'within-term':
      return sql`${within('opened_on')} and ${CONFIRMED} and ${withinTerm(today)}`;
    case 'monitored':
      return sql`${within('opened_on')} and c.decided_on is not null and ${CONFIRMED}`;
    case 'cleared':
      return within('cleared_on');
    case 'cleared-assisted':
      return sql`${within('cleared_on')} and c.clearing_mode = 'assisted'`;
    case 'cleared-natural':
      return sql`${within('cleared_on')} and c.clearing_mode = 'natural'`;
    case 'reversed':
      return sql`c.state = 'reversed' and ${within('ended_on')}`;
    case 'open':
      return UNDER_WAY;
    case 'late':
      return sql`c.turn is not null and c.due_on < ${date(today)}`;
    case 'escalated':
      return sql`c.turn is not null and c.due_on + c.escalate_days <= ${date(today)}`;
    case 'age-7':
      return age(-36_500, 7);
    case 'age-15':
      return age(8, 15);
    case 'age-30':
      return age(16, 30);
    case 'age-over-30':
      return age(31, undefined);
    case 'helped':
      return HELPED;
    case 'fully-helped':
      return sql`${HELPED} and cardinality(c.risks || c.shortcomings) > 0 and not ${uncovered()}`;
    case 'steps-done':
      return steps(false, ANY_STEP);
    case 'steps-on-time':
      return steps(true, ANY_STEP);
    default:
      throw new Error(`there is no figure ${figure}`);
  }
}
