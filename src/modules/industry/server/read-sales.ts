// Sales and consumption of a year by scope: what suppliers sold of the list, what else they sold, and what buyers took. Never added up.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { type RegionRange, sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { areaAsked, namesOf } from '../../regions/server/index.ts';
import type { SaleDoubt } from '../domain/sale-doubts.ts';

type Sql = RawBuilder<unknown>;
const MOST_DOUBTS = 100;
const MOST_YEARS = 8;

const SCOPES = [
  'listedFen',
  'unlistedFen',
  'beijingFen',
  'centralFen',
  'insideFen',
  'elsewhereFen',
  'assistedFen',
] as const;
type Scopes = Record<(typeof SCOPES)[number], number>;

/** Sales of the year with why they do not count; a month counts at its last day, as in the published figure. */
function soldSql({ low, high }: RegionRange, year: number): Sql {
  return sql`
    select t.region_code, t.sales_month, t.product_name, t.supplier, t.sales_amount_fen as fen, case
        when p.number is null then 'no-product' when p.recognised_on > m.last_day then 'not-yet'
        when p.valid_through < m.last_day or p.cancelled_on <= m.last_day then 'lapsed' end as doubt
    from product_sales t cross join lateral (select (t.sales_month + interval '1 month' - interval '1 day')::date as last_day) m
      left join assisted_products p on p.number = t.product_number and not p.voided
    where not t.voided and t.place_code between ${low} and ${high}
      and t.sales_month between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`;
}

async function yearsOf(tx: Tx, { low, high }: RegionRange, today: PlainDate): Promise<number[]> {
  const rows = await tx.rows(sql<{ year: number }>`
    select distinct extract(year from d.month)::int as year from (
      select sales_month as month from product_sales where not voided and place_code between ${low} and ${high}
      union all select month from consumption_records where not voided and place_code between ${low} and ${high}) d
    order by 1 desc limit ${MOST_YEARS}`);
  return rows.length > 0 ? rows.map(({ year }) => year) : [Number(formatDate(today).slice(0, 4))];
}

type Asked = { area?: number | undefined; year?: number | undefined };

export async function readSales(tx: Tx, asked: Asked, today: PlainDate) {
  const { low, high, level } = await areaAsked(tx, asked.area ?? tx.actor.areaCode);
  const range = { low, high };
  const years = await yearsOf(tx, range, today);
  const year = asked.year ?? years[0] ?? 0;
  const width = sizeBelow(level);
  const at = (code: Sql) => sql`(${code} / ${width}::bigint * ${width}::bigint)`;
  const rows = await tx.rows(sql<Scopes & { code: number }>`
    with sold as (select ${at(sql`s.region_code`)} as code, coalesce(sum(s.fen) filter (where s.doubt is null), 0)::bigint as listed_fen,
        coalesce(sum(s.fen) filter (where s.doubt is not null), 0)::bigint as unlisted_fen from (${soldSql(range, year)}) s group by 1),
    bought as (select ${at(sql`t.region_code`)} as code, ${BOUGHT} from consumption_records t
      where not t.voided and t.place_code between ${low} and ${high}
        and t.month between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31) group by 1)
    select code, coalesce(listed_fen, 0) as listed_fen, coalesce(unlisted_fen, 0) as unlisted_fen, coalesce(beijing_fen, 0) as beijing_fen,
      coalesce(central_fen, 0) as central_fen, coalesce(inside_fen, 0) as inside_fen, coalesce(elsewhere_fen, 0) as elsewhere_fen,
      coalesce(assisted_fen, 0) as assisted_fen
    from sold full join bought using (code) order by code limit 3000`);
  const names = await namesOf(
    tx,
    rows.map(({ code }) => code),
  );
  const total = Object.fromEntries(SCOPES.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as Scopes;
  return {
    ...{ year, years, total },
    rows: rows.map((row) => ({ ...row, name: names.get(row.code) ?? String(row.code) })),
    doubts: await doubtsOf(tx, range, year),
  };
}

const fenOf = (where: Sql) => sql`coalesce(sum(t.purchase_amount_fen) filter (where ${where}), 0)::bigint`;
const BOUGHT = sql`${fenOf(sql`t.buyer_area = 'beijing'`)} as beijing_fen, ${fenOf(sql`t.buyer_area = 'central-unit'`)} as central_fen,
  ${fenOf(sql`t.buyer_area = 'inner-mongolia'`)} as inside_fen, ${fenOf(sql`t.buyer_area = 'other'`)} as elsewhere_fen,
  ${fenOf(sql`t.product_scope = 'assisted'`)} as assisted_fen`;

async function doubtsOf(tx: Tx, range: RegionRange, year: number) {
  type Row = {
    doubt: SaleDoubt;
    month: string;
    product: string;
    supplier: string;
    regionName: string;
    amountFen: number;
  };
  return tx.rows(sql<Row>`
    select s.doubt, to_char(s.sales_month, 'YYYY-MM') as month, s.product_name as product, s.supplier, coalesce(v.name, '') as region_name,
      s.fen::bigint as amount_fen
    from (${soldSql(range, year)}) s left join regions v on v.code = s.region_code
    where s.doubt is not null order by s.fen desc, s.sales_month, s.product_name limit ${MOST_DOUBTS}`);
}
