// The ledgers of an area: by the regions below it or by department, out of one reading.

import { sql } from 'kysely';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import { type AssetKind, type LedgerLine, ledgersOf } from '../domain/ledger.ts';
import { countedSql, ownersSql, STANDING } from './standing.ts';

type LedgerAsked = {
  area?: number | undefined;
  by: 'region' | 'department';
  kind?: AssetKind | undefined;
  year?: number | undefined;
};
type Range = Awaited<ReturnType<typeof rangeAsked>>;

/** Years in which income arrived, newest first. */
async function yearsOf(tx: Tx, { low, high }: Range): Promise<number[]> {
  const rows = await tx.rows(sql<{
    year: number;
  }>`select distinct extract(year from arrived_on)::int as year from asset_incomes
    where not voided and arrived_on is not null and place_code between ${low} and ${high} order by 1 desc limit 20`);
  return rows.map(({ year }) => year);
}

type Reading = { range: Range; group: ReturnType<typeof sql>; year: number; on: string };

/** At most as many lines as there are regions of a level, or names of departments; three kinds of each. */
const MOST_LINES = 3000;

function linesOf(tx: Tx, { range, group, year, on }: Reading): Promise<LedgerLine[]> {
  const { low, high } = range;
  return tx.rows(sql<LedgerLine>`
    with owned as materialized (${ownersSql(range)}),
    income as materialized (
      select c.asset_number,
        sum(n.amount_due_fen) filter (where extract(year from n.due_on) = ${year} and n.due_on <= ${on}::date) as due,
        sum(n.amount_received_fen) filter (where extract(year from n.arrived_on) = ${year} and n.arrived_on <= ${on}::date) as received
      from asset_contracts c join asset_incomes n on n.contract_number = c.number and not n.voided
      where not c.voided and c.place_code between ${low} and ${high} group by 1),
    given as materialized (
      select d.asset_number, sum(d.amount_fen) as fen from asset_distributions d
      where not d.voided and d.distribution_year = ${year} and d.scheme_on <= ${on}::date
        and d.place_code between ${low} and ${high} group by 1),
    things as materialized (
      select a.*, ${STANDING} as standing, ${group} as in_group, coalesce(o.share, 0) = 100 as is_owned,
        coalesce(i.due, 0) as due, coalesce(i.received, 0) as received, coalesce(g.fen, 0) as given
      from assets a left join owned o on o.asset_number = a.number left join income i on i.asset_number = a.number
        left join given g on g.asset_number = a.number
      where ${countedSql(range, on)})
    select in_group as "group", asset_kind as kind, count(*)::int as things, sum(original_value_fen)::bigint as original_fen,
      coalesce(sum(public_part_fen), 0)::bigint as public_fen, coalesce(sum(cooperation_part_fen), 0)::bigint as cooperation_fen,
      coalesce(sum(other_part_fen), 0)::bigint as other_fen,
      ${counted('in-use')} as in_use, ${valued('in-use')} as in_use_fen, ${counted('idle')} as idle, ${valued('idle')} as idle_fen,
      ${counted('disposed')} as disposed, ${valued('disposed')} as disposed_fen,
      (count(*) filter (where ${OWNABLE}))::int as ownable, (count(*) filter (where ${OWNABLE} and is_owned))::int as owned,
      (count(*) filter (where ${OPERATING}))::int as operating,
      coalesce(sum(original_value_fen) filter (where ${OPERATING}), 0)::bigint as operating_fen,
      coalesce(sum(original_value_fen) filter (where ${OPERATING} and standing = 'idle'), 0)::bigint as operating_idle_fen,
      sum(due)::bigint as due_fen, sum(received)::bigint as received_fen, sum(given)::bigint as distributed_fen
    from things group by 1, 2 order by 1, 2 limit ${MOST_LINES}`);
}

const OWNABLE = sql`standing <> 'disposed' and asset_kind <> 'household-owned'`;
const OPERATING = sql`standing <> 'disposed' and asset_kind = 'operating'`;
const counted = (standing: string) => sql`(count(*) filter (where standing = ${standing}))::int`;
const valued = (standing: string) =>
  sql`coalesce(sum(original_value_fen) filter (where standing = ${standing}), 0)::bigint`;

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readLedger(tx: Tx, asked: LedgerAsked, today: PlainDate) {
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, asked.area);
  const years = await yearsOf(tx, range);
  const year = asked.year ?? years[0] ?? yearOf(today);
  const size = sizeBelow(area.level);
  const byRegion = sql`(a.region_code / ${size}::bigint * ${size}::bigint)::text`;
  const group = asked.by === 'region' ? byRegion : sql`coalesce(a.department, '')`;
  const on = formatDate(today);
  const { total, kinds, rows } = ledgersOf(await linesOf(tx, { range, group, year, on }), asked.kind);
  const names =
    asked.by === 'region'
      ? await namesOf(
          tx,
          rows.map((row) => Number(row.group)),
        )
      : undefined;
  const isOwn = (code: string) => names !== undefined && Number(code) === area.code;
  return {
    ...{ asOf: on, year, years: [...new Set([...years, year])].sort((a, b) => b - a) },
    area: { code: area.code, name: area.name, level: area.level },
    ...{ total, kinds },
    rows: rows.map((row) => ({ ...row, name: nameOf(row.group, names, isOwn(row.group)), isOwn: isOwn(row.group) })),
  };
}

function nameOf(group: string, names: Map<number, string> | undefined, isOwn: boolean): string {
  if (!names) return group || '没有填写主管部门';
  const name = names.get(Number(group)) ?? group;
  return isOwn ? `${name}本级` : name;
}
