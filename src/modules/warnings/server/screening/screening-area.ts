// What a screening covers: the area of whoever started it. Everybody looks at the newest one that covers all of what is asked
// for, so that a county that screens again changes nothing for the others.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { Actor } from '../../../../platform/server/actor.ts';
import type { Tx } from '../../../../platform/server/db.ts';

/** Screenings are one after the other. */
export const SCREENING_LOCK = 15_000_004;

export type ScreeningArea = { regionCode: number; range: RegionRange };

export function areaOfActor({ areaCode, range }: Actor): ScreeningArea {
  return { regionCode: areaCode, range };
}

/** Day of the newest screening that covers the range; undefined before the first. */
export async function newestScreening(tx: Tx, { low, high }: RegionRange): Promise<string | undefined> {
  const row = await tx.kept.first(sql<{ asOf: string | null }>`select newest_screening(${low}, ${high}) as as_of`);
  return row?.asOf ?? undefined;
}

/** Whether there is a newer screening of the village of the warning `w`. */
export const SUPERSEDED: RawBuilder<boolean> = sql`w.as_of < newest_screening(w.village_code, w.village_code)`;

/** The screening that found the warning `w`, as `s`: the one of the smallest area, where several of the day cover its village. */
export const SCREENING_OF = sql`lateral (select * from screenings s where s.as_of = w.as_of and s.region_code <= w.village_code
  and region_high(s.region_code) >= w.village_code order by s.region_code desc limit 1) s on true`;

export type StandingScreening = ScreeningArea & { asOf: string };

/** Screenings that are the newest of their area, the oldest first: new rows change what they found. */
export async function listStanding(tx: Tx): Promise<StandingScreening[]> {
  const rows = await tx.rows(sql<{ asOf: string; regionCode: number; high: number }>`
    select s.as_of, s.region_code, region_high(s.region_code) as high from screenings s
    where s.undone_at is null and not exists (select from screenings n where n.undone_at is null and n.as_of <= today_there()
      and n.region_code <= s.region_code and region_high(n.region_code) >= region_high(s.region_code)
      and (n.as_of > s.as_of or n.as_of = s.as_of and n.region_code <> s.region_code))
    order by s.as_of, s.region_code limit 500`);
  return rows.map(({ asOf, regionCode, high }) => ({ asOf, regionCode, range: { low: regionCode, high } }));
}

/** The area as a condition on a column of village codes. */
export function inArea(column: string, { low, high }: RegionRange): string {
  return `${column} between ${low} and ${high}`;
}
