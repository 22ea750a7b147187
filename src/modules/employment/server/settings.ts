// By when and by what employment is looked after: numbers by region and day.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { openNumberSettings } from '../../regions/server/index.ts';
import { EMPLOYMENT_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const employmentSettings = openNumberSettings({
  table: 'employment_settings',
  settings: EMPLOYMENT_SETTINGS,
  change: {
    operation: 'employment.save-setting',
    subjectKind: 'employment-setting',
    problems: { area: 'employment.setting-needs-area', past: 'employment.setting-past' },
  },
});

/** `post.age` → `post_age`: the column of a setting. */
export function settingColumn(key: string): string {
  return key.replace('.', '_');
}

const COLUMNS = EMPLOYMENT_SETTINGS.map(({ key }) => `${settingColumn(key)} int`).join(', ');

/** Rows `(county_code, confirm_by, confirm_stale, …)`, a column for each setting, of every county that reaches into a range. */
export async function termsSql(tx: Tx, { low, high }: RegionRange, on: string): Promise<RawBuilder<unknown>> {
  const inForce = await employmentSettings.inForce(tx, on);
  const counties = await tx.rows(sql<{ code: number }>`select code from regions
    where level = 'county' and code between ${Math.floor(low / 1e6) * 1e6} and ${high} limit 1000`);
  const terms = counties.map(({ code }) => {
    const of = inForce(code);
    const values = EMPLOYMENT_SETTINGS.map(({ key }) => [settingColumn(key), of(key)]);
    return { county_code: code / 1e6, ...Object.fromEntries(values) };
  });
  return sql`select * from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as terms(county_code int, ${sql.raw(COLUMNS)})`;
}
