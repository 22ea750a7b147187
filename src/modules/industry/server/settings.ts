// By when loans are looked after: days by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { INDUSTRY_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const industrySettings = openNumberSettings({
  table: 'industry_settings',
  settings: INDUSTRY_SETTINGS,
  change: {
    operation: 'industry.save-setting',
    subjectKind: 'industry-setting',
    problems: { area: 'industry.setting-needs-area', past: 'industry.setting-past' },
  },
});
