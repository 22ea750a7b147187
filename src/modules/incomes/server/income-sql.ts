// The pieces of SQL that all answers about incomes share: who was lifted at the end of a year, and what each household earned in it.
// The same population as the figure income.per_capita has (data contract §6): spells first, the registry where there are none.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';

export type IncomesAsked = { range: RegionRange; year: number };
type Sql = RawBuilder<unknown>;

/** county_code, id, number, village_code, head_name, member_count of households that were lifted on the last day of the year. */
function liftedSql({ range: { low, high }, year }: IncomesAsked): Sql {
  const day = sql`make_date(${year}::int, 12, 31)`;
  return sql`select h.county_code, h.id, h.number, h.village_code, h.head_name, h.member_count
    from households h left join (
      select s.household_number, bool_or(s.started_on <= ${day} and (s.ended_on is null or s.ended_on > ${day})) as is_lifted
      from household_statuses s where s.status = 'lifted' and not s.voided and s.place_code between ${low} and ${high} group by 1) s on s.household_number = h.number
    where h.village_code between ${low} and ${high}
      and coalesce(s.is_lifted, h.kind = 'lifted' and (h.valid_to is null or h.valid_to > ${day}))`;
}

/** Incomes of a year of the households in `lifted`: a row of 家庭收支 wins over the registry's, whose members are those of today. */
function incomesSql(year: Sql): Sql {
  return sql`select i.household_number as number, i.year_end_members as members, i.wage_income_fen as wage, i.business_income_fen as business,
      i.property_income_fen as property, i.transfer_income_fen as transfer, i.business_cost_fen as cost, g.previous_net_fen as previous_fen
    from household_income_records i join lifted h on h.number = i.household_number
      left join household_incomes g on g.county_code = h.county_code and g.household_id = h.id and g.year = ${year}
    where not i.voided and i.income_year = ${year}
    union all
    select h.number, h.member_count, i.wage_fen, i.business_fen, i.property_fen, i.transfer_fen, i.business_cost_fen, i.previous_net_fen
    from lifted h join household_incomes i on i.county_code = h.county_code and i.household_id = h.id and i.year = ${year}
    where h.member_count > 0 and not exists (select from household_income_records w
      where w.household_number = h.number and w.income_year = ${year} and not w.voided)`;
}

const NET = (alias: string) =>
  sql.raw(`(${alias}.wage + ${alias}.business + ${alias}.property + ${alias}.transfer - ${alias}.cost)`);

/** Which part an income lost most in; of the last year, or of nothing where its parts are not known. */
const CAUSE = sql`case when p.number is null then 'unknown' else
  case greatest(p.wage - i.wage, p.business - i.business, p.property - i.property, p.transfer - i.transfer, i.cost - p.cost)
    when p.wage - i.wage then 'wage' when p.business - i.business then 'business' when p.property - i.property then 'property'
    when p.transfer - i.transfer then 'transfer' else 'cost' end end`;

/**
 * `lifted` and `earned`, for `with …`: households lifted at the end of the year, with the parts and net of it where they have a row,
 * fen a head in it and in the year before (of the registry's 上年纯收入 where that has no row), and the cause of a fall.
 */
export function earnedSql(asked: IncomesAsked): Sql {
  const { year } = asked;
  return sql`lifted as materialized (${liftedSql(asked)}),
    this_year as materialized (${incomesSql(sql`${year}::int`)}),
    last_year as materialized (${incomesSql(sql`${year - 1}::int`)}),
    earned as materialized (
      select h.county_code, h.id, h.number, h.village_code, h.head_name, i.members, i.wage, i.business, i.property, i.transfer, i.cost,
        ${NET('i')} as net, (${NET('i')}::numeric / i.members)::bigint as head,
        coalesce(p.members, case when i.previous_fen is not null then i.members end) as last_members, coalesce(${NET('p')}, i.previous_fen) as last_net,
        case when p.members is not null then (${NET('p')}::numeric / p.members)::bigint
          when i.previous_fen is not null then (i.previous_fen::numeric / i.members)::bigint end as last_head,
        ${CAUSE} as cause
      from lifted h left join this_year i on i.number = h.number left join last_year p on p.number = h.number)`;
}

/** That the income a head of `earned e` fell by the share or more, in ten-thousandths by county. */
export const FELL = (share: Sql): Sql =>
  sql`(e.last_head > 0 and (e.last_head - e.head) * 10000 >= ${share} * e.last_head)`;

/** Rows `(county_code, value)` of a setting, for every county. */
export function byCounty(values: ReadonlyMap<number, number>): Sql {
  const rows = [...values].map(([county_code, value]) => ({ county_code, value }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(county_code int, value bigint)`;
}

/**
 * number and fen of rows `o` of a register of persons by their household in `lifted`: rows name the household, or only the person.
 */
function ofPersons(table: string, fen: Sql, where: Sql): Sql {
  const rows = sql.table(table);
  return sql`select h.number, ${fen} as fen from ${rows} o join lifted h on h.number = o.household_number where not o.voided and ${where}
    union all
    select h.number, ${fen} from ${rows} o join persons m on m.county_code = o.county_code and m.id = o.person_id
      join lifted h on h.county_code = m.county_code and h.id = m.household_id
    where o.household_number is null and not o.voided and ${where}`;
}

/** number and fen of wages that jobs of the year come to, month by month as far as they lasted; this and the two below need `lifted`. */
export function wagesSql(year: number): Sql {
  const [from, to] = [sql`make_date(${year}::int, 1, 1)`, sql`make_date(${year}::int, 12, 31)`];
  const days = sql`(least(coalesce(o.left_on, ${to}), ${to}) - greatest(o.started_on, ${from}) + 1)`;
  const inYear = sql`o.monthly_income_fen is not null and o.started_on <= ${to} and coalesce(o.left_on, ${to}) >= ${from}`;
  return sql`select number, sum(fen)::bigint as fen
    from (${ofPersons('employment_spells', sql`round(o.monthly_income_fen * 12.0 * ${days} / 365)`, inYear)}) g group by 1`;
}

/** The same of dibao, by the rosters of the year's months. */
export function dibaoSql(year: number): Sql {
  return sql`select h.number, sum(r.monthly_fen)::bigint as fen
    from feed_dibao_roster r join lifted h on h.county_code = r.county_code and h.id = r.household_id
    where r.month between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31) and r.monthly_fen is not null group by 1`;
}

/** The same of what firms and assets shared out: once, whether it was kept as paid out or as distributed. */
export function sharesSql(year: number): Sql {
  const shared = sql`o.payout_kind in ('linkage', 'dividend') and extract(year from o.paid_on) = ${year}::int`;
  return sql`select number, sum(fen)::bigint as fen from (${ofPersons('household_payouts', sql`o.amount_fen`, shared)}
      union all
      select d.recipient, d.amount_fen from asset_distributions d join lifted h on h.number = d.recipient
      where not d.voided and d.purpose = 'dividend' and d.distribution_year = ${year}::int and not exists (
        select from household_payouts o where o.asset_number = d.asset_number and o.household_number = d.recipient and not o.voided)) g
    group by 1`;
}
