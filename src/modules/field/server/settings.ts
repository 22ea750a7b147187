// What a region asks of its phones, by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { FIELD_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const fieldSettings = openNumberSettings({
  table: 'field_settings',
  settings: FIELD_SETTINGS,
  change: {
    operation: 'field.save-setting',
    subjectKind: 'field-setting',
    problems: { area: 'field.setting-needs-area', past: 'field.setting-past' },
  },
});
