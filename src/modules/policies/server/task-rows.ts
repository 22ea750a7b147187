// Tasks with their documents and newest reports, as they stand on a day.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { daysAfter, periodOver, standingOf } from '../domain/task-standing.ts';
import type { Frequency, PROGRESS } from '../domain/task-words.ts';
import { policySettings } from './settings.ts';

/** Tasks of one area for a page, and of the whole region for the daily round. */
const MOST_TASKS = 5000;
const MOST_OPEN = 100_000;

type Row = {
  countyCode: number;
  id: number;
  number: string;
  regionCode: number;
  regionName: string;
  documentNumber: string;
  documentTitle: string;
  clauseNo?: string;
  taskText: string;
  leadUnit: string;
  supportingUnits?: string;
  dutyPost?: string;
  startedOn: string;
  dueOn: string;
  completedOn?: string;
  figure?: string;
  target?: number;
  actual?: number;
  frequency?: Frequency;
  said?: keyof typeof PROGRESS;
  periods: string[];
  isAccepted: boolean;
  /** The document is repealed or replaced, since this day. */
  endedOn?: string;
};

/** The day from which a document `d` does not hold: its own, or that of the one that replaces it. */
export const endedOnSql = (on: string) => sql`least(d.repealed_on,
  (select min(n.issued_on) from policies n where n.replaces = d.number and not n.voided and n.issued_on <= ${on}::date))`;

export type TaskAsked = {
  range: RegionRange;
  on: string;
  document?: string | undefined;
  unit?: string | undefined;
  openOnly?: true;
};

/** A report counts once it was handed in by the day; one that was sent back and not handed in again does not. */
const REPORTS = (on: string): RawBuilder<unknown> => sql`lateral (
  select array_agg(p.period) as periods, (array_agg(p.progress order by p.reported_on desc, p.id desc))[1] as said,
    (array_agg(p.actual order by p.reported_on desc, p.id desc) filter (where p.actual is not null))[1]::float8 as actual,
    max(p.reported_on)::text as reported
  from policy_task_reports p where p.task_number = t.number and not p.voided and p.reported_on <= ${on}::date
    and (p.checked_on is not null or coalesce((select m.move from register_moves m where m.register = 'policy-task-reports'
      and m.county_code = p.county_code and m.record_id = p.id and m.withdrawn_at is null order by m.id desc limit 1), '') <> 'send-back')) q on true`;

export async function readTasks(tx: Tx, { range: { low, high }, on, document, unit, openOnly }: TaskAsked) {
  const rows = await tx.rows(sql<Row>`
    select t.county_code, t.id, t.number, t.region_code, coalesce(r.name, '') as region_name, t.document_number, coalesce(d.title, '') as document_title,
      t.clause_no, t.task_text, t.lead_unit, t.supporting_units, t.duty_post, t.started_on::text as started_on, t.due_on::text as due_on,
      t.completed_on::text as completed_on, t.figure, t.target::float8 as target, q.actual, t.report_frequency as frequency, q.reported,
      coalesce(case when t.progress = 'cancelled' then 'cancelled' end, q.said, t.progress) as said, coalesce(q.periods, '{}') as periods,
      t.progress is not null or t.completed_on is not null or exists (select from register_moves m where m.register = 'policy-tasks'
        and m.county_code = t.county_code and m.record_id = t.id and m.withdrawn_at is null and m.move = 'accept') as is_accepted,
      ${endedOnSql(on)}::text as ended_on
    from policy_tasks t left join policies d on d.number = t.document_number and not d.voided left join regions r on r.code = t.region_code
      left join ${REPORTS(on)}
    where not t.voided and t.place_code between ${low} and ${high}
      and (${document ?? null}::text is null or t.document_number = ${document ?? null})
      and (${unit ?? null}::text is null or strpos(t.lead_unit, ${unit ?? null}) > 0 or strpos(coalesce(t.supporting_units, ''), ${unit ?? null}) > 0)
      and (${openOnly !== true} or t.completed_on is null or t.completed_on > ${on}::date)
    order by t.due_on, t.number limit ${openOnly ? MOST_OPEN : MOST_TASKS}`);
  const inForce = await policySettings.inForce(tx, on);
  return rows.map((row) => {
    const { periods, frequency, ...told } = withoutNulls(row);
    const of = inForce(row.regionCode);
    const period = periodOver({ ...told, frequency }, on);
    return {
      ...told,
      standing: standingOf(told, on, of('task.soon')),
      acceptBy: daysAfter(told.startedOn, of('task.accept')),
      ...(period && !periods.includes(period.name)
        ? { missing: { period: period.name, dueOn: daysAfter(period.through, of('report.late')) } }
        : {}),
    };
  });
}

export type ReadTask = Awaited<ReturnType<typeof readTasks>>[number];

const isOver = ({ standing }: ReadTask) => standing === 'done' || standing === 'done-late' || standing === 'cancelled';

/** What is still to be done of a task, by its last day. */
export const OPEN = {
  'task-due': (task: ReadTask) => (isOver(task) ? undefined : task.dueOn),
  'report-due': (task: ReadTask) => task.missing?.dueOn,
  'accept-due': (task: ReadTask) => (isOver(task) || task.isAccepted ? undefined : task.acceptBy),
} as const;
