// SQL of the list of warnings. It is read in the order of an index and cut by keyset; what is filtered beside the area is
// tested on the way. Totals come from the counts per village where those know the answer, else they are counted up to a cap.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import type { WarningFilter } from '../domain/contract.ts';
import { LEVELS } from '../domain/rules.ts';
import { TODAY } from './screening/merge-warnings.ts';

/** In an area with more warnings than this, a list filtered by what no index holds says no total. */
const MOST_LOOKED_AT = 40_000;

const COUNTY_WIDTH = 1_000_000;

const today = sql.raw(TODAY);
const ORDER = { due: ['due_on', 'severity', 'id'], level: ['severity', 'due_on', 'id'] } as const;

type Where = { range: RegionRange; asOf: string; filter: WarningFilter };

function dueCondition(due: WarningFilter['due']): RawBuilder<unknown> {
  if (due === 'overdue') return sql`w.due_on < ${today}`;
  if (due === 'today') return sql`w.due_on = ${today}`;
  return sql`w.due_on between ${today} and ${today} + (7 - extract(isodow from ${today})::int)`;
}

function assigneeCondition(tx: Tx, assignee: WarningFilter['assignee']): RawBuilder<unknown> {
  if (assignee === 'me') return sql`w.assignee_id = ${tx.actor.accountId}`;
  return assignee === 'nobody' ? sql`w.assignee_id is null` : sql`w.assignee_id is not null`;
}

/** Everything filtered, as one condition over `w`. */
function whereOf(tx: Tx, { range, asOf, filter }: Where): RawBuilder<unknown> {
  const { rule, level, state, due, monitored, assignee, foundSince } = filter;
  const parts = [
    sql`w.as_of = ${asOf}::date and w.active and w.village_code between ${range.low} and ${range.high}`,
    ...(rule ? [sql`w.rules @> array[${rule}]::text[]`] : []),
    ...(level ? [sql`w.severity = ${LEVELS.indexOf(level) + 1}`] : []),
    // Literals, so that the planner sees the partial index of open warnings.
    ...(due || state === 'open' ? [sql`w.state = 'open'`] : []),
    ...(state === 'checked' ? [sql`w.state <> 'open'`] : []),
    ...(state && state !== 'open' && state !== 'checked' ? [sql`w.state = ${state}`] : []),
    // What an event brought hangs on the event: its deadlines are in nobody’s inbox.
    ...(due ? [dueCondition(due), sql`not in_running_event(w.county_code, w.household_id)`] : []),
    ...(monitored ? [sql`w.monitored = ${monitored === 'yes'}`] : []),
    ...(assignee ? [assigneeCondition(tx, assignee)] : []),
    ...(foundSince ? [sql`w.found_at >= ${foundSince}::timestamptz`] : []),
  ];
  return sql.join(parts, sql` and `);
}

/** Unless asked otherwise by deadline where all are open, which an index holds, else by level. */
function orderOf({ sort, state, due }: WarningFilter): { columns: readonly string[]; down: boolean } {
  const order = sort ?? (state === 'open' || due ? 'due' : 'level');
  return { columns: ORDER[order.endsWith('level') ? 'level' : 'due'], down: order.startsWith('-') };
}

export const ITEM_COLUMNS =
  sql.raw(`w.county_code, w.id, w.as_of, w.household_id, h.number as household_number, h.head_name,
  h.member_count, w.village_code, coalesce(n.name, '') as county_name, coalesce(t.name, '') as township_name, coalesce(v.name, '') as village_name, w.rules,
  w.level, w.monitored, w.state, w.found_at, w.due_on, case when w.state = 'open' then w.due_on - ${TODAY} end as days_left,
  w.assignee_id, w.assignee_name, w.checked_at, w.checked_by`);

export const ITEM_JOINS = sql.raw(`join households h on h.county_code = w.county_code and h.id = w.household_id
  left join regions v on v.code = w.village_code left join regions t on t.code = v.parent_code
  left join regions n on n.code = t.parent_code`);

