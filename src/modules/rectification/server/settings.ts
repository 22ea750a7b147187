// By when and by whom problems are put right: numbers by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { RECTIFICATION_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const rectificationSettings = openNumberSettings({
  table: 'rectification_settings',
  settings: RECTIFICATION_SETTINGS,
  change: {
    operation: 'rectification.save-setting',
    subjectKind: 'rectification-setting',
    problems: { area: 'rectification.setting-needs-area', past: 'rectification.setting-past' },
  },
});
