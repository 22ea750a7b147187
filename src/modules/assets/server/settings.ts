// By when assets are looked after: days by region and day.

import { type RawBuilder, sql } from 'kysely';
import { settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import { setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { ASSET_SETTINGS, type AssetSettingKey, fallbackOf } from '../domain/settings.ts';
import '../domain/problems.ts';

const assetSettings = openDatedSettings<{ value: number; note: string }>({
  table: 'asset_settings',
  isKeyed: true,
  own: { value: 'numeric', note: 'text' },
});

/** The values in force for a region, and who set them. */
export async function shownSettings(tx: Tx, code: number, on: string) {
  const found = await assetSettings.holding(tx, code, on);
  const names = await namesOf(
    tx,
    [...found.values()].map(({ regionCode }) => regionCode),
  );
  return ASSET_SETTINGS.map(({ key, title, fallback }) => {
    const own = found.get(key);
    if (!own) return { key, title, value: fallback };
    const { value, regionCode, effectiveFrom, note } = own;
    return { key, title, value: Number(value), regionName: names.get(regionCode) ?? '', effectiveFrom, basis: note };
  });
}

/** Rows `(county_code, ending, rent, late)`, in days, of every county that reaches into a range. */
export async function termsSql(tx: Tx, { low, high }: RegionRange, on: string): Promise<RawBuilder<unknown>> {
  const rows = await assetSettings.all(tx);
  const counties = await tx.rows(sql<{ code: number }>`select code from regions
    where level = 'county' and code between ${Math.floor(low / 1e6) * 1e6} and ${high} limit 1000`);
  const terms = counties.map(({ code }) => {
    const held = settingsInForce(rows, code, on);
    const of = (key: AssetSettingKey) => Number(held.get(key)?.value ?? fallbackOf(key));
    return {
      county_code: code / 1e6,
      ending: of('contract.ending'),
      rent: of('rent.overdue'),
      late: of('registered.late'),
    };
  });
  return sql`select * from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as terms(county_code int, ending int, rent int, late int)`;
}

const SETTING = {
  operation: 'assets.save-setting',
  subjectKind: 'asset-setting',
  problems: { area: 'assets.setting-needs-area', past: 'assets.setting-past' },
};

type SettingInput = { regionCode: number; key: AssetSettingKey; value: number; effectiveFrom: string; basis: string };

/** A value from a day on; the same region, key and day again puts another in its place. */
export async function saveSetting(
  tx: Tx,
  { basis, ...input }: SettingInput,
  today: PlainDate,
): Promise<Outcome<{ id: number }>> {
  const region = await ownRegion(tx, input.regionCode);
  return setDated(tx, assetSettings, SETTING, { ...input, note: basis }, { region, today });
}