export type ItemRow = {
  countyCode: number;
  id: number;
  asOf: string;
  householdId: number;
  householdNumber: string;
  headName: string;
  memberCount: number;
  villageCode: number;
  countyName: string;
  townshipName: string;
  villageName: string;
  rules: string[];
  level: (typeof LEVELS)[number];
  monitored: boolean;
  state: 'open' | 'no-risk' | 'handled-by-department' | 'to-be-monitored' | 'already-monitored';
  foundAt: string;
  dueOn: string;
  daysLeft: number | null;
  assigneeId: number | null;
  assigneeName: string;
  checkedAt: string | null;
  checkedBy: string | null;
};

const places = placesBy('day', 'int4', 'int8');

/** A row's place in the order, opaque to clients: deadline, severity, id. */
export function cursorOf({ dueOn, level, id }: ItemRow): string {
  return places.write([dueOn, LEVELS.indexOf(level) + 1, id]);
}

function placeSql([dueOn, severity, id]: [string, number, number], columns: readonly string[]): RawBuilder<unknown> {
  const values = { due_on: sql`${dueOn}::date`, severity: sql`${severity}::int`, id: sql`${id}::bigint` };
  return sql.join(columns.map((name) => values[name as keyof typeof values]));
}

type WarningKey = { countyCode: number; id: number };
type Page = { cursor?: string | undefined; limit: number };

/** One page; one row more than `limit` when there is a next one. */
export async function listWarnings(tx: Tx, where: Where, { cursor, limit }: Page): Promise<ItemRow[]> {
  const { columns, down } = orderOf(where.filter);
  const keys = sql.raw(columns.map((name) => `w.${name}`).join(', '));
  const order = sql.raw(columns.map((name) => `w.${name}${down ? ' desc' : ''}`).join(', '));
  const at = places.read(cursor);
  const after = at ? sql`and (${keys}) ${sql.raw(down ? '<' : '>')} (${placeSql(at, columns)})` : sql``;
  const all = sql`select w.county_code, w.id, w.severity, w.due_on from warnings w where ${whereOf(tx, where)} ${after}`;
  const found = await tx.rows(sql<WarningKey>`
    ${readsAreaFirst(where) ? sql`with w as materialized (${all}) select w.county_code, w.id from w` : all}
    order by ${order} limit ${limit + 1}`);
  return readItems(tx, found);
}

/** In a county, what no index holds is looked for among its own warnings: in order, the whole region's would be passed by. */
function readsAreaFirst({ range, filter: { rule, monitored, assignee } }: Where): boolean {
  return (
    range.high - range.low < COUNTY_WIDTH && (rule !== undefined || monitored !== undefined || assignee !== undefined)
  );
}

/** The rows of the list for warnings found, in their order. */
async function readItems(tx: Tx, found: WarningKey[]): Promise<ItemRow[]> {
  return tx.kept.rows(sql<ItemRow>`
    select ${ITEM_COLUMNS}
    from unnest(${found.map((row) => row.countyCode)}::int[], ${found.map((row) => row.id)}::bigint[])
      with ordinality as f (county_code, id, n)
    join warnings w on w.county_code = f.county_code and w.id = f.id ${ITEM_JOINS} order by f.n`);
}

async function sumCounts(tx: Tx, { range, asOf }: Where, columns: readonly string[]): Promise<number> {
  const row = await tx.first(sql<{ total: number | null }>`
    select sum(${sql.raw(columns.join(' + '))})::int as total from screening_counts
    where as_of = ${asOf}::date and village_code between ${range.low} and ${range.high}`);
  return row?.total ?? 0;
}

/** Exact, or undefined where counting would mean reading more rows than a total is worth. */
export async function countWarnings(tx: Tx, where: Where): Promise<number | undefined> {
  const { level, state, due, foundSince, rule, monitored, assignee } = where.filter;
  const levels = level ? [level] : LEVELS;
  const inOpenIndex = !rule && !monitored && !assignee && (state === 'open' || (due && !state));
  if (!rule && !monitored && !assignee && !due && !foundSince && (!state || state === 'open'))
    return sumCounts(tx, where, state === 'open' ? levels.map((name) => `open_${name}`) : levels);
  if (!inOpenIndex && assignee !== 'me' && (await sumCounts(tx, where, levels)) > MOST_LOOKED_AT) return undefined;
  const row = await tx.first(sql<{ total: number }>`
    select count(*)::int as total from warnings w where ${whereOf(tx, where)}`);
  return row?.total ?? 0;
}
