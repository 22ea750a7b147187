// What an area earned in a year: by the regions below it, in tenths, in steps of yuan, who fell and why. One reading of the rows.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import type { Cause } from '../domain/looks.ts';
import { type Closing, readClosings } from './closings.ts';
import { byCounty, earnedSql, FELL } from './income-sql.ts';
import { incomeSettings } from './settings.ts';
import { incomeYears, settingByCounty } from './years.ts';

/** Upper ends of the steps of income a head, in fen; one more above the last. */
const STEPS = [0, 500_000, 700_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000];

type Sums = {
  lifted: number;
  households: number;
  members: number;
  wage: number;
  business: number;
  property: number;
  transfer: number;
  cost: number;
  netFen: number;
  lastMembers: number;
  lastNetFen: number;
  fell: number;
};
type Group = Sums & { code: number };
type Read = {
  groups: Group[] | null;
  deciles: { households: number; netFen: number; members: number }[] | null;
  bins: { step: number; households: number }[] | null;
  causes: { cause: Cause; households: number; lostFen: number }[] | null;
};

const ZERO: Sums = {
  ...{ lifted: 0, households: 0, members: 0, wage: 0, business: 0, property: 0, transfer: 0, cost: 0 },
  ...{ netFen: 0, lastMembers: 0, lastNetFen: 0, fell: 0 },
};

/** As `jsonb` of many rows: one statement reads the households once for all answers. */
const rowsOf = (select: ReturnType<typeof sql>) => sql`(select jsonb_agg(to_jsonb(r)) from (${select}) r)`;

async function readAll(tx: Tx, asked: Parameters<typeof earnedSql>[0], size: number, shares: Map<number, number>) {
  return tx.first(sql<Read>`
    with ${earnedSql(asked)},
    judged as materialized (select e.*, coalesce(${FELL(sql`s.value`)}, false) as fell
      from earned e left join ${byCounty(shares)} on s.county_code = e.county_code)
    select ${rowsOf(sql`
      select village_code / ${size}::bigint * ${size}::bigint as code, count(*) as lifted, count(members) as households,
        coalesce(sum(members), 0) as members, coalesce(sum(wage), 0) as wage, coalesce(sum(business), 0) as business,
        coalesce(sum(property), 0) as property, coalesce(sum(transfer), 0) as transfer, coalesce(sum(cost), 0) as cost,
        coalesce(sum(net), 0) as "netFen", coalesce(sum(last_members), 0) as "lastMembers", coalesce(sum(last_net), 0) as "lastNetFen",
        count(*) filter (where fell) as fell
      from judged group by 1 order by 1 limit 3000`)} as groups,
    ${rowsOf(sql`
      select count(*) as households, sum(net) as "netFen", sum(members) as members
      from (select net, members, ntile(10) over (order by head, number) as tenth from judged where members is not null) t
      group by tenth order by tenth`)} as deciles,
    ${rowsOf(sql`
      select width_bucket(head, ${STEPS}::bigint[]) as step, count(*) as households
      from judged where members is not null group by 1 order by 1`)} as bins,
    ${rowsOf(sql`
      select cause, count(*) as households, sum((last_head - head) * members) as "lostFen" from judged where fell group by 1 order by 2 desc`)} as causes`);
}

function added(groups: readonly Group[]): Sums {
  const sums = { ...ZERO };
  for (const group of groups) for (const key of Object.keys(ZERO) as (keyof Sums)[]) sums[key] += group[key];
  return sums;
}

/** The region's place among the provinces of the year's table, by amount; nothing while the table lacks rows. */
async function readRank(tx: Tx, year: number, { netFen, members }: Sums) {
  const row = await tx.first(sql<{ of: number; expected: number | null; above: number }>`
    select count(*)::int as of, max(expected_rows)::int as expected,
      (count(*) filter (where province_code <> '150000' and value * 100 * ${members}::bigint > ${netFen}::bigint))::int as above
    from external_tables where table_name = 'lifted-income' and year = ${year} and not voided`);
  if (!row || row.of === 0 || members === 0 || row.of < (row.expected ?? 0)) return undefined;
  return { rank: row.above + 1, of: row.of };
}

function withClosing<Row extends Group & { name: string }>(row: Row, closings: Map<number, Closing>) {
  const closing = closings.get(row.code);
  return closing ? { ...row, closing } : row;
}

type OverviewAsked = { area?: number | undefined; year?: number | undefined };

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readOverview(tx: Tx, asked: OverviewAsked, today: PlainDate) {
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, asked.area);
  const years = await incomeYears(tx, range, today);
  const year = asked.year ?? years[0] ?? 0;
  const shares = await settingByCounty(tx, range, 'fell.share', today);
  const read = await readAll(tx, { range, year }, sizeBelow(area.level), shares);
  const groups = read?.groups ?? [];
  const total = added(groups);
  const codes = groups.map(({ code }) => code);
  const [names, closings] = [await namesOf(tx, codes), await readClosings(tx, range, year)];
  const counted = new Map(read?.bins?.map(({ step, households }) => [step, households]));
  const rank = area.level === 'autonomous-region' ? await readRank(tx, year, total) : undefined;
  return {
    area: { code: area.code, name: area.name, level: area.level },
    ...{ asOf: formatDate(today), year, years: [...new Set([...years, year])].sort((a, b) => b - a) },
    total: withClosing({ ...total, code: area.code, name: area.name }, closings),
    rows: groups.map((group) => withClosing({ ...group, name: names.get(group.code) ?? '' }, closings)),
    deciles: read?.deciles ?? [],
    bins: [...STEPS, undefined].map((toFen, step) => ({
      ...(step === 0 ? {} : { fromFen: STEPS[step - 1] }),
      ...(toFen === undefined ? {} : { toFen }),
      households: counted.get(step) ?? 0,
    })),
    causes: read?.causes ?? [],
    ...(rank ? { rank } : {}),
    settings: await incomeSettings.shown(tx, area.code, formatDate(today)),
  };
}
