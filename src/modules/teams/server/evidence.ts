// How many records of each kind a village has in a year: what proves tasks without being typed again (registers §15 trap 6).

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Counts, type Task, type TaskRule, type TaskState, type Told, taskStates } from '../domain/tasks.ts';
import type { Evidence } from '../domain/words.ts';

type Source = { from: string; place: string; inYear: string };

const onDay = (column: string) => `${column} >= d.first and ${column} < d.next`;

/** A kind of record: its rows, the village they are of, and which are of the year `d`. */
const SOURCES: Record<Evidence, Source> = {
  visits: { from: 'case_visits t', place: 't.village_code', inYear: onDay('t.visited_on') },
  'sweep-visits': {
    from: 'sweep_visits t',
    place: 't.village_code',
    inYear: `t.replaced_at is null and ${onDay('t.visited_on')}`,
  },
  clues: { from: 'clues t', place: 't.village_code', inYear: `t.channel = 'visit' and ${onDay('t.received_on')}` },
  verifications: {
    from: 'case_actions t',
    place: 't.village_code',
    inYear: `t.kind = 'verify' and ${onDay('t.on_date')}`,
  },
  measures: {
    from: 'case_measures t',
    place: 't.village_code',
    inYear: `t.state = 'done' and ${onDay('t.result_on')}`,
  },
  emergencies: { from: 'activation_households t', place: 't.village_code', inYear: onDay('t.visited_on') },
  diaries: { from: 'team_diaries t', place: 't.place_code', inYear: `not t.voided and ${onDay('t.diary_day')}` },
  projects: { from: 'projects t', place: 't.place_code', inYear: 'not t.voided and t.plan_year = d.year' },
  spells: { from: 'employment_spells t', place: 't.village_code', inYear: `not t.voided and ${onDay('t.started_on')}` },
  works: { from: 'village_works t', place: 't.place_code', inYear: `not t.voided and ${onDay('t.built_on')}` },
  points: { from: 'point_entries t', place: 't.village_code', inYear: `not t.voided and ${onDay('t.happened_on')}` },
  economy: { from: 'collective_economy t', place: 't.place_code', inYear: 'not t.voided and t.year = d.year' },
};

type CountRow = { villageCode: number; evidence: Evidence; records: number };

/** By village; only kinds that some rule asks for are counted. */
async function countEvidence(tx: Tx, { low, high }: RegionRange, year: number, kinds: readonly Evidence[]) {
  const found = new Map<number, Counts>();
  if (kinds.length === 0) return found;
  const each = kinds.map((kind): RawBuilder<unknown> => {
    const { from, place, inYear } = SOURCES[kind];
    return sql`select ${sql.raw(place)} as village_code, ${kind}::text as evidence, count(*)::int as records from ${sql.raw(from)}, d
      where ${sql.raw(place)} between ${low} and ${high} and ${sql.raw(inYear)} group by 1`;
  });
  const rows = await tx.rows(sql<CountRow>`
    with d as (select ${year}::int as year, make_date(${year}, 1, 1) as first, make_date(${year + 1}, 1, 1) as next)
    ${sql.join(each, sql` union all `)} limit 200000`);
  for (const { villageCode, evidence, records } of rows)
    found.set(villageCode, { ...found.get(villageCode), [evidence]: records });
  return found;
}

/** The list of the year, as it is in force on the day. */
async function tasksOf(tx: Tx, year: number, on: string): Promise<Task[]> {
  const rows = await tx.rows(sql<Task & { frequency: string | null }>`
    select t.sequence as no, coalesce(t.aspect, '') as aspect, t.content, t.frequency from list_items t
    where t.list = 'team-tasks' and t.year = ${year} and not t.voided and t.in_force_on <= ${on}::date and (t.ended_on is null or t.ended_on > ${on}::date)
    order by t.sequence limit 200`);
  return rows.map(({ frequency, ...task }) => (frequency === null ? task : { ...task, frequency }));
}

type RuleRow = TaskRule & { regionCode: number };

/** Rules of a place: the nearest region that has one for the task, the newest of it. */
async function rulesFor(tx: Tx, year: number, on: string): Promise<(village: number) => TaskRule[]> {
  const rows = await tx.rows(sql<RuleRow>`
    select t.region_code, t.task_no as no, t.evidence, t.least_records as least from team_task_rules t
    where not t.voided and t.year = ${year} and t.effective_on <= ${on}::date order by t.effective_on desc, t.id desc limit 20000`);
  const covers = (region: number, village: number) => {
    const unit = [1e10, 1e8, 1e6, 1e3].find((size) => region % size === 0) ?? 1;
    return Math.floor(village / unit) === Math.floor(region / unit);
  };
  return (village) => {
    const fitting = rows.filter(({ regionCode }) => covers(regionCode, village));
    fitting.sort((a, b) => b.regionCode - a.regionCode);
    return [...Map.groupBy(fitting, ({ no }) => no).values()].flatMap(([nearest]) => nearest ?? []);
  };
}

type ToldRow = Told & { villageCode: number };

/** Tasks of the year with how far each village is. */
export async function readTasks(
  tx: Tx,
  range: RegionRange,
  year: number,
  on: string,
): Promise<(village: number) => TaskState[]> {
  const tasks = await tasksOf(tx, year, on);
  const rules = await rulesFor(tx, year, on);
  const kinds = new Set(
    (
      await tx.rows(sql<{ kind: Evidence }>`select distinct unnest(t.evidence) as kind from team_task_rules t
    where not t.voided and t.year = ${year}`)
    ).map(({ kind }) => kind),
  );
  const counts = await countEvidence(tx, range, year, [...kinds]);
  const told = Map.groupBy(
    await tx.rows(sql<ToldRow>`select t.village_code, t.task_no as no, t.progress, t.period from team_task_records t
      where not t.voided and t.year = ${year} and t.place_code between ${range.low} and ${range.high} order by t.id limit 100000`),
    ({ villageCode }) => villageCode,
  );
  return (village) => taskStates(tasks, rules(village), counts.get(village) ?? {}, told.get(village) ?? []);
}
