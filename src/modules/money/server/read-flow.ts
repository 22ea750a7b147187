// How the money of a year stands, by the regions below an area.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { namesOf, type Region } from '../../regions/server/index.ts';
import { type FlowRow, paidShare, type RegionMoney, rollUp } from '../domain/flow.ts';
import { colourOf, shareAsked } from '../domain/settings.ts';
import { type MoneyAsked, spendingSql } from './issued.ts';
import { moneySettings } from './settings.ts';

/** One line per region that had, gave or spent anything of it. Money that a region gave is seen only from where it was received. */
export function moneyByRegion(tx: Tx, asked: MoneyAsked): Promise<RegionMoney[]> {
  const { range, year, kind, source, asOf } = asked;
  return tx.rows(sql<RegionMoney>`
    with ${spendingSql(asked)},
    lines as (
      select region_code as code, amount_fen as arranged, 0::bigint as received, 0::bigint as passed, 0::bigint as allocated, 0::bigint as paid
      from fund_arrangements where not voided and place_code between ${range.low} and ${range.high} and budget_year = ${year}
        and fund_kind = ${kind} and (${source ?? null}::text is null or source_level = ${source ?? null}) and arranged_on <= ${asOf}::date
      union all select receiver_code, 0, amount_fen, 0, 0, 0 from issued
      union all select giver_code, 0, 0, amount_fen, 0, 0 from issued where giver_code between ${range.low} and ${range.high}
      union all select receiver_code, 0, 0, 0, amount_fen, 0 from allocated
      union all select receiver_code, 0, 0, 0, 0, amount_fen from paid),
    funded as (
      select receiver_code as code, project_number from allocated group by 1, 2 having sum(amount_fen) > 0),
    works as (
      select f.code, count(*)::int as projects,
        count(*) filter (where least(p.started_on, p.finished_on, p.accepted_on) <= ${asOf}::date)::int as started_projects
      from funded f join projects p on p.number = f.project_number
      where not p.voided and (p.removed_on is null or p.removed_on > ${asOf}::date) group by 1)
    select l.code, sum(l.arranged)::bigint as arranged_fen, sum(l.received)::bigint as received_fen,
      sum(l.passed)::bigint as passed_fen, sum(l.allocated)::bigint as allocated_fen, sum(l.paid)::bigint as paid_fen,
      coalesce(max(w.projects), 0) as projects, coalesce(max(w.started_projects), 0) as started_projects
    from lines l left join works w on w.code = l.code group by l.code order by l.code limit 20000`);
}

/** Budget years that any money of the area is of, newest first. */
export async function yearsOf(tx: Tx, { range, kind }: Pick<MoneyAsked, 'range' | 'kind'>): Promise<number[]> {
  const rows = await tx.rows(sql<{ year: number }>`
    select distinct budget_year as year from fund_issuances
    where not voided and fund_kind = ${kind} and place_code between ${range.low} and ${range.high} order by 1 desc limit 20`);
  return rows.map(({ year }) => year);
}

export async function readFlow(
  tx: Tx,
  region: Region,
  asked: MoneyAsked & { today: PlainDate; by?: 'children' | 'counties' | undefined },
) {
  const regions = await moneyByRegion(tx, asked);
  const { rows, total } = rollUp(region, regions, asked.by);
  const names = await namesOf(tx, [...new Set([region.code, ...rows.map(({ code }) => code)])]);
  const settingsOf = await moneySettings.inForce(tx, asked.asOf);
  const shown = (row: FlowRow) => {
    const of = settingsOf(row.code);
    const share = paidShare(row);
    const colour = colourOf(share, shareAsked(asked.year, asked.today, of), of);
    return {
      ...{ ...row, name: names.get(row.code) ?? String(row.code) },
      ...(share === undefined ? {} : { paidShare: share }),
      ...(colour ? { colour } : {}),
    };
  };
  const askedShare = shareAsked(asked.year, asked.today, settingsOf(region.code));
  return {
    ...{ asOf: formatDate(asked.today), year: asked.year },
    area: { code: region.code, name: region.name, level: region.level },
    ...(askedShare === undefined ? {} : { askedShare }),
    total: shown(total),
    rows: rows.map(shown),
    years: await yearsOf(tx, asked),
  };
}
