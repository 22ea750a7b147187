// The library of measures by region and day. Where nobody set any, the one that comes with the program holds. Each is whole:
// none adds to another.

import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import { setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { type LibraryEntry, libraryMeasure } from '../domain/library-contract.ts';
import { LIBRARY, type LibraryMeasure } from '../domain/measure-library.ts';
import '../domain/problems.ts';

const DEFAULT_ID = 0;
const DEFAULT_NOTE = '程序默认措施库';

function readMeasures(stored: unknown): LibraryEntry[] {
  return libraryMeasure.array().parse(stored);
}

const librarySettings = openDatedSettings<{ note: string; measures: unknown }>({
  table: 'measure_libraries',
  own: { note: 'text', measures: 'jsonb' },
});

/** What measures are proposed from in the county on a day. */
export async function libraryOn(tx: Tx, countyCode: number, day: PlainDate): Promise<readonly LibraryMeasure[]> {
  const row = await librarySettings.theOneHolding(tx, countyCode * 1_000_000, formatDate(day));
  if (!row) return LIBRARY;
  return readMeasures(row.measures).map((entry, i) => ({ ...entry, key: `own-${i + 1}` }));
}

/** Libraries that reach into the actor's area, newest first, and the default. */
export async function listLibraries(tx: Tx) {
  const rows = await librarySettings.reaching(tx, tx.actor.range, 200);
  const names = await namesOf(
    tx,
    rows.map(({ regionCode }) => regionCode),
  );
  const own = rows.map(({ measures, ...row }) => ({
    ...row,
    regionName: names.get(row.regionCode) ?? '',
    measures: readMeasures(measures),
  }));
  const standard = LIBRARY.map(({ key: _key, against, ...measure }) => ({ ...measure, against: [...against] }));
  return [...own, { id: DEFAULT_ID, regionName: '', note: DEFAULT_NOTE, accountName: '', measures: standard }];
}

const SETTING = {
  operation: 'help.save-measure-library',
  subjectKind: 'measure-library',
  problems: { area: 'help.library-needs-area', past: 'help.library-in-past' },
};

export type NewLibrary = { regionCode: number; effectiveFrom: string; note: string; measures: LibraryEntry[] };

/** A new library from a day on; one of the same region and day takes the older one's place. Plans stay as they are. */
export async function saveLibrary(tx: Tx, given: NewLibrary, today: PlainDate): Promise<Outcome<{ id: number }>> {
  const region = await ownRegion(tx, given.regionCode);
  return setDated(tx, librarySettings, SETTING, given, { region, today });
}
