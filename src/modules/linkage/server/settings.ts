// By when contracts are looked after: days by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { LINKAGE_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const linkageSettings = openNumberSettings({
  table: 'linkage_settings',
  settings: LINKAGE_SETTINGS,
  change: {
    operation: 'linkage.save-setting',
    subjectKind: 'linkage-setting',
    problems: { area: 'linkage.setting-needs-area', past: 'linkage.setting-past' },
  },
});
