// What comes of moves: objections are heard for working days from the day the scores were told; a score is put right within its weight;
// what is published stands in the register of results.

import { sql } from 'kysely';
import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { REGION_CODE } from '../../../kernel/region-code.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import type { Standing } from '../../../platform/server/registers/moves/standing.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { publishResults } from '../../assessment/server/index.ts';
import { lastDay } from '../../process/domain/calendar.ts';
import { loadCalendar } from '../../process/server/index.ts';
import { pointsText } from '../domain/exact.ts';
import '../domain/problems.ts';
import { findScheme } from './load-scheme.ts';
import { openRun } from './read-run.ts';

async function announce(tx: Tx, _tools: RecordTools, rows: readonly Standing[], doneOn: string): Promise<AuditEntry[]> {
  const from = parseDate(doneOn);
  const calendar = await loadCalendar(tx, from);
  for (const row of rows) {
    const until = lastDay(from, { days: Number(row.objectionDays), kind: 'working' }, calendar) ?? from;
    await tx.run(sql`update assessment_schemes set objections_until = ${formatDate(until)}::date
      where county_code = ${row.countyCode}::int and id = ${row.id}::bigint`);
  }
  return [];
}

/** Throws `appraisals.too-many-points`. */
async function uphold(tx: Tx, _tools: RecordTools, rows: readonly Standing[]): Promise<AuditEntry[]> {
  const over = await tx.first<{ number: string; weight: number }>(sql`
    select i.indicator_number as number, i.weight::float8 as weight from assessment_objections o
      join assessment_indicators i on i.scheme_number = o.scheme_number and i.indicator_number = o.indicator_number
    where o.county_code = any(${rows.map(({ countyCode }) => countyCode)}::int[]) and o.id = any(${rows.map(({ id }) => id)}::bigint[])
      and o.corrected_points > i.weight limit 1`);
  if (over) throw new Problem('appraisals.too-many-points', over);
  return [];
}

/** What is published is what was approved: whoever is without place has no result. */
async function publish(tx: Tx, tools: RecordTools, rows: readonly Standing[], doneOn: string): Promise<AuditEntry[]> {
  const audit: AuditEntry[] = [];
  for (const { number } of rows) {
    const scheme = await findScheme(tx, String(number));
    const standings = (await openRun(tx, scheme))?.standings ?? [];
    audit.push(
      ...(await publishResults(tx, tools, {
        ...{ year: scheme.year, assessmentKind: scheme.kind, assessmentName: scheme.name, publishedOn: doneOn },
        assessedBy: scheme.regionCode === REGION_CODE ? 'region' : 'prefecture',
        documentNo: scheme.publishedNo,
        isReplacing: scheme.replacesNumber !== null,
        results: standings.flatMap(({ regionCode, grade, rank, total }) =>
          grade === undefined ? [] : [{ regionCode, grade, rank: rank ?? null, score: Number(pointsText(total)) }],
        ),
      })),
    );
  }
  return audit;
}

export const appraisalsEffects: readonly Effect[] = [
  { register: 'assessment-schemes', move: 'announce', run: announce },
  { register: 'assessment-schemes', move: 'publish', run: publish },
  { register: 'assessment-objections', move: 'uphold', run: uphold },
];
