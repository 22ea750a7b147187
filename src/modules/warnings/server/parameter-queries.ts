// SQL of parameters on screen: what holds for each region on a day and whose value it is, every value ever set, and a new one.

import { sql } from 'kysely';
import { settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { PARAMETERS } from '../domain/parameters.ts';
import '../domain/problems.ts';
import { TODAY } from './merge-warnings.ts';
import { parameterSettings } from './parameters.ts';
import { checkChange } from './what-if.ts';

export async function todayOf(tx: Tx): Promise<string> {
  const row = await tx.first(sql<{ today: string }>`select ${sql.raw(TODAY)} as today`);
  if (!row) throw new Problem('warnings.bad-date', { value: '' });
  return row.today;
}

/** Region, leagues and counties inside the range; for a township or village its county. */
async function regionsIn(tx: Tx, range: RegionRange): Promise<{ code: number; name: string }[]> {
  return tx.rows(sql<{ code: number; name: string }>`
    select code, name from regions where level in ('autonomous-region', 'prefecture', 'county') and valid_to is null
      and (code between ${range.low} and ${range.high}
        or code = ${Math.floor(range.low / 1_000_000) * 1_000_000}::bigint and level = 'county')
    order by code limit 200`);
}

export async function readParameters(tx: Tx, range: RegionRange, on: string) {
  const stored = await parameterSettings.reaching(tx, range, 3000);
  const [within, names] = await Promise.all([
    regionsIn(tx, range),
    namesOf(
      tx,
      stored.map(({ regionCode }) => regionCode),
    ),
  ]);
  const regions = within.map(({ code, name }) => {
    const found = settingsInForce(stored, code, on);
    const values = PARAMETERS.map(({ key, fallback }) => {
      const row = found.get(key);
      if (!row) return { key, ...(fallback === undefined ? {} : { value: fallback }) };
      const { value, regionCode, effectiveFrom } = row;
      return { key, value, fromCode: regionCode, fromName: names.get(regionCode) ?? '', effectiveFrom };
    });
    return { code, name, values };
  });
  const history = stored.slice(0, 300).map((row) => ({ ...row, regionName: names.get(row.regionCode) ?? '' }));
  return { on, regions, history };
}

const SETTING = {
  operation: 'warnings.save-parameter',
  subjectKind: 'parameter',
  problems: { area: 'warnings.parameter-needs-area' },
};

type NewValue = { regionCode: number; key: string; value: number; effectiveFrom: string; note: string };

/** A value for the same region, key and day takes the older one's place; screenings keep what they used. */
export async function saveParameter(tx: Tx, given: NewValue, today: PlainDate) {
  const region = await ownRegion(tx, given.regionCode);
  checkChange(given);
  return setDated(tx, parameterSettings, SETTING, given, { region, today });
}
