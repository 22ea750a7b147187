// Incomes of households. A register row of a year wins over the registry's; the registry knows the members of today.

import { sql } from 'kysely';
import { wordsNaming } from '../../domain/definitions/index.ts';
import { isLiftedOn, statusesOf } from '../households-on.ts';
import { collectionClosedOn } from '../income-year.ts';
import { registerCells, registryCells, rowColumns } from '../read-registers.ts';
import { type Condition, dateOf, type FigureSource, type Part, type Reading, total } from '../reading.ts';
import { knownHouseholds, knownRegistryIncomes } from '../registry-known.ts';

const NET = sql`(i.wage_income_fen + i.business_income_fen + i.property_income_fen + i.transfer_income_fen - i.business_cost_fen)`;
const REGISTRY_NET = sql`(i.wage_fen + i.business_fen + i.property_fen + i.transfer_fen - i.business_cost_fen)`;

const PER_CAPITA_WORDS = wordsNaming('income.per_capita');

/** Whether any household has an income recorded for the year. */
export function hasIncomes(r: Reading, year: number): Condition {
  return sql`(${r.has('household-incomes', sql`t.income_year = ${year}`)}
    or exists (select from ${knownRegistryIncomes(r)} t where t.year = ${year}))`;
}

/**
 * Incomes of a year in the area: household_number, net_fen, members, and the columns of a figure's row, whose amount is `amount` (over
 * net_fen or members). To stand behind `from`.
 */
export function incomesOf(r: Reading, year: number, amount: 'net_fen' | 'members'): Condition {
  const cells = (net: Condition, members: Condition) => (amount === 'net_fen' ? net : members);
  return sql`(select i.household_number, ${NET} as net_fen, i.year_end_members as members,
      ${registerCells('household-incomes', 'i', { object: sql`i.household_number`, amount: cells(NET, sql`i.year_end_members`) })}
    from ${r.valid('household-incomes')} i where i.income_year = ${year} and ${r.within('i.place_code')}
    union all
    select h.number, ${REGISTRY_NET}, h.member_count,
      ${registryCells('households', 'h', { object: sql`h.number`, amount: cells(REGISTRY_NET, sql`h.member_count`) })}
    from ${knownRegistryIncomes(r)} i join ${knownHouseholds(r)} h on h.county_code = i.county_code and h.id = i.household_id
    where i.year = ${year} and ${r.within('h.village_code')} and not exists (
      select from ${r.valid('household-incomes')} w where w.household_number = h.number and w.income_year = ${year}))`;
}

/** Incomes `i` of the year of households that were lifted at its end: a select of `what` over them. */
function ofLifted(r: Reading, year: number, amount: 'net_fen' | 'members', what: Condition): Condition {
  return sql`with incomes as materialized (select i.* from ${incomesOf(r, year, amount)} i)
    select ${what} from incomes i
    join ${statusesOf(r, sql`h.number in (select n.household_number from incomes n)`)} s on s.number = i.household_number
    where ${isLiftedOn('s', dateOf(`${year}-12-31`))}`;
}

const lifted = (r: Reading, year: number, amount: 'net_fen' | 'members', part: Part['part']): Part =>
  total(ofLifted(r, year, amount, rowColumns('i')), part, { objectIn: 'row' });

const perCapita: FigureSource = (r) => {
  const year = r.incomeYear ?? 0;
  return {
    needs: [hasIncomes(r, year)],
    parts: [lifted(r, year, 'net_fen', '分子'), lifted(r, year, 'members', '分母')],
  };
};

/** What was published of the year before, where the base is that: yuan a head, of the area itself. */
function publishedBefore(r: Reading, year: number): { has: Condition; parts: Part[] } {
  const closed = (of: number) => collectionClosedOn(r, sql`${of}::int`);
  const row = sql`(select p.* from ${r.valid('published-figures')} p where p.figure = any(${PER_CAPITA_WORDS}::text[]) and p.region_code = ${r.area.code}
    and p.published_value is not null and p.published_on <= ${dateOf(r.on.day)} and p.as_of >= ${closed(year - 1)} and p.as_of < ${closed(year)}
    order by p.as_of desc, p.published_on desc limit 1)`;
  const cells = (amount: Condition) =>
    sql`select ${registerCells('published-figures', 'p', { object: sql`p.figure`, amount })} from ${row} p`;
  return {
    has: sql`exists (select from ${row} p)`,
    parts: [total(cells(sql`p.published_value * 100`), '上期分子'), total(cells(sql`1`), '上期分母')],
  };
}

const growth: FigureSource = (r) => {
  const year = r.incomeYear ?? 0;
  const now = [lifted(r, year, 'net_fen', '本期分子'), lifted(r, year, 'members', '本期分母')];
  if (r.settings['income.base'] === 'published') {
    const base = publishedBefore(r, year);
    return { needs: [hasIncomes(r, year), base.has], parts: [...now, ...base.parts] };
  }
  return {
    needs: [hasIncomes(r, year), hasIncomes(r, year - 1)],
    parts: [...now, lifted(r, year - 1, 'net_fen', '上期分子'), lifted(r, year - 1, 'members', '上期分母')],
  };
};

/** Rows of the table of provinces that were published by the day, of the income year. */
const provinces = (
  r: Reading,
  where: Condition,
): Condition => sql`select ${registerCells('external-tables', 't', { object: sql`t.province_code` })}
  from ${r.valid('external-tables')} t where t.table_name = 'lifted-income' and t.year = ${r.incomeYear ?? 0}
    and t.published_on <= ${dateOf(r.on.day)} and ${where}`;

const rankOf: FigureSource = (r) => ({
  needs: [
    r.has(
      'external-tables',
      sql`t.table_name = 'lifted-income' and t.year = ${r.incomeYear ?? 0} and t.published_on <= ${dateOf(r.on.day)}`,
    ),
  ],
  parts: [total(provinces(r, sql`true`))],
});

/** Provinces with more than Inner Mongolia has by its records, and itself behind them. A table that lacks rows gives no rank. */
const rank: FigureSource = (r) => {
  const year = r.incomeYear ?? 0;
  const table = sql`(select count(*) as there, max(t.expected_rows) as expected from ${r.valid('external-tables')} t
    where t.table_name = 'lifted-income' and t.year = ${year} and t.published_on <= ${dateOf(r.on.day)})`;
  const itself = sql`select 'household-incomes' as register, ${String(year)} as key, ${r.area.code}::bigint as place, '150000' as object,
    1::numeric as amount, null::date as since, null::date as until, null::int as batch, null::int as file_no, null::int as line,
    null::int as county_code, null::bigint as record_id`;
  return {
    needs: [hasIncomes(r, year), sql`(select there > 0 and there >= expected from ${table} t)`],
    parts: [],
    prior: {
      parts: [lifted(r, year, 'net_fen', ''), lifted(r, year, 'members', '')],
      source: ([net, members]) => {
        const isAbove = sql`t.province_code <> '150000' and t.value * 100 * ${members}::numeric > ${net}::numeric`;
        return {
          needs: [sql`${members}::numeric > 0`],
          parts: [total(sql`${provinces(r, isAbove)} union all ${itself}`)],
        };
      },
    },
  };
};

export const incomeSources: Record<string, FigureSource> = {
  'income.per_capita': perCapita,
  'income.per_capita.growth': growth,
  'income.rank': rank,
  'income.rank.of': rankOf,
};
