// What key counties are held to: numbers by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { KEY_COUNTY_SETTINGS, type KeyCountySettingKey } from '../domain/settings.ts';
import '../domain/problems.ts';

export const keyCountySettings = openNumberSettings({
  table: 'key_county_settings',
  settings: KEY_COUNTY_SETTINGS,
  change: {
    operation: 'keycounties.save-setting',
    subjectKind: 'key-county-setting',
    problems: { area: 'keycounties.setting-needs-area', past: 'keycounties.setting-past' },
  },
});

/** The number in force at a place, as an expression: `region` is one, too, and `on` an ISO day. */
export function held(key: KeyCountySettingKey, region: string, on: string): string {
  return keyCountySettings.inForceSql(key, { region, on: `'${on}'::date` });
}
