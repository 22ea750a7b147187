// What pairings are held to: numbers by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { PAIRING_SETTINGS, type PairingSettingKey } from '../domain/settings.ts';
import '../domain/problems.ts';

export const pairingSettings = openNumberSettings({
  table: 'pairing_settings',
  settings: PAIRING_SETTINGS,
  change: {
    operation: 'pairing.save-setting',
    subjectKind: 'pairing-setting',
    problems: { area: 'pairing.setting-needs-area', past: 'pairing.setting-past' },
  },
});

/** The number in force at a place, as an expression: `region` is one, too, and `on` an ISO day. */
export function held(key: PairingSettingKey, region: string, on: string): string {
  return pairingSettings.inForceSql(key, { region, on: `'${on}'::date` });
}
