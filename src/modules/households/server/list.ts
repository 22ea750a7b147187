// The list of households: a page by keyset, filtered and sorted. The page is found first, on as few columns as the filters
// need; what is shown beside them is read for its rows only.

import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { type Places, placesBy } from '../../../platform/server/lists/place.ts';
import { type AreaAsked, areaAsked, isAtMost } from '../../regions/server/index.ts';
import type { householdFilters } from '../domain/contract.ts';
import { computeIncome } from '../domain/income.ts';
import type { category, householdRow, kind } from '../domain/shapes.ts';
import { withoutNulls } from './rows.ts';
import { findHouseholds } from './search/search.ts';
import '../domain/problems.ts';

export type Filters = z.output<typeof householdFilters>;
export type HouseholdRow = z.output<typeof householdRow>;
type Sort = NonNullable<Filters['sort']>;

/** What stands for an unknown income in a cursor: the last in both directions. */
const UNKNOWN_FEN = 1e17;

type Selection = { area: AreaAsked; conditions: RawBuilder<unknown>[]; cheap: boolean };

function categoryCondition(wanted: NonNullable<Filters['category']>): RawBuilder<unknown> {
  if (wanted === 'any') return sql`h.monitoring_category is not null`;
  if (wanted === 'none') return sql`h.monitoring_category is null`;
  return sql`h.monitoring_category = ${wanted}`;
}

async function select(tx: Tx, keys: Keys, filters: Filters): Promise<Selection> {
  const area = await areaAsked(tx, filters.area);
  const conditions = [sql`h.valid_to is null`, sql`h.village_code between ${area.low} and ${area.high}`];
  const {
    kind: wantedKind,
    category: wantedCategory,
    dibao,
    openIssue,
    membersFrom,
    membersTo,
    incomeFrom,
    incomeTo,
  } = filters;
  if (filters.text) {
    const found = await findHouseholds(tx, keys, filters.text, area);
    conditions.push(sql`(h.county_code, h.id) in (select * from unnest(
      ${found.map(({ countyCode }) => countyCode)}::int[], ${found.map(({ householdId }) => householdId)}::bigint[]))`);
  }
  if (wantedKind) conditions.push(sql`h.kind = ${wantedKind}`);
  if (wantedCategory) conditions.push(categoryCondition(wantedCategory));
  if (membersFrom !== undefined) conditions.push(sql`h.member_count >= ${membersFrom}`);
  if (membersTo !== undefined) conditions.push(sql`h.member_count <= ${membersTo}`);
  if (incomeFrom !== undefined) conditions.push(sql`h.net_per_capita_fen >= ${incomeFrom * 100}`);
  if (incomeTo !== undefined) conditions.push(sql`h.net_per_capita_fen <= ${incomeTo * 100}`);
  if (dibao !== undefined)
    conditions.push(sql`${dibao ? sql`` : sql`not`} exists (select from persons p
      where p.county_code = h.county_code and p.household_id = h.id and p.dibao and p.valid_to is null)`);
  if (openIssue !== undefined)
    conditions.push(sql`${openIssue ? sql`` : sql`not`} exists (select from data_issues d
      where d.county_code = h.county_code and d.household_id = h.id and d.state = 'open')`);
  const byIncome =
    incomeFrom !== undefined || incomeTo !== undefined || filters.sort?.endsWith('netPerCapita') === true;
  const cheap = !byIncome && dibao === undefined && openIssue === undefined;
  return { area, conditions, cheap };
}

type Order = { value: RawBuilder<unknown>; descending: boolean; by?: 'income' | 'number' };

type Place = [value: number | string, id: number, total: number | null];

const PLACES = {
  place: placesBy('int8', 'int8', 'total'),
  income: placesBy('amount', 'int8', 'total'),
  number: placesBy('text', 'int8', 'total'),
} as const;

/** Sorting by anything but place reads the whole area, so that has to be one county at most. */
function orderOf(sort: Sort | undefined, area: AreaAsked): Order {
  if (!sort) return { value: sql`h.village_code`, descending: false };
  const descending = sort.startsWith('-');
  if (sort.endsWith('number')) return { value: sql`h.number`, descending, by: 'number' };
  if (!isAtMost(area, 'county')) throw new Problem('households.sort-too-wide');
  if (sort.endsWith('memberCount')) return { value: sql`h.member_count`, descending };
  return { value: sql`h.net_per_capita_fen`, descending, by: 'income' };
}

