// Parameters by region and date: what holds for each region on a day and whose value it is, every value ever set, and a new one.

import { sql } from 'kysely';
import { settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import { setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { findParameter, PARAMETERS, type ParameterRow, refuseValue, resolveParameter } from '../domain/parameters.ts';
import '../domain/problems.ts';

export const parameterSettings = openDatedSettings<{ value: number; note: string }>({
  table: 'parameters',
  isKeyed: true,
  own: { value: 'numeric', note: 'text' },
});

/** The values in force for a region on a day, by key; what nobody set is not among them. */
export async function parametersHolding(tx: Tx, code: number, on: string): Promise<Map<string, ParameterRow>> {
  return parameterSettings.holding(tx, code, on);
}

/** The value of one parameter in force for a county on a day; undefined where nobody set it. */
export async function parameterOn(tx: Tx, countyCode: number, key: string, day: string): Promise<number | undefined> {
  return resolveParameter(await parameterSettings.all(tx, key), countyCode, key, day);
}

export type Change = { key: string; value: number };

/** Throws `warnings.unknown-parameter`, `warnings.bad-value`. */
export function checkChange({ key, value }: Change): void {
  const parameter = findParameter(key);
  if (!parameter) throw new Problem('warnings.unknown-parameter', { key });
  const limits = refuseValue(parameter, value);
  if (limits)
    throw new Problem('warnings.bad-value', {
      label: parameter.label,
      low: limits.low,
      high: limits.high,
      whole: limits.whole ? 1 : 0,
    });
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
  operation: 'parameters.save',
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
