// Rechecks: a second visit by somebody else, who does not see what the first one said until it is written down.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, seal } from '../../../platform/server/keys.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { ListedHousehold } from '../../households/domain/listed-household.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { differencesOf } from '../domain/compare.ts';
import { type Answers, askedOf, unanswered } from '../domain/survey.ts';
import { isDone } from '../domain/visit-rules.ts';
import type { RecheckAction, RecheckLevel, SweepList, VisitResult } from '../domain/words.ts';
import { levelOf } from './draw-sample.ts';
import { getRound, runningRound } from './read-rounds.ts';
import { questionsFor } from './settings.ts';
import { countRechecks, holdVillages } from './village-counts.ts';
import '../domain/problems.ts';

export type RecheckLook = 'waiting' | 'differing' | 'all';
const LOOKED: Record<RecheckLook, RawBuilder<unknown>> = {
  waiting: sql`c.checked_on is null`,
  differing: sql`cardinality(c.differing) > 0`,
  all: sql`true`,
};

type Row = ListedHousehold & {
  recheckId: number;
  villageCode: number;
  lists: SweepList[];
  level: RecheckLevel;
  checkedOn?: string;
  checker?: string;
  differing?: string[];
  action?: RecheckAction;
};

/** Village and number of the last row. */
const PLACES = placesBy('int8', 'int8');

type Asked = { number: string; area?: number | undefined; level?: RecheckLevel | undefined; look: RecheckLook };