function after(order: Order, place: Place | undefined): RawBuilder<unknown> {
  if (!place) return sql`true`;
  return sql`(${order.value}, h.id) ${order.descending ? sql`<` : sql`>`} (${place[0]}, ${place[1]})`;
}

type Found = { countyCode: number; id: number; place: number | string };

/** The rows after `place`, one more than `limit` when there is a next page. */
async function findPage(tx: Tx, selection: Selection, order: Order, place: Place | undefined, limit: number) {
  const { area, conditions } = selection;
  if (order.by === 'income') return findByIncome(tx, selection, order, place, limit + 1);
  if (order.by === 'number' && isAtMost(area, 'county')) return findByNumber(tx, conditions, order, place, limit + 1);
  return findAfter(tx, conditions, order, place, limit + 1);
}

async function findAfter(
  tx: Tx,
  conditions: RawBuilder<unknown>[],
  order: Order,
  place: Place | undefined,
  count: number,
) {
  const direction = order.descending ? sql`desc` : sql`asc`;
  return tx.rows(sql<Found>`
    select h.county_code, h.id, ${order.value} as place from households h
    where ${sql.join(conditions, sql` and `)} and ${after(order, place)}
    order by ${order.value} ${direction}, h.id ${direction} limit ${count}`);
}

/** The area's households are read first and sorted then: the planner would go through the whole region's numbers instead. */
async function findByNumber(
  tx: Tx,
  conditions: RawBuilder<unknown>[],
  order: Order,
  place: Place | undefined,
  count: number,
) {
  const direction = order.descending ? sql`desc` : sql`asc`;
  return tx.rows(sql<Found>`
    with area as materialized (select h.county_code, h.id, h.number as place from households h
      where ${sql.join(conditions, sql` and `)} and ${after(order, place)})
    select county_code, id, place from area order by place ${direction}, id ${direction} limit ${count}`);
}

/** Households of known income in their order, then the others. */
async function findByIncome(
  tx: Tx,
  { area, conditions }: Selection,
  order: Order,
  place: Place | undefined,
  count: number,
) {
  const last = order.descending ? -UNKNOWN_FEN : UNKNOWN_FEN;
  const isPast = place?.[0] === last;
  const known = isPast ? [] : await findKnownIncomes(tx, { area, conditions }, order, place, count);
  if (known.length === count) return known;
  const unknown = [...conditions, sql`h.net_per_capita_fen is null`];
  const byId: Order = { value: sql`${sql.lit(last)}::float8`, descending: order.descending };
  return [...known, ...(await findAfter(tx, unknown, byId, isPast ? place : undefined, count - known.length))];
}

/**
 * An index holds a county's incomes in order. The planner takes county and villages for independent of each other, expects
 * next to no rows and would sort a whole county instead. What is smaller is sorted.
 */
async function findKnownIncomes(
  tx: Tx,
  { area, conditions }: Omit<Selection, 'cheap'>,
  order: Order,
  place: Place | undefined,
  count: number,
) {
  const known = [...conditions, sql`h.net_per_capita_fen is not null`];
  if (isAtMost(area, 'township')) return findAfter(tx, known, order, place, count);
  const [, found] = await Promise.all([
    tx.script('set local enable_sort = off'),
    findAfter(tx, [...known, sql`h.county_code = ${countyOf(area.low)}`], order, place, count),
    tx.script('set local enable_sort to default'),
  ]);
  return found;
}

/** Where counting is cheap: a township with any filter, a county with filters on the household itself. */
function isCountable({ area, cheap }: Selection, { text }: Filters): boolean {
  return text !== undefined || isAtMost(area, cheap ? 'county' : 'township');
}

async function countAll(tx: Tx, { conditions }: Selection): Promise<number> {
  const row = await tx.first(sql<{ n: number }>`
    select count(*)::int as n from households h where ${sql.join(conditions, sql` and `)}`);
  return row?.n ?? 0;
}

type ShownRow = {
  countyCode: number;
  id: number;
  number: string;
  villageCode: number;
  villageName: string | null;
  townshipName: string | null;
  countyName: string | null;
  headName: string;
  memberCount: number;
  kind: z.output<typeof kind>;
  monitoringCategory: z.output<typeof category> | null;
  riskCleared: boolean | null;
  dibao: boolean;
  incomeYear: number | null;
  wageFen: number | null;
  businessFen: number | null;
  propertyFen: number | null;
  transferFen: number | null;
  businessCostFen: number | null;
  openIssues: number;
};

