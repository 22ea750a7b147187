// Lists of cases and the numbers of the worklist. A deadline means something on a day only, so the day is a parameter: what
// is late today was not yesterday, and nothing has to run in between.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate, periodOf } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { NO_DAY, type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { CASE_JOINS, ITEM_COLUMNS, type ItemRow, presentItem } from '../../cases/server/index.ts';
import { countOpenClues } from '../../clues/server/index.ts';
import { householdText } from '../../households/server/index.ts';
import type { Turn } from '../../process/domain/steps.ts';
import type { CaseFilter } from '../domain/case-filter.ts';
import type { Desk, Stage } from '../domain/desks.ts';
import { figureCondition } from './figure-conditions.ts';
import type { CaseloadHooks } from './hooks.ts';

/** The level an account works at; those that only read are shown what the lowest level of their area has to do. */
const LEVEL_OF_ROLE: Record<string, Turn | undefined> = {
  'village-worker': 'village',
  'township-officer': 'township',
  'county-officer': 'county',
};

const BELOW: Record<Turn, Turn[]> = { village: [], township: ['village'], county: ['village', 'township'] };

type Asked = { range: RegionRange; today: PlainDate; role: string };
/** `uncovered`: as the hooks of this slice have it. */
type AskedWithHelp = Asked & CaseloadHooks;

/**
 * What my level can do now: a notice that hangs is nobody's work until its days are over. Those that work at no level have
 * none; they are shown what is late, by area.
 */
function mine({ role, today }: Asked): RawBuilder<unknown> {
  const level = LEVEL_OF_ROLE[role];
  return level
    ? sql`(c.turn = ${level} and (c.ready_on is null or c.ready_on <= ${formatDate(today)}::date))`
    : sql`false`;
}

/** Late or soon is a case for whoever has to do it; above the levels, for whoever looks after the area. */
function minded(asked: Asked): RawBuilder<unknown> {
  return LEVEL_OF_ROLE[asked.role] ? mine(asked) : sql`c.turn is not null`;
}

/** So many escalation terms late that it has come up to my level. */
function escalated({ role, today }: Asked): RawBuilder<unknown> {
  const level = LEVEL_OF_ROLE[role];
  const late = sql`(${formatDate(today)}::date - c.due_on)`;
  if (level === undefined)
    return sql`c.due_on is not null and ${late} >= c.escalate_days * case c.turn when 'village' then 3 when 'township' then 2 else 1 end`;
  const parts = BELOW[level].map(
    (turn, i, all) => sql`(c.turn = ${turn} and ${late} >= c.escalate_days * ${all.length - i})`,
  );
  return parts.length === 0 ? sql`false` : sql`c.due_on is not null and (${sql.join(parts, sql` or `)})`;
}

function deskCondition(desk: Desk, asked: Asked): RawBuilder<unknown> {
  const day = sql`${formatDate(asked.today)}::date`;
  switch (desk) {
    case 'mine':
      return sql`${mine(asked)} and c.due_on is not null`;
    case 'late':
      return sql`${minded(asked)} and c.due_on < ${day}`;
    case 'soon':
      return sql`${minded(asked)} and c.due_on between ${day} and ${day} + c.warn_days`;
    case 'waiting':
      return sql`c.turn is not null and c.due_on is not null and not (${mine(asked)})`;
    case 'escalated':
      return escalated(asked);
    case 'done':
      return sql`c.ended_on is not null or c.state in ('monitored', 'cleared') and c.due_on is null`;
  }
}

const STAGE_CONDITIONS: Record<Stage, RawBuilder<unknown>> = {
  identification: sql`(c.state like 'identification.%' or c.state = 'appeal')`,
  monitored: sql`c.state = 'monitored'`,
  clearing: sql`c.state like 'clearing.%'`,
  cleared: sql`c.state = 'cleared'`,
  ended: sql`c.ended_on is not null`,
};

