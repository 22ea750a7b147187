// Appends an action to a case and stores what follows from it, for lists: the row of the case and its steps.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, seal } from '../../../platform/server/keys.ts';
import { isEnding } from '../../process/domain/steps.ts';
import type { CaseAction } from '../domain/actions.ts';
import type { CaseKey } from '../domain/addresses.ts';
import { type Standing, templateNow } from '../domain/standing.ts';
import { shortcomings } from '../domain/survey.ts';

type Place = CaseKey & { villageCode: number };

function dayText(day: PlainDate | undefined): string | null {
  return day === undefined ? null : formatDate(day);
}

/** One more line of the record. Two that decided on the same state: the second finds its number taken. */
export async function insertAction(tx: Tx, keys: Keys, place: Place, action: CaseAction): Promise<void> {
  await tx.run(sql`
    insert into case_actions (county_code, case_id, seq, village_code, kind, on_date, at, account_id, account_name, role, sealed)
    values (${place.countyCode}, ${place.id}, ${action.seq}, ${place.villageCode}, ${action.kind},
      ${formatDate(action.on)}::date, ${action.at}::timestamptz, ${tx.actor.accountId}, ${action.by}, ${action.role},
      ${seal(keys, JSON.stringify(action.detail))})`);
}

/** What lists and the worklist read, set to what the fold says. */
export async function saveStanding(tx: Tx, { countyCode, id }: CaseKey, standing: Standing): Promise<void> {
  const { warnDays, escalateDays } = templateNow(standing);
  const survey = standing.surveys.clearing ?? standing.surveys.identification;
  const ended = isEnding(standing.state) ? dayText(standing.since) : null;
  await tx.run(sql`
    update cases set state = ${standing.state}, turn = ${standing.turn ?? null}, version = ${standing.version},
      since = ${dayText(standing.since)}::date, due_on = ${dayText(standing.dueOn)}::date,
      total_due_on = ${dayText(standing.totalDueOn)}::date, ready_on = ${dayText(standing.readyOn)}::date, warn_days = ${warnDays}, escalate_days = ${escalateDays},
      paused = ${standing.isPaused}, emergency = ${standing.isEmergency}, category = ${standing.category ?? null},
      line_fen = ${standing.lineFen ?? null}, danger = ${standing.danger ?? null}, risks = ${standing.risks}::text[],
      responsible = ${standing.responsible ?? ''}, responsible_account = ${standing.responsibleAccount ?? null}, decided_on = ${dayText(standing.decidedOn)}::date,
      planned_on = ${dayText(standing.plannedOn)}::date, cleared_on = ${dayText(standing.clearedOn)}::date,
      no_labour = ${survey?.noLabour ?? false}, shortcomings = ${survey ? shortcomings(survey) : []}::text[],
      clearing_mode = ${standing.clearingMode ?? null},
      next_look_back_on = ${dayText(standing.nextLookBackOn)}::date, ended_on = ${ended}::date
    where county_code = ${countyCode} and id = ${id}`);
}

/** The steps as the fold gives them; those that ended keep their rows, those that were taken back lose them. */
export async function saveSteps(tx: Tx, place: Place, { steps }: Standing): Promise<void> {
  const rows = steps.map((step, entry) => ({ ...step, entry }));
  await tx.run(sql`delete from case_steps
    where county_code = ${place.countyCode} and case_id = ${place.id} and entry >= ${rows.length}`);
  await tx.run(sql`
    insert into case_steps (county_code, case_id, entry, village_code, walk, step, entered_on, due_on, done_on)
    select ${place.countyCode}, ${place.id}, s.entry, ${place.villageCode}, s.walk, s.step, s.entered_on, s.due_on, s.done_on
    from unnest(${rows.map((row) => row.entry)}::int[], ${rows.map((row) => row.walk)}::text[],
      ${rows.map((row) => row.step)}::text[], ${rows.map((row) => formatDate(row.enteredOn))}::date[],
      ${rows.map((row) => dayText(row.dueOn))}::date[], ${rows.map((row) => dayText(row.doneOn))}::date[])
      s (entry, walk, step, entered_on, due_on, done_on)
    on conflict (county_code, case_id, entry) do update set walk = excluded.walk, step = excluded.step,
      entered_on = excluded.entered_on, due_on = excluded.due_on, done_on = excluded.done_on
    where (case_steps.walk, case_steps.step, case_steps.entered_on, case_steps.due_on, case_steps.done_on)
      is distinct from (excluded.walk, excluded.step, excluded.entered_on, excluded.due_on, excluded.done_on)`);
}

/** The newest visit of the family, and the day that was agreed on for the next; days as ISO text. */
export async function noteVisit(tx: Tx, { countyCode, id }: CaseKey, on: string, next: string | null): Promise<void> {
  await tx.run(sql`update cases set visited_on = ${on}::date, next_visit_due = ${next}::date
    where county_code = ${countyCode} and id = ${id} and (visited_on is null or visited_on <= ${on}::date)`);
}
