// What asks for action in an area on a day, reckoned from the registers each time it is asked.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { namesOf, rangeAsked } from '../../../regions/server/index.ts';
import { NEEDS, type Need } from '../../domain/needs/needs.ts';
import { needWords } from '../../domain/needs/words.ts';
import { employmentSettings } from '../settings.ts';
import { jobNeeds, jobTables } from './jobs-needs.ts';
import { placeNeeds } from './places-needs.ts';
import { postNeeds } from './posts-needs.ts';

/**
 * A statement of rows (need, register, subject, title, region_code, on_day, due_on, n): `on_day` is what it is about, `due_on` the day by
 * which something must have happened, where there is one. `around`: also terms that end within so many days.
 */
export async function needsSql(
  tx: Tx,
  { low, high }: RegionRange,
  on: string,
  around = 0,
): Promise<RawBuilder<unknown>> {
  const asked = { low, high, on, day: sql`${on}::date`, around };
  const terms = await employmentSettings.termsSql(tx, { low, high }, on);
  return sql`with ${jobTables(asked, terms)} ${jobNeeds(asked)} union all ${postNeeds(asked)} union all ${placeNeeds(asked)}`;
}

type NeedRow = {
  need: Need;
  register: string;
  subject: string;
  title: string;
  regionCode: number;
  on: string | null;
  n: number | null;
  total: number;
};

/** Of one kind as many as are shown; of all together some of each, so that none hides the others. */
const SHOWN = 200;
const OF_EACH = 10;

/** How many there are of each, and those of one kind or of all, the most urgent first. */
export async function readNeeds(
  tx: Tx,
  asked: { area?: number | undefined; need?: Need | undefined },
  today: PlainDate,
) {
  const range = await rangeAsked(tx, asked.area);
  const on = formatDate(today);
  const rows = await tx.rows(sql<NeedRow>`
    select need, register, subject, title, region_code, on_day::text as "on", n, total from (
      select f.*, count(*) over (partition by f.need)::int as total,
        row_number() over (partition by f.need order by f.on_day nulls last, f.subject) as place
      from (${await needsSql(tx, range, on)}) f) f
    where place <= ${asked.need ? SHOWN : OF_EACH} order by array_position(${[...NEEDS]}::text[], need), place limit ${SHOWN * NEEDS.length}`);
  const counts = Object.fromEntries(
    NEEDS.map((need) => [need, rows.find((row) => row.need === need)?.total ?? 0]),
  ) as Record<Need, number>;
  const shown = rows.filter(({ need }) => asked.need === undefined || need === asked.need).slice(0, SHOWN);
  const names = await namesOf(tx, [...new Set(shown.map(({ regionCode }) => regionCode))]);
  return {
    ...{ asOf: on, counts },
    rows: shown.map(({ need, register, subject, title, regionCode, on: day, n }) => ({
      ...{ need, register, subject, title, regionCode, regionName: names.get(regionCode) ?? '' },
      ...(day === null ? {} : { on: day }),
      words: needWords(need, { on: day ?? undefined, n: n ?? undefined }, today),
    })),
    settings: await employmentSettings.shown(tx, asked.area ?? tx.actor.areaCode, on),
  };
}
