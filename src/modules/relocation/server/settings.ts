// By when risks are looked after, and the months with the herds: numbers by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { RELOCATION_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const relocationSettings = openNumberSettings({
  table: 'relocation_settings',
  settings: RELOCATION_SETTINGS,
  change: {
    operation: 'relocation.save-setting',
    subjectKind: 'relocation-setting',
    problems: { area: 'relocation.setting-needs-area', past: 'relocation.setting-past' },
  },
});
