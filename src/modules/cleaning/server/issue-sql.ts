// How an issue `d` stands, as SQL; every list, board and file asks by these.

import { type RawBuilder, sql } from 'kysely';
import type { Look } from '../domain/words.ts';

const OPEN = sql`d.state = 'open'`;
const FOUND = sql`${OPEN} and d.outcome is null and d.assigned_to is null`;
const ASSIGNED = sql`${OPEN} and d.outcome is null and d.assigned_to is not null`;
const ANSWERED = sql`${OPEN} and d.outcome is not null and d.signed_on is null`;
const SIGNED = sql`${OPEN} and d.signed_on is not null`;

export const STAGE = sql`case when d.state <> 'open' then d.state when d.signed_on is not null then 'signed' when d.outcome is not null then 'answered'
  when d.assigned_to is not null then 'assigned' else 'found' end`;

/** Late is who has not answered, not what waits for the rerun. */
const overdue = (on: string) => sql`${OPEN} and d.outcome is null and d.due_on < ${on}::date`;

/** `on`: today, ISO text. */
export function lookSql(look: Look, on: string): RawBuilder<unknown> {
  const looks: Record<Look, RawBuilder<unknown>> = {
    ...{ open: OPEN, found: FOUND, assigned: ASSIGNED, answered: ANSWERED, signed: SIGNED, overdue: overdue(on) },
    reopened: sql`${OPEN} and d.reopened > 0`,
    explained: sql`d.state = 'explained'`,
    corrected: sql`d.state = 'corrected'`,
    all: sql`true`,
  };
  return looks[look];
}

const count = (where: RawBuilder<unknown>) => sql`(count(*) filter (where ${where}))::int`;

/** The columns of a board, over issues `d`. */
export const countsSql = (on: string) => sql`
  ${count(OPEN)} as open, ${count(FOUND)} as found, ${count(ASSIGNED)} as assigned, ${count(ANSWERED)} as answered, ${count(SIGNED)} as signed,
  ${count(overdue(on))} as overdue, ${count(sql`${OPEN} and d.severity = 'block'`)} as blocking, ${count(sql`d.state <> 'open'`)} as closed,
  ${count(sql`d.reopened > 0`)} as reopened`;