function shownRow(row: ShownRow): HouseholdRow {
  const {
    wageFen,
    businessFen,
    propertyFen,
    transferFen,
    businessCostFen,
    villageName,
    townshipName,
    countyName,
    ...rest
  } = row;
  const income =
    wageFen === null
      ? undefined
      : computeIncome(
          {
            wageFen,
            businessFen: businessFen ?? 0,
            propertyFen: propertyFen ?? 0,
            transferFen: transferFen ?? 0,
            businessCostFen: businessCostFen ?? 0,
            claimFen: 0,
            selfPaidFen: 0,
          },
          row.memberCount,
        );
  return {
    ...withoutNulls(rest),
    villageName: villageName ?? '',
    townshipName: townshipName ?? '',
    countyName: countyName ?? '',
    ...(income?.netPerCapitaFen === undefined ? {} : { netPerCapitaFen: income.netPerCapitaFen }),
  };
}

/** The rows of the list for households found, in their order. */
async function readRows(tx: Tx, found: Found[]): Promise<HouseholdRow[]> {
  const rows = await tx.kept.rows(sql<ShownRow>`
    select h.county_code, h.id, h.number, h.village_code, v.name as village_name, t.name as township_name,
      n.name as county_name, h.head_name,
      h.member_count, h.kind, h.monitoring_category, h.risk_cleared, h.income_year,
      i.wage_fen, i.business_fen, i.property_fen, i.transfer_fen, i.business_cost_fen,
      exists (select from persons p where p.county_code = h.county_code and p.household_id = h.id and p.dibao
        and p.valid_to is null) as dibao,
      (select count(*)::int from data_issues d where d.county_code = h.county_code and d.household_id = h.id
        and d.state = 'open') as open_issues
    from unnest(${found.map((row) => row.countyCode)}::int[], ${found.map((row) => row.id)}::bigint[])
      with ordinality as f (county_code, id, n)
    join households h on h.county_code = f.county_code and h.id = f.id
    left join household_incomes i on i.county_code = h.county_code and i.household_id = h.id and i.year = h.income_year
    left join regions v on v.code = h.village_code
    left join regions t on t.code = v.parent_code
    left join regions n on n.code = t.parent_code
    order by f.n`);
  return rows.map(shownRow);
}

/** Exact or not at all; later pages take the number of the first from their cursor. */
async function totalOf(tx: Tx, selection: Selection, filters: Filters, place: Place | undefined) {
  return place || !isCountable(selection, filters) ? undefined : countAll(tx, selection);
}

type Page = { items: HouseholdRow[]; total?: number; next?: string };

/** Throws `households.sort-too-wide`, `households.tail-too-wide`, `lists.bad-cursor`. */
export async function listHouseholds(
  tx: Tx,
  keys: Keys,
  filters: Filters & { cursor?: string | undefined; limit: number },
): Promise<Page> {
  const { limit } = filters;
  const selection = await select(tx, keys, filters);
  const order = orderOf(filters.sort, selection.area);
  const places = PLACES[order.by ?? 'place'] as Places<Place>;
  const place = places.read(filters.cursor);
  const found = await findPage(tx, selection, order, place, limit);
  const shown = found.slice(0, limit);
  const isWhole = !place && found.length <= limit;
  const [items, total] = await Promise.all([
    readRows(tx, shown),
    isWhole ? found.length : (place?.[2] ?? totalOf(tx, selection, filters, place)),
  ]);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items,
    ...(total === undefined ? {} : { total }),
    ...(last ? { next: places.write([last.place, last.id, total ?? null]) } : {}),
  };
}

const PART = 2000;

/** Every row that the filters let through, in parts; throws `households.too-many-to-export` beyond `limit`. */
export async function* everyHousehold(tx: Tx, keys: Keys, filters: Filters, limit: number) {
  const selection = await select(tx, keys, filters);
  const order = orderOf(filters.sort, selection.area);
  let place: Place | undefined;
  for (let done = 0; ; ) {
    const found = await findPage(tx, selection, order, place, PART);
    const shown = found.slice(0, PART);
    done += shown.length;
    if (done > limit) throw new Problem('households.too-many-to-export', { limit });
    yield await readRows(tx, shown);
    const last = shown.at(-1);
    if (found.length <= PART || !last) return;
    place = [last.place, last.id, null];
  }
}
