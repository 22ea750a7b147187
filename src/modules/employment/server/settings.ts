// By when and by what employment is looked after: numbers by region and day.

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
