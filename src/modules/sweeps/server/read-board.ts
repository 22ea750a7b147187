// How far a round is, by the areas below one: sums over villages, not over households.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { LEVELS, levelOfCode, type RegionRange, sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { LIST_CODES, type RecheckLevel } from '../domain/words.ts';
import { type Counts, countsOf, getRound, VILLAGE_SUMS } from './read-rounds.ts';
import { questionsFor, sweepSettings } from './settings.ts';

const MOST_AREAS = 2000;
const MOST_DRAWS = 100;

type Line = Counts & { code: number; name: string; unreliable: number; townships: number; confirmed: number };

/** Villages `v` that are to be done again, and townships among them. */
const JUDGED =
  sql.raw(`(count(*) filter (where v.rechecked > 0 and v.inconsistent * 100 > m.most * v.rechecked))::int as unreliable,
  count(distinct v.village_code / 1000) filter (where v.items > 0)::int as townships,
  count(distinct c.township_code)::int as confirmed`);

async function lines(
  tx: Tx,
  id: number,
  { low, high }: RegionRange,
  { size, on }: { size: number; on: string },
): Promise<Line[]> {
  const inForce = await sweepSettings.inForce(tx, on);
  const counties = await tx.rows(sql<{
    code: number;
  }>`select distinct village_code / 1000000 * 1000000 as code from sweep_villages
    where sweep_id = ${id} and village_code between ${low} and ${high} order by 1 limit 1000`);
  const most = counties.map(({ code }) => ({ county: code / 1_000_000, most: inForce(code)('error.most') }));
  return tx.rows(sql<Line>`
    select g.*, coalesce(r.name, '') as name from (
      select v.village_code / ${size}::bigint * ${size}::bigint as code, ${VILLAGE_SUMS}, ${JUDGED}
      from sweep_villages v join jsonb_to_recordset(${JSON.stringify(most)}::jsonb) as m(county int, most int) on m.county = v.village_code / 1000000
        left join sweep_townships c on c.sweep_id = v.sweep_id and c.township_code = v.village_code / 1000 * 1000
      where v.sweep_id = ${id} and v.village_code between ${low} and ${high} group by 1) g
    left join regions r on r.code = g.code order by g.code limit ${MOST_AREAS}`);
}

async function listsOf(tx: Tx, id: number, { low, high }: RegionRange) {
  const sums = await tx.first(sql<{ items: number[]; done: number[] }>`
    select array[${sql.join(LIST_CODES.map((_, i) => sql`coalesce(sum(v.list_items[${sql.lit(i + 1)}]), 0)::bigint`))}] as items,
      array[${sql.join(LIST_CODES.map((_, i) => sql`coalesce(sum(v.list_done[${sql.lit(i + 1)}]), 0)::bigint`))}] as done
    from sweep_villages v where v.sweep_id = ${id} and v.village_code between ${low} and ${high}`);
  return LIST_CODES.map((list, i) => ({ list, items: sums?.items[i] ?? 0, done: sums?.done[i] ?? 0 })).filter(
    ({ items }) => items > 0,
  );
}

type Draw = {
  level: RecheckLevel;
  areaName: string;
  seed: number;
  percent: number;
  drawn: number;
  on: string;
  by: string;
};

/** Which answers differed how often, the most first. */
async function differing(tx: Tx, id: number, range: RegionRange, countyCode: number, issuedOn: string) {
  const rows = await tx.rows(sql<{ field: string; differing: number }>`
    select f.field, count(*)::int as differing from sweep_rechecks c, unnest(c.differing) f (field)
    where c.sweep_id = ${id} and c.village_code between ${range.low} and ${range.high} and c.redone_at is null group by 1 order by 2 desc, 1 limit 50`);
  if (rows.length === 0) return [];
  const titles = new Map((await questionsFor(tx, countyCode, issuedOn)).map(({ code, title }) => [code, title]));
  return rows.map((row) => ({ ...row, title: row.field === 'result' ? '结论' : (titles.get(row.field) ?? row.field) }));
}

/** Throws `sweeps.not-found`. */
export async function readBoard(tx: Tx, asked: { number: string; area?: number | undefined }, today: PlainDate) {
  const on = formatDate(today);
  const round = await getRound(tx, asked.number);
  const range = await rangeAsked(tx, asked.area);
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const level = levelOfCode(area.code);
  const areas = await lines(tx, round.id, range, { size: level === 'village' ? 1 : sizeBelow(level), on });
  const sum = (key: 'unreliable' | 'townships' | 'confirmed') => areas.reduce((n, line) => n + line[key], 0);
  // Of villages of one township each names it.
  const isTownship = LEVELS.indexOf(level) >= LEVELS.indexOf('township');
  const townships = (key: 'townships' | 'confirmed') => (isTownship ? Math.min(1, sum(key)) : sum(key));
  const confirmation = !isTownship
    ? undefined
    : await tx.first(sql<{
        by: string;
        on: string;
      }>`select account_name as by, confirmed_on::text as "on" from sweep_townships
        where sweep_id = ${round.id} and township_code = ${Math.floor(range.low / 1000) * 1000}`);
  const draws = await tx.rows(sql<Draw>`
    select d.level, coalesce(r.name, '') as area_name, d.seed, d.percent, d.drawn, d.drawn_on::text as "on", d.account_name as by
    from sweep_draws d left join regions r on r.code = d.area_code where d.sweep_id = ${round.id} and d.area_code between ${range.low} and ${range.high}
    order by d.id desc limit ${MOST_DRAWS}`);
  const { state: _state, ...told } = round;
  return {
    round: { ...told, state: round.state },
    asOf: on,
    area: { code: area.code, name: area.name, level },
    total: {
      code: area.code,
      name: area.name,
      ...(await countsOf(tx, round.id, range)),
      unreliable: sum('unreliable'),
      townships: townships('townships'),
      confirmed: townships('confirmed'),
    },
    areas: level === 'village' ? [] : areas,
    lists: await listsOf(tx, round.id, range),
    ...(confirmation ? { confirmation } : {}),
    draws,
    fields: await differing(tx, round.id, range, Math.floor(range.low / 1_000_000), round.issuedOn ?? on),
  };
}

/** Codes of the villages of a round that list most, the fullest first. */
export async function busiestVillages(tx: Tx, number: string, most: number): Promise<number[]> {
  const { id } = await getRound(tx, number);
  const rows = await tx.rows(sql<{
    code: number;
  }>`select village_code as code from sweep_villages where sweep_id = ${id} and items > 0
    order by items desc, village_code limit ${most}`);
  return rows.map(({ code }) => code);
}
