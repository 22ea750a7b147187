// Terms of an event and hazards a county is exposed to: numbers by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { CONTINGENCY_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const contingencySettings = openNumberSettings({
  table: 'contingency_settings',
  settings: CONTINGENCY_SETTINGS,
  change: {
    operation: 'contingency.save-setting',
    subjectKind: 'contingency-setting',
    problems: { area: 'contingency.setting-needs-area', past: 'contingency.setting-past' },
  },
});
