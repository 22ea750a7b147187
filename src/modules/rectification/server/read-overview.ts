// How rectification goes in an area: counted by the regions below, what is due next, which cards the days propose.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { type RegionRange, sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { loadCalendar } from '../../process/server/index.ts';
import { getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import { CARD_REASON_NAMES, type Colour, proposedCard } from '../domain/cards.ts';
import { type Counts, sumCounts } from '../domain/rates.ts';
import { daysLate, nextTerm, TERMS, type Term } from '../domain/terms.ts';
import { type OpenProblem, openProblems } from './open-problems.ts';
import { rectificationSettings } from './settings.ts';

const SHOWN = 200;
const MOST_LINES = 3000;

type Line = Counts & { code: number };

const made = (move: string) =>
  sql.raw(`exists (select from register_moves m where m.register = 'problems' and m.county_code = t.county_code
    and m.record_id = t.id and m.withdrawn_at is null and m.move = '${move}')`);

function countedLines(tx: Tx, { low, high }: RegionRange, size: number, on: string): Promise<Line[]> {
  return tx.rows(sql<Line>`
    with p as (
      select (t.region_code / ${size}::bigint * ${size}::bigint) as code, t.rectify_by <= ${on}::date as due,
        coalesce(t.closed_on <= ${on}::date, false) as closed, coalesce(t.rectified_on <= t.rectify_by, false) as on_time,
        t.rectified_on is not null or t.closed_on is not null or ${made('submit')} as handed_in,
        exists (select from fix_checks c where c.problem_number = t.number and c.verdict = 'return' and not c.voided) as returned,
        t.closed_on is not null or ${made('close')} as ever_closed, ${made('reopen')} as reopened
      from problems t where not t.voided and t.place_code between ${low} and ${high} and t.reported_back_on <= ${on}::date),
    s as (
      select (region_code / ${size}::bigint * ${size}::bigint) as code, sum(looked)::int as looked, sum(found)::int as found
      from spread_checks where not voided and place_code between ${low} and ${high} and searched_on <= ${on}::date group by 1),
    c as (
      select code, count(*)::int as "all", (count(*) filter (where not closed))::int as open,
        (count(*) filter (where closed))::int as closed, (count(*) filter (where due))::int as due,
        (count(*) filter (where due and closed))::int as due_closed, (count(*) filter (where due and on_time))::int as due_on_time,
        (count(*) filter (where handed_in))::int as handed_in, (count(*) filter (where handed_in and returned))::int as returned,
        (count(*) filter (where ever_closed))::int as ever_closed, (count(*) filter (where ever_closed and reopened))::int as reopened
      from p group by 1)
    select coalesce(c.code, s.code) as code, coalesce(c."all", 0) as "all", coalesce(c.open, 0) as open, coalesce(c.closed, 0) as closed,
      coalesce(c.due, 0) as due, coalesce(c.due_closed, 0) as due_closed, coalesce(c.due_on_time, 0) as due_on_time,
      coalesce(c.handed_in, 0) as handed_in, coalesce(c.returned, 0) as returned, coalesce(c.ever_closed, 0) as ever_closed,
      coalesce(c.reopened, 0) as reopened, 0 as late, coalesce(s.looked, 0) as looked, coalesce(s.found, 0) as found
    from c full join s on s.code = c.code order by 1 limit ${MOST_LINES}`);
}

type Had = { problemNumber: string | null; toUnit: string; colour: Colour; counts: boolean };

/** Cards of the area: those that a problem had, and yellow ones that nobody lifted, by unit. */
async function cardsOf(tx: Tx, { low, high }: RegionRange) {
  const cards = await tx.rows(sql<Had>`select problem_number, to_unit, colour,
      colour = 'yellow' and given_on is not null and lifted_on is null as counts
    from cards where not voided and place_code between ${low} and ${high} order by id limit 20000`);
  const had = Map.groupBy(cards, ({ problemNumber }) => problemNumber ?? '');
  const yellows = Map.groupBy(
    cards.filter(({ counts }) => counts),
    ({ toUnit }) => toUnit,
  );
  return (problem: OpenProblem) => ({
    had: (had.get(problem.number) ?? []).map(({ colour }) => colour),
    yellows: yellows.get(problem.unit)?.length ?? 0,
  });
}

export type ProposedCard = { problem: OpenProblem; daysLate: number; colour: Colour; reason: string };

/** Cards that the days propose for open problems; `today` judges, the day of nothing else. */
export async function proposedCards(tx: Tx, range: RegionRange, open: readonly OpenProblem[], today: PlainDate) {
  const of = await cardsOf(tx, range);
  const inForce = await rectificationSettings.inForce(tx, formatDate(today));
  return open.flatMap((problem): ProposedCard[] => {
    const settings = inForce(problem.placeCode);
    const late = daysLate(problem, today);
    const card = proposedCard(
      { daysLate: late, isReopened: problem.isReopened, ...of(problem) },
      { red: settings('days.red'), yellows: settings('cards.red') },
    );
    return card ? [{ problem, daysLate: late, colour: card.colour, reason: CARD_REASON_NAMES[card.reason] }] : [];
  });
}

type Asked = { area?: number | undefined; term?: Term | undefined; late?: boolean | undefined };

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readOverview(tx: Tx, asked: Asked, today: PlainDate) {
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, asked.area);
  const on = formatDate(today);
  const size = sizeBelow(area.level);
  const open = await openProblems(tx, range, on);
  const calendar = await loadCalendar(tx);
  const inForce = await rectificationSettings.inForce(tx, on);
  const next = open.map((problem) => ({
    problem,
    late: problem.state === 'paused' ? 0 : daysLate(problem, today),
    due: nextTerm(problem, inForce(problem.placeCode), calendar),
  }));
  const lateIn = Map.groupBy(
    next.filter(({ late }) => late > 0),
    ({ problem }) => Math.floor(problem.placeCode / size) * size,
  );
  const lines = (await countedLines(tx, range, size, on)).map((line) => ({
    ...line,
    late: lateIn.get(line.code)?.length ?? 0,
  }));
  const cards = await proposedCards(tx, range, open, today);
  const listed = next
    .filter(({ due, late }) => (asked.term === undefined || due?.term === asked.term) && (!asked.late || late > 0))
    .sort((a, b) => (a.due?.dueOn ?? 99_999_999) - (b.due?.dueOn ?? 99_999_999))
    .slice(0, SHOWN);
  const places = [...listed.map(({ problem }) => problem), ...cards.slice(0, SHOWN).map(({ problem }) => problem)];
  const names = await namesOf(tx, [...lines.map(({ code }) => code), ...places.map(({ placeCode }) => placeCode)]);
  const nameOf = (code: number) => names.get(code) ?? '';
  return {
    asOf: on,
    area: { code: area.code, name: area.name, level: area.level },
    total: sumCounts(lines),
    rows: lines.map((line) => ({ ...line, name: line.code === area.code ? `${area.name}本级` : nameOf(line.code) })),
    terms: Object.fromEntries(
      TERMS.map((term) => [term, next.filter(({ due }) => due?.term === term).length]),
    ) as Record<Term, number>,
    open: listed.map(({ problem, due, late }) => ({
      ...{ number: problem.number, unit: problem.unit, state: problem.state, daysLate: late },
      ...{ regionName: nameOf(problem.placeCode), rectifyBy: formatDate(problem.rectifyBy) },
      ...(due ? { term: due.term, dueOn: formatDate(due.dueOn) } : {}),
    })),
    cards: cards.slice(0, SHOWN).map(({ problem, ...card }) => ({
      ...card,
      ...{ number: problem.number, unit: problem.unit, regionName: nameOf(problem.placeCode) },
    })),
    settings: await rectificationSettings.shown(tx, area.code, on),
  };
}
