// Results of assessments that were published, for whoever puts them beside other things.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { pointsText } from '../domain/exact.ts';
import { GRADES } from '../domain/reckon.ts';
import { SCHEME_COLUMNS, type SchemeRow } from './load-scheme.ts';
import { openRun } from './read-run.ts';

export type PublishedResult = {
  name: string;
  publishedOn: string;
  standings: { name: string; shown: string; place?: number; grade: string }[];
};

/** Of schemes of the area itself that were published in the year of the day, by then; the newest first. */
export async function publishedResults(tx: Tx, area: number, day: string): Promise<PublishedResult[]> {
  const schemes = await tx.rows<SchemeRow>(sql`select ${SCHEME_COLUMNS} from assessment_schemes t
    where not t.voided and t.region_code = ${area}::bigint and t.published_on between ${`${day.slice(0, 4)}-01-01`}::date and ${day}::date
    order by t.published_on desc, t.id desc limit 10`);
  const results: PublishedResult[] = [];
  for (const scheme of schemes) {
    const open = await openRun(tx, scheme);
    if (!open) continue;
    const nameOf = new Map(open.contents.map(({ regionCode, name }) => [regionCode, name]));
    results.push({
      ...{ name: scheme.name, publishedOn: scheme.publishedOn ?? '' },
      standings: open.standings.map(({ regionCode, total, rank, grade }) => ({
        ...{
          name: nameOf.get(regionCode) ?? String(regionCode),
          shown: pointsText(total),
          grade: grade ? GRADES[grade] : '',
        },
        ...(rank === undefined ? {} : { place: rank }),
      })),
    });
  }
  return results;
}
