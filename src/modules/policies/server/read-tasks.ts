// The tasks of an area on a day, how many stand how, and what about them and their documents asks for a look.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import { type PolicyConcern, sharedNumbers } from '../domain/concerns.ts';
import { type FigureNow, goalConcerns, goalOf } from '../domain/task-goal.ts';
import type { Standing } from '../domain/task-standing.ts';
import { policySettings } from './settings.ts';
import { endedOnSql, OPEN, type ReadTask, readTasks } from './task-rows.ts';

const MOST_SHOWN = 1000;
const MOST_CONCERNS = 200;

export type TasksAsked = {
  area?: number | undefined;
  on?: string | undefined;
  standing?: Standing | undefined;
  document?: string | undefined;
  unit?: string | undefined;
};

export async function readTaskPage(tx: Tx, asked: TasksAsked, today: PlainDate) {
  const range = await rangeAsked(tx, asked.area);
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const on = asked.on ?? formatDate(today);
  const all = await readTasks(tx, { range, on, document: asked.document, unit: asked.unit });
  const counts: Record<string, number> = {};
  for (const { standing } of all) counts[standing] = (counts[standing] ?? 0) + 1;
  const shown = asked.standing ? all.filter(({ standing }) => standing === asked.standing) : all;
  return {
    ...{ asOf: on, areaName: area.name, tasks: all.length, counts },
    ...(await countPapers(tx, on)),
    items: shown
      .slice(0, MOST_SHOWN)
      .map(({ said: _said, isAccepted: _accepted, acceptBy: _by, endedOn: _ended, ...task }) => task),
    concerns: [...taskConcerns(all, on), ...(await documentConcerns(tx, range, on))].slice(0, MOST_CONCERNS),
    settings: await policySettings.shown(tx, area.code, on),
  };
}

/** Documents that hold, those of them that support the main one of 1+N, and clauses: of everybody, for everybody reads them. */
async function countPapers(tx: Tx, on: string) {
  const counted = await tx.first(sql<{ documents: number; supporting: number; clauses: number }>`
    with held as materialized (select d.* from policies d where not d.voided and d.issued_on <= ${on}::date
      and (${endedOnSql(on)} is null or ${endedOnSql(on)} > ${on}::date))
    select (select count(*) from held)::int as documents,
      (select count(*) from held where 'one-plus-n' = any(sets) and role = 'supporting')::int as supporting,
      (select count(*) from policy_clauses c join held h on h.number = c.document_number where not c.voided
        and coalesce(c.effective_on, h.issued_on) <= ${on}::date and (c.expired_on is null or c.expired_on > ${on}::date))::int as clauses`);
  return counted ?? { documents: 0, supporting: 0, clauses: 0 };
}

type Concern = {
  concern: PolicyConcern;
  subject: string;
  register: 'policies' | 'policy-tasks';
  title: string;
  regionName: string;
  on?: string;
};

function taskConcerns(tasks: readonly ReadTask[], today: string): Concern[] {
  return tasks.flatMap((task) => {
    const { number, taskText, regionName, endedOn, missing } = task;
    const told = (concern: PolicyConcern, on: string | undefined): Concern[] =>
      on !== undefined && on < today
        ? [{ concern, subject: number, register: 'policy-tasks', title: taskText, regionName, on }]
        : [];
    return [
      ...(OPEN['task-due'](task) === undefined ? [] : told('task-of-replaced', endedOn)),
      ...told('report-missing', missing?.dueOn),
      ...told('not-accepted', OPEN['accept-due'](task)),
    ];
  });
}

/** Two rows for one document, and copies of lower levels among the N of 1+N (registers §13, traps 2 and 4). */
async function documentConcerns(tx: Tx, { low, high }: RegionRange, on: string): Promise<Concern[]> {
  const rows = await tx.rows(sql<{
    number: string;
    documentNo: string;
    issuer: string;
    regionCode: number;
    title: string;
    isCopyCounted: boolean;
  }>`
    select d.number, coalesce(d.document_no, '') as document_no, d.issuer, d.region_code, d.title,
      'one-plus-n' = any(d.sets) and exists (select from policies o where o.number <> d.number and not o.voided
        and o.region_code < d.region_code and 'one-plus-n' = any(o.sets) and strpos(d.title, o.title) > 0) as is_copy_counted
    from policies d where not d.voided and d.issued_on <= ${on}::date
      and (d.place_code between ${low} and ${high} or d.document_no in (
        select e.document_no from policies e where not e.voided and e.place_code between ${low} and ${high}))
    order by d.number limit 20000`);
  const names = await namesOf(
    tx,
    rows.map(({ regionCode }) => regionCode),
  );
  const shared = new Map(
    sharedNumbers(rows.filter(({ documentNo }) => documentNo !== '')).map(({ number, concern }) => [number, concern]),
  );
  return rows
    .map(withoutNulls)
    .filter(({ regionCode }) => regionCode >= low && regionCode <= high)
    .flatMap(({ number, title, regionCode, isCopyCounted }) => {
      const concern = shared.get(number);
      const told = [...(concern ? [concern] : []), ...(isCopyCounted ? (['copy-counted'] as const) : [])];
      return told.map((one) => ({
        ...{ concern: one, subject: number, register: 'policies' as const, title },
        regionName: names.get(regionCode) ?? '',
      }));
    });
}

type TaskPage = Awaited<ReturnType<typeof readTaskPage>>;

/** The page with what the figures of its goals come to: `figureNow` a word for the region of the task. */
export function withGoals(page: TaskPage, figureNow: (word: string, area: number) => FigureNow | undefined) {
  const told = page.items.map((task) => ({
    task,
    goal: task.figure === undefined ? undefined : goalOf(task, figureNow(task.figure, task.regionCode)),
  }));
  const concerns = told.flatMap(({ task, goal }) =>
    goalConcerns(task, goal).map((concern): Concern => {
      const { number, taskText, regionName } = task;
      return { concern, subject: number, register: 'policy-tasks', title: taskText, regionName };
    }),
  );
  return {
    ...page,
    items: told.map(({ task, goal }) => (goal ? { ...task, goal } : task)),
    concerns: [...concerns, ...page.concerns].slice(0, MOST_CONCERNS),
  };
}
