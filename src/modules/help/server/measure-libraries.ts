// The library of measures by region and effective date. A county's own goes before its league's, that before the region's;
// where nobody set any, the one that comes with the program holds. Each is whole: none adds to another.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { ownRegion } from '../../regions/server/index.ts';
import { type LibraryEntry, libraryMeasure } from '../domain/library-contract.ts';
import { LIBRARY, type LibraryMeasure } from '../domain/measure-library.ts';
import '../domain/problems.ts';
import { holdersOf } from '../../process/server/index.ts';

const DEFAULT_ID = 0;
const DEFAULT_NOTE = '程序默认措施库';

function readMeasures(stored: unknown): LibraryEntry[] {
  return libraryMeasure.array().parse(stored);
}

/** What measures are proposed from in the county on a day. */
export async function libraryOn(tx: Tx, countyCode: number, day: PlainDate): Promise<readonly LibraryMeasure[]> {
  const holders = holdersOf(countyCode);
  const row = await tx.first(sql<{ measures: unknown }>`
    select measures from measure_libraries
    where region_code = any(${holders}::bigint[]) and effective_from <= ${formatDate(day)}::date
    order by array_position(${holders}::bigint[], region_code), effective_from desc limit 1`);
  if (!row) return LIBRARY;
  return readMeasures(row.measures).map((entry, i) => ({ ...entry, key: `own-${i + 1}` }));
}

type LibraryRow = {
  id: number;
  regionCode: number;
  regionName: string;
  effectiveFrom: string;
  note: string;
  accountName: string;
  measures: unknown;
};

/** Libraries that reach into the actor's area, newest first, and the default. */
export async function listLibraries(tx: Tx) {
  const { low, high } = tx.actor.range;
  const rows = await tx.rows(sql<LibraryRow>`
    select l.id, l.region_code, r.name as region_name, l.effective_from, l.note, l.account_name, l.measures
    from measure_libraries l join regions r on r.code = l.region_code
    where l.region_code <= ${high} and region_high(l.region_code) >= ${low}
    order by l.effective_from desc, l.id desc limit 200`);
  const own = rows.map(({ measures, ...row }) => ({ ...row, measures: readMeasures(measures) }));
  const standard = LIBRARY.map(({ key: _key, against, ...measure }) => ({ ...measure, against: [...against] }));
  return [...own, { id: DEFAULT_ID, regionName: '', note: DEFAULT_NOTE, accountName: '', measures: standard }];
}

export type NewLibrary = { regionCode: number; effectiveFrom: string; note: string; measures: LibraryEntry[] };

/** A new library from a day on; one of the same region and day takes the older one's place. Plans stay as they are. */
export async function saveLibrary(tx: Tx, given: NewLibrary, today: PlainDate): Promise<Outcome<{ id: number }>> {
  const region = await ownRegion(tx, given.regionCode);
  const { effectiveFrom, note, measures } = given;
  if (region.level === 'township' || region.level === 'village') throw new Problem('help.library-needs-area');
  if (effectiveFrom < formatDate(today)) throw new Problem('help.library-in-past', { day: effectiveFrom });
  const before = await tx.first(sql<{ measures: unknown }>`
    select measures from measure_libraries where region_code = ${region.code} and effective_from = ${effectiveFrom}::date
    for update`);
  const row = await tx.first(sql<{ id: number }>`
    insert into measure_libraries (region_code, effective_from, note, measures, account_name)
    values (${region.code}, ${effectiveFrom}::date, ${note}, ${JSON.stringify(measures)}::jsonb, ${tx.actor.name})
    on conflict on constraint measure_libraries_once do update set note = excluded.note, measures = excluded.measures,
      account_name = excluded.account_name, at = now()
    returning id`);
  if (!row) throw new Error('an insert answered no row');
  const audit = {
    operation: 'help.save-measure-library',
    subjectKind: 'measure-library',
    subjectId: row.id,
    regionCode: region.code,
    ...(note ? { reason: note } : {}),
    ...(before ? { before: { measures: before.measures } } : {}),
    after: { effectiveFrom, measures },
  };
  return { result: { id: row.id }, audit };
}
