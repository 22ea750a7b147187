// Which households are being helped, and what is missing in their help: the rules of domain/gaps.ts as conditions, so that a
// whole county is looked through in one statement. The words come from the domain, for the rows of a page.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Question } from '../../cases/domain/survey.ts';
import type { Risk } from '../../cases/domain/words.ts';
import { CASE_COLUMNS, CASE_JOINS, type CaseOfHousehold } from '../../cases/server/index.ts';
import { householdText } from '../../households/server/index.ts';
import type { Danger } from '../../process/domain/words.ts';
import { GAP_KINDS, type GapKind, missingPairs } from '../domain/gaps.ts';
import { DEVELOPING, type Demand, type MeasureClass, type MeasureState } from '../domain/measures.ts';
import type { GapFilter } from '../domain/measures-contract.ts';
import '../domain/problems.ts';
import { NO_DAY, type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { HELPED } from '../../cases/server/index.ts';
import { ABLE_LABOUR } from '../../households/domain/labour.ts';
import { fullyHelped, uncovered } from './coverage.ts';
import { loadTerms, type Terms, termsTable } from './help-terms.ts';

export const HAS_LABOUR = sql`(not c.no_labour and exists (select from persons p where p.county_code = c.county_code
  and p.household_id = c.household_id and p.valid_to is null and p.labour = any(${[...ABLE_LABOUR]}::text[])))`;

export type HelpedRow = CaseOfHousehold & { danger: Danger | null };

const day = (value: PlainDate) => sql`${formatDate(value)}::date`;

/** Every case that is helped with what stands in its plan. */
function helpedWithMeasures({ low, high }: RegionRange, terms: Terms): RawBuilder<unknown> {
  return sql`
    select c.*, m.classes, m.measure_count, m.late_count, terms.measure_over, terms.developing_over
    from cases c
    left join ${termsTable(terms)} on terms.template_id = c.template_id
    cross join lateral (
      select coalesce(array_agg(m.class), '{}') as classes, count(*)::int as measure_count,
        (count(*) filter (where m.state <> 'done' and m.due_on < ${day(terms.today)}))::int as late_count
      from case_measures m where m.county_code = c.county_code and m.case_id = c.id and m.state <> 'cancelled') m
    where c.village_code between ${low} and ${high} and ${HELPED}`;
}

function gapCondition(kind: GapKind): RawBuilder<unknown> {
  switch (kind) {
    case 'none':
      return sql`(c.measure_count = 0 and c.decided_on <= c.measure_over)`;
    case 'risk':
      return uncovered();
    case 'developing':
      return sql`(c.decided_on <= c.developing_over and not c.classes && ${[...DEVELOPING]}::text[] and ${HAS_LABOUR})`;
    case 'late':
      return sql`c.late_count > 0`;
  }
}

type Case = { countyCode: number; id: number };
type MeasureFactRow = {
  caseId: number;
  class: MeasureClass;
  answers: Demand | null;
  state: MeasureState;
  dueOn: string;
};

/** Measures of several cases as the rules see them. */
async function measureFacts(tx: Tx, cases: readonly Case[]) {
  const rows = await tx.rows(sql<MeasureFactRow>`
    select m.case_id, m.class, m.answers, m.state, m.due_on from case_measures m
    join unnest(${cases.map(({ countyCode }) => countyCode)}::int[], ${cases.map(({ id }) => id)}::bigint[]) k (county_code, id)
      on m.county_code = k.county_code and m.case_id = k.id`);
  const facts = rows.map(({ answers, dueOn, ...row }) => ({
    ...row,
    dueOn: parseDate(dueOn),
    ...(answers ? { answers } : {}),
  }));
  return Map.groupBy(facts, ({ caseId }) => caseId);
}

type GapRow = HelpedRow & {
  decidedOn: string | null;
  templateId: number;
  measureCount: number;
  risks: Risk[];
  shortcomings: Question[];
  hasLabour: boolean;
  total: number;
};

type Asked = { range: RegionRange; today: PlainDate };

/** Longest decided first; on the emergency path, undecided, last. */
const PLACE = sql.raw(`coalesce(c.decided_on, date '${NO_DAY}')`);
const places = placesBy('day', 'int8');

function readCursor(cursor: string | undefined): RawBuilder<unknown> {
  const at = places.read(cursor);
  return at ? sql`where (${PLACE}, c.id) > (${at[0]}::date, ${at[1]}::bigint)` : sql``;
}

function gapWhere(tx: Tx, { kind, danger, text }: Omit<GapFilter, 'area'>): RawBuilder<unknown> {
  const kinds = sql.join((kind ? [kind] : GAP_KINDS).map(gapCondition), sql` or `);
  const parts = [
    sql`(${kinds})`,
    ...(danger ? [sql`c.danger = ${danger}`] : []),
    ...(text ? [householdText(tx, text)] : []),
  ];
  return sql.join(parts, sql` and `);
}

export async function listGaps(tx: Tx, { range, today }: Asked, filter: Omit<GapFilter, 'area'>, page: Page) {
  const terms = await loadTerms(tx, today);
  const rows = await tx.rows(sql<GapRow>`
    with helped as (${helpedWithMeasures(range, terms)}),
    found as materialized (
      select c.* from helped c join households h on h.county_code = c.county_code and h.id = c.household_id
      where ${gapWhere(tx, filter)})
    select ${CASE_COLUMNS}, c.danger, c.decided_on, c.template_id, c.measure_count, c.risks, c.shortcomings,
      ${HAS_LABOUR} as has_labour, (select count(*)::int from found) as total
    from found c ${CASE_JOINS} ${readCursor(page.cursor)} order by ${PLACE}, c.id limit ${page.limit + 1}`);
  const { shown, ...next } = places.page(rows, page.limit, ({ decidedOn, id }) => [decidedOn ?? NO_DAY, id]);
  const facts = await measureFacts(tx, shown);
  return {
    items: shown.map((row) => presentGaps(row, facts.get(row.id) ?? [], terms)),
    total: rows[0]?.total ?? 0,
    ...next,
  };
}

type Facts = Parameters<typeof missingPairs>[0]['measures'];

function presentGaps(row: GapRow, measures: Facts, terms: Terms) {
  const { decidedOn, danger, templateId, risks, shortcomings, hasLabour, total: _total, ...item } = row;
  const gaps = missingPairs({
    risks,
    shortcomings,
    hasLabour,
    measures,
    decidedOn: decidedOn === null ? undefined : parseDate(decidedOn),
    today: terms.today,
    template: terms.of(templateId),
    calendar: terms.calendar,
  });
  return { ...item, gaps, ...(danger ? { danger } : {}), ...(decidedOn ? { decidedOn } : {}) };
}

type HelpCounts = Record<GapKind, number> & { helped: number; fullyHelped: number };

/** Households being helped, those with every risk answered (应帮尽帮), and those of each gap. */
export async function countHelp(tx: Tx, range: RegionRange, terms: Terms): Promise<HelpCounts> {
  const kinds = GAP_KINDS.map((kind) => sql`(count(*) filter (where ${gapCondition(kind)}))::int as ${sql.ref(kind)}`);
  const counts = await tx.first(sql<HelpCounts>`
    with helped as (${helpedWithMeasures(range, terms)})
    select count(*)::int as helped, (count(*) filter (where ${fullyHelped()}))::int as fully_helped,
      ${sql.join(kinds)} from helped c`);
  return counts ?? { helped: 0, fullyHelped: 0, none: 0, risk: 0, developing: 0, late: 0 };
}
