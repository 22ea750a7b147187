// One condition for each figure. The number counts the rows under it and the list shows them: there is no second text that
// could say something else.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { type CaseFigure, type ClueFigure, readStepFigure } from '../domain/figures.ts';
import { HELPED, uncovered } from './help-conditions.ts';

export type Period = { from: PlainDate; to: PlainDate };
type FigureDays = Period & { today: PlainDate };

const LONGEST: Period = { from: 19000101, to: 21991231 };

/** Of days as they are asked for; without them, all time. */
export function periodOf(from: string | undefined, to: string | undefined): Period {
  return { from: from ? parseDate(from) : LONGEST.from, to: to ? parseDate(to) : LONGEST.to };
}

const date = (day: PlainDate) => sql`${formatDate(day)}::date`;

/** Cases, as `c`, with an ended step that meets the condition on `s`. */
function withStep({ from, to }: Period, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(c.county_code, c.id) in (select s.county_code, s.case_id from step_times s
    where s.done_on between ${date(from)} and ${date(to)} and ${condition})`;
}

function stepCondition(period: Period, isOnTime: boolean, which: RawBuilder<unknown>): RawBuilder<unknown> {
  const done = withStep(period, which);
  return isOnTime ? sql`${done} and not ${withStep(period, sql`${which} and not s.on_time`)}` : done;
}

const CONFIRMED = sql`exists (select from case_progress p
  where p.county_code = c.county_code and p.id = c.id and p.confirmed)`;
const UNDER_WAY = sql`c.ended_on is null and c.state not in ('monitored', 'cleared')`;
const IDENTIFYING = sql`c.ended_on is null and (c.state like 'identification.%' or c.state = 'appeal')`;

/** Holds on `c`, a row of cases. */
export function figureCondition(figure: CaseFigure, { from, to, today }: FigureDays): RawBuilder<unknown> {
  const period = { from, to };
  const within = (day: string) => sql`${sql.ref(`c.${day}`)} between ${date(from)} and ${date(to)}`;
  const age = (least: number, most: number | undefined) =>
    sql`${IDENTIFYING} and ${date(today)} - c.opened_on >= ${least}
      ${most === undefined ? sql`` : sql`and ${date(today)} - c.opened_on <= ${most}`}`;
  const step = readStepFigure(figure);
  if (step) return stepCondition(period, step.isOnTime, sql`s.walk = ${step.walk} and s.step = ${step.step}`);
  switch (figure) {
    case 'confirmed':
      return sql`${within('opened_on')} and ${CONFIRMED}`;
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
      return sql`${HELPED} and not ${uncovered()}`;
    case 'steps-done':
      return stepCondition(period, false, sql`true`);
    case 'steps-on-time':
      return stepCondition(period, true, sql`true`);
    default:
      throw new Error(`there is no figure ${figure}`);
  }
}

/** Holds on `c`, a row of clues. */
export function clueFigureCondition(figure: ClueFigure, { from, to }: Period): RawBuilder<unknown> {
  const received = sql`c.received_on between ${date(from)} and ${date(to)}`;
  return figure === 'handled' ? sql`${received} and c.state <> 'open'` : received;
}