export async function listRechecks(tx: Tx, { number, area, level, look, cursor, limit }: Asked & Page) {
  const { id } = await getRound(tx, number);
  const { low, high } = await rangeAsked(tx, area);
  const after = PLACES.read(cursor);
  const where = sql`c.sweep_id = ${id} and c.village_code between ${low} and ${high} and c.redone_at is null and ${LOOKED[look]}
    and ${level ? sql`c.level = ${level}` : sql`true`}`;
  const rows = await tx.rows(sql<Row>`
    select c.id as recheck_id, c.county_code, c.household_id as id, h.number, h.head_name, coalesce(w.name, '') as township_name, coalesce(v.name, '') as village_name,
      c.village_code, h.member_count as members, i.lists, c.level, c.checked_on::text as checked_on, c.checker, c.differing, c.action
    from sweep_rechecks c join households h on h.county_code = c.county_code and h.id = c.household_id
      join sweep_items i on i.county_code = c.county_code and i.sweep_id = c.sweep_id and i.household_id = c.household_id
      left join regions v on v.code = c.village_code left join regions w on w.code = c.village_code / 1000 * 1000
    where ${where} and ${after ? sql`(c.village_code, c.id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
    order by c.village_code, c.id limit ${limit + 1}`);
  const counted = after
    ? undefined
    : await tx.first(sql<{ n: number }>`select count(*)::int as n from sweep_rechecks c where ${where}`);
  const { shown, ...next } = PLACES.page(rows, limit, ({ villageCode, recheckId }) => [villageCode, recheckId]);
  return {
    items: shown.map(({ villageCode: _village, ...row }) => withoutNulls(row)),
    ...(counted ? { total: counted.n } : {}),
    ...next,
  };
}

type Key = { countyCode: number; recheckId: number };
type Drawn = {
  sweepId: number;
  level: RecheckLevel;
  householdId: number;
  villageCode: number;
  checkedOn: string | null;
  lists: SweepList[];
  firstOn: string;
  firstBy: number;
  firstNames: string[];
  answers: Answers;
  result: VisitResult;
};

/** With the first visit; for the statement that compares alone. Throws `sweeps.recheck-not-found`. */
async function drawnOne(tx: Tx, { countyCode, recheckId }: Key): Promise<Drawn> {
  const drawn = await tx.first(sql<Drawn>`
    select c.sweep_id, c.level, c.household_id, c.village_code, c.checked_on::text as checked_on, i.lists, v.visited_on::text as first_on, v.visitor_1 as first_by,
      array[v.visitor_1_name, v.visitor_2_name] as first_names, v.answers, v.visit_result as result
    from sweep_rechecks c join sweep_items i on i.county_code = c.county_code and i.sweep_id = c.sweep_id and i.household_id = c.household_id
      join sweep_visits v on v.county_code = c.county_code and v.sweep_id = c.sweep_id and v.household_id = c.household_id and v.replaced_at is null
    where c.county_code = ${countyCode} and c.id = ${recheckId} and c.redone_at is null for update of c`);
  if (!drawn || drawn.level !== levelOf(tx.actor.areaCode)) throw new Problem('sweeps.recheck-not-found');
  return drawn;
}

/** The questions, without an answer. Throws `sweeps.recheck-not-found`. */
export async function recheckForm(tx: Tx, { countyCode, recheckId }: Key) {
  const found = await tx.first(sql<{ sweepId: number; lists: SweepList[] }>`
    select c.sweep_id, i.lists from sweep_rechecks c join sweep_items i on i.county_code = c.county_code and i.sweep_id = c.sweep_id
      and i.household_id = c.household_id where c.county_code = ${countyCode} and c.id = ${recheckId} and c.redone_at is null`);
  if (!found) throw new Problem('sweeps.recheck-not-found');
  const { issuedOn } = await runningRound(tx, found.sweepId);
  const questions = askedOf(await questionsFor(tx, countyCode, issuedOn), found.lists);
  return { questions: questions.map(({ code, title, choices }) => ({ code, title, choices: { ...choices } })) };
}

export type Recheck = Key & {
  checkedOn: string;
  answers: Answers;
  result: VisitResult;
  note: string;
  action: RecheckAction;
};

/** Throws `sweeps.recheck-not-found`, `sweeps.recheck-done`, `sweeps.recheck-own`, `sweeps.recheck-day`, `sweeps.unanswered`. */
export async function recordRecheck(
  tx: Tx,
  keys: Keys,
  recheck: Recheck,
  today: PlainDate,
): Promise<Outcome<{ differing: string[] }>> {
  const { countyCode, recheckId, checkedOn, answers, result, note, action } = recheck;
  const drawn = await drawnOne(tx, recheck);
  const { sweepId, villageCode, householdId, lists, firstOn, firstBy, firstNames } = drawn;
  if (drawn.checkedOn !== null) throw new Problem('sweeps.recheck-done');
  const { accountId, name } = tx.actor;
  if (firstBy === accountId || firstNames.includes(name)) throw new Problem('sweeps.recheck-own');
  if (checkedOn < firstOn || checkedOn > formatDate(today)) throw new Problem('sweeps.recheck-day', { day: checkedOn });
  const round = await runningRound(tx, sweepId);
  const questions = await questionsFor(tx, countyCode, round.issuedOn);
  const open = isDone(result) ? unanswered(questions, lists, answers) : [];
  if (open.length > 0) throw new Problem('sweeps.unanswered', { titles: open.join('、') });
  const village = { low: villageCode, high: villageCode };
  await holdVillages(tx, sweepId, village);
  const differing = differencesOf(
    questions,
    lists,
    { answers: drawn.answers, result: drawn.result },
    { answers, result },
  );
  await tx.run(sql`update sweep_rechecks set checked_on = ${checkedOn}::date, checker_id = ${accountId}, checker = ${name},
      answers = ${JSON.stringify(answers)}::jsonb, sealed = ${seal(keys, note)}, differing = ${differing}::text[], action = ${action}, at = now()
    where county_code = ${countyCode} and id = ${recheckId}`);
  await countRechecks(tx, sweepId, village);
  return {
    result: { differing },
    audit: {
      ...{
        operation: 'sweeps.recheck',
        subjectKind: 'household',
        subjectId: String(householdId),
        regionCode: villageCode,
        householdId,
      },
      after: { round: round.number, checkedOn, consistent: differing.length === 0, action },
    },
  };
}
