// The households of a round: the list, and one household with its visits, its questions and its doubts.

import { type RawBuilder, sql } from 'kysely';
import { addDays, formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import type { ListedHousehold } from '../../households/domain/listed-household.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { type Answers, askedOf } from '../domain/survey.ts';
import type { ItemLook, SweepList, VisitMode, VisitResult } from '../domain/words.ts';
import { blindTo, unlessBlind } from './blind.ts';
import { getRound } from './read-rounds.ts';
import { questionsFor, sweepSettings } from './settings.ts';
import '../domain/problems.ts';

const LOOKED: Record<ItemLook, RawBuilder<unknown>> = {
  waiting: sql`i.visit_result is null`,
  'not-met': sql`i.visit_result = 'not-met'`,
  'whole-away': sql`i.visit_result = 'whole-away'`,
  done: sql`i.visit_result not in ('not-met', 'whole-away')`,
  late: sql`i.late`,
  clue: sql`i.visit_result = 'clue'`,
  'dept-issue': sql`i.visit_result = 'dept-issue'`,
  'data-issue': sql`i.visit_result = 'data-issue'`,
  unassigned: sql`i.assigned_to is null`,
  all: sql`true`,
};

/** Looks that tell what was found. */
const TELLING: ReadonlySet<ItemLook> = new Set(['clue', 'dept-issue', 'data-issue']);

type Row = ListedHousehold & {
  villageCode: number;
  lists: SweepList[];
  reasons: string[];
  assignedTo?: string;
  visitedOn?: string;
  mode?: VisitMode;
  result?: VisitResult;
  visitors?: string;
  late: boolean;
};

/** Of `i`, an item, with its household `h`. */
const columnsFor = (
  tx: Tx,
) => sql`i.county_code, i.household_id as id, h.number, h.head_name, coalesce(w.name, '') as township_name, coalesce(v.name, '') as village_name,
  i.village_code, h.member_count as members, i.lists, i.reasons, a.name as assigned_to, i.visited_on::text as visited_on,
  ${unlessBlind(tx, 'i.visit_mode')} as mode, ${unlessBlind(tx, 'i.visit_result')} as result, ${unlessBlind(tx, 'i.visitors')} as visitors, i.late`;
const NAMED = sql`left join regions v on v.code = i.village_code left join regions w on w.code = i.village_code / 1000 * 1000
  left join accounts a on a.id = i.assigned_to`;

/** Village and id of the last row. */
const PLACES = placesBy('int8', 'int8');

export type ItemsAsked = {
  number: string;
  area?: number | undefined;
  look: ItemLook;
  list?: SweepList | undefined;
  mine?: boolean;
  text?: string | undefined;
};

async function presenter(tx: Tx, on: string) {
  const inForce = await sweepSettings.inForce(tx, on);
  return ({ villageCode, ...row }: Row) => {
    const told = withoutNulls(row);
    const { result, visitedOn } = told;
    const retryBy =
      result === 'not-met' && visitedOn
        ? formatDate(addDays(parseDate(visitedOn), inForce(villageCode)('retry')))
        : undefined;
    return { ...told, ...(retryBy ? { retryBy } : {}) };
  };
}

/** Counting stops here; the list then tells no total. */
const MOST_COUNTED = 20_000;

export async function listItems(tx: Tx, asked: ItemsAsked & Page, today: number) {
  const { number, area, look, list, mine = false, text, cursor, limit } = asked;
  const { low, high } = await rangeAsked(tx, area);
  const { id } = await getRound(tx, number);
  const after = PLACES.read(cursor);
  const joined = sql`sweep_items i join households h on h.county_code = i.county_code and h.id = i.household_id`;
  const where = sql`i.sweep_id = ${id} and i.village_code between ${low} and ${high} and i.left_on is null and ${LOOKED[look]} and ${TELLING.has(look) ? sql`not ${blindTo(tx)}` : sql`true`}
    and ${list ? sql`${list} = any(i.lists)` : sql`true`} and ${mine ? sql`i.assigned_to = ${tx.actor.accountId}` : sql`true`}
    and ${text ? sql`(strpos(h.number, ${text}) > 0 or strpos(h.head_name, ${text}) > 0)` : sql`true`}`;
  const rows = await tx.rows(sql<Row>`select ${columnsFor(tx)} from ${joined} ${NAMED}
    where ${where} and ${after ? sql`(i.village_code, i.household_id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
    order by i.village_code, i.household_id limit ${limit + 1}`);
  const counted = after
    ? undefined
    : await tx.first(
        sql<{
          n: number;
        }>`select count(*)::int as n from (select from ${joined} where ${where} limit ${MOST_COUNTED + 1}) c`,
      );
  const { shown, ...next } = PLACES.page(rows, limit, ({ villageCode, id: household }) => [villageCode, household]);
  return {
    items: shown.map(await presenter(tx, formatDate(today))),
    ...(counted && counted.n <= MOST_COUNTED ? { total: counted.n } : {}),
    ...next,
  };
}

type VisitRow = {
  id: number;
  visitedOn: string;
  mode: VisitMode;
  result: VisitResult;
  visitors: string;
  answers: Answers;
  sealed: Buffer;
  photos: StoredPhoto[];
  late: boolean;
  at: string;
  replaced: boolean;
};
type Secret = { risks: string[]; note: string; solved: boolean };
type IssueRow = { id: number; code: string; about: string; earlier?: string };

/** Throws `sweeps.not-found`, `sweeps.not-listed`. */
export async function readItem(
  tx: Tx,
  keys: Keys,
  { number, countyCode, householdId }: { number: string; countyCode: number; householdId: number },
  today: number,
) {
  const round = await getRound(tx, number);
  const { id } = round;
  const row = await tx.first(sql<
    Row & { blind: boolean }
  >`select ${columnsFor(tx)}, ${blindTo(tx)} as blind from sweep_items i join households h on h.county_code = i.county_code and h.id = i.household_id ${NAMED}
    where i.county_code = ${countyCode} and i.sweep_id = ${id} and i.household_id = ${householdId}`);
  if (!row) throw new Problem('sweeps.not-listed');
  const visits = row.blind
    ? []
    : await tx.rows(sql<VisitRow>`
    select v.id, v.visited_on::text as visited_on, v.visit_mode as mode, v.visit_result as result, v.visitor_1_name || '、' || v.visitor_2_name as visitors, v.answers, v.sealed,
      v.photos, v.late, v.at, v.replaced_at is not null as replaced
    from sweep_visits v where v.county_code = ${countyCode} and v.sweep_id = ${id} and v.household_id = ${householdId} order by v.id desc limit 50`);
  const issues = await tx.rows(sql<IssueRow>`
    select d.id, d.code, coalesce(d.detail ->> 'about', '') as about, (select e.detail ->> 'explanation' from data_issues e where e.county_code = d.county_code
      and e.household_id = d.household_id and e.code = d.code and e.state = 'explained' and e.detail ->> 'about' is not distinct from d.detail ->> 'about'
      order by e.closed_at desc limit 1) as earlier
    from data_issues d where d.county_code = ${countyCode} and d.household_id = ${householdId} and d.state = 'open' order by d.id limit 20`);
  const questions = await questionsFor(tx, countyCode, round.issuedOn ?? formatDate(today));
  return {
    ...(await presenter(tx, formatDate(today)))(row),
    blind: row.blind,
    questions: askedOf(questions, row.lists).map(({ code, title, choices }) => ({
      code,
      title,
      choices: { ...choices },
    })),
    visits: visits.map(({ sealed, answers, photos, ...visit }) => {
      const { risks, note, solved } = JSON.parse(open(keys, sealed)) as Secret;
      return {
        ...visit,
        answers: { ...answers },
        risks,
        note,
        solved,
        photos: photos.map(({ id: photoId, name }) => ({ id: photoId, name })),
      };
    }),
    issues: issues.map(withoutNulls),
  };
}
