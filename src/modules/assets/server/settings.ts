// By when assets are looked after: days by region and day.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { openNumberSettings } from '../../regions/server/index.ts';
import { ASSET_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const assetSettings = openNumberSettings({
  table: 'asset_settings',
  settings: ASSET_SETTINGS,
  change: {
    operation: 'assets.save-setting',
    subjectKind: 'asset-setting',
    problems: { area: 'assets.setting-needs-area', past: 'assets.setting-past' },
  },
});

/** Rows `(county_code, ending, rent, late)`, in days, of every county that reaches into a range. */
export async function termsSql(tx: Tx, { low, high }: RegionRange, on: string): Promise<RawBuilder<unknown>> {
  const inForce = await assetSettings.inForce(tx, on);
  const counties = await tx.rows(sql<{ code: number }>`select code from regions
    where level = 'county' and code between ${Math.floor(low / 1e6) * 1e6} and ${high} limit 1000`);
  const terms = counties.map(({ code }) => {
    const of = inForce(code);
    return {
      county_code: code / 1e6,
      ending: of('contract.ending'),
      rent: of('rent.overdue'),
      late: of('registered.late'),
    };
  });
  return sql`select * from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as terms(county_code int, ending int, rent int, late int)`;
}