/** Responsible by account; where none was known when the name was written, by the name. */
function helpedBy({ accountId, name }: Actor): RawBuilder<unknown> {
  return sql`(c.ended_on is null and (c.responsible_account = ${accountId}
    or c.responsible_account is null and c.responsible = ${name}))`;
}

function whereOf(tx: Tx, asked: AskedWithHelp, filter: CaseFilter): RawBuilder<unknown> {
  const { desk, stage, state, turn, category, channel, text, figure } = filter;
  const days = { ...periodOf(filter.from, filter.to), today: asked.today };
  const { low, high } = asked.range;
  return sql.join(
    [
      sql`c.village_code between ${low} and ${high}`,
      ...(desk ? [sql`(${deskCondition(desk, asked)})`] : []),
      ...(stage ? [STAGE_CONDITIONS[stage]] : []),
      ...(state ? [sql`c.state = ${state}`] : []),
      ...(turn ? [sql`c.turn = ${turn}`] : []),
      ...(category ? [sql`c.category = ${category}`] : []),
      ...(channel ? [sql`c.channel = ${channel}`] : []),
      ...(figure ? [sql`(${figureCondition(figure, days, asked)})`] : []),
      ...(text ? [householdText(tx, text)] : []),
      ...(filter.helpedByMe ? [helpedBy(tx.actor)] : []),
    ],
    sql` and `,
  );
}

/** Cases without a deadline come last. */
const NEVER = sql.raw(`coalesce(c.due_on, date '${NO_DAY}')`);
const places = placesBy('day', 'int8');

/** By deadline, the most urgent first. */
export async function listCases(tx: Tx, asked: AskedWithHelp, filter: CaseFilter, { cursor, limit }: Page) {
  const at = places.read(cursor);
  const where = whereOf(tx, asked, filter);
  const rows = await tx.rows(sql<ItemRow>`
    select ${ITEM_COLUMNS} from cases c ${CASE_JOINS}
    where ${where} ${at ? sql`and (${NEVER}, c.id) > (${at[0]}::date, ${at[1]}::bigint)` : sql``}
    order by ${NEVER}, c.id limit ${limit + 1}`);
  // Only a text asks for the household; everything else is counted from the cases alone.
  const household = filter.text
    ? sql`join households h on h.county_code = c.county_code and h.id = c.household_id`
    : sql``;
  const total = await tx.first(sql<{ n: number }>`
    select count(*)::int as n from cases c ${household} where ${where}`);
  const { shown, ...next } = places.page(rows, limit, ({ dueOn, id }) => [dueOn ?? NO_DAY, id]);
  return {
    items: shown.map((row) => presentItem(row, asked.today)),
    total: total?.n ?? 0,
    ...next,
  };
}

type Counts = { mine: number; late: number; soon: number; waiting: number; escalated: number };

export async function countWorklist(tx: Tx, asked: Asked) {
  const { low, high } = asked.range;
  const filters = (['mine', 'late', 'soon', 'waiting', 'escalated'] as const).map(
    (desk) => sql`count(*) filter (where ${deskCondition(desk, asked)})::int as ${sql.ref(desk)}`,
  );
  const cases = await tx.first(sql<Counts>`
    select ${sql.join(filters)} from cases c where c.turn is not null and c.due_on is not null
      and c.village_code between ${low} and ${high}`);
  return {
    ...(cases ?? { mine: 0, late: 0, soon: 0, waiting: 0, escalated: 0 }),
    clues: await countOpenClues(tx, asked.range),
  };
}

type Queued = { state: ItemRow['state']; paused: boolean; count: number; late: number };

/** What my level can do now, by the step it stands in; the step with the most late first. */
export async function countQueue(tx: Tx, asked: Asked): Promise<Queued[]> {
  const { low, high } = asked.range;
  return tx.rows(sql<Queued>`
    select c.state, c.paused, count(*)::int as count, count(*) filter (where c.due_on < ${formatDate(asked.today)}::date)::int as late
    from cases c where ${deskCondition('mine', asked)} and c.village_code between ${low} and ${high}
    group by 1, 2 order by 4 desc, 3 desc limit 40`);
}
