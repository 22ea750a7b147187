// By when points hold and are shown: days by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import { GOVERNANCE_SETTINGS } from '../domain/settings.ts';

export const governanceSettings = openNumberSettings({
  table: 'governance_settings',
  settings: GOVERNANCE_SETTINGS,
  change: {
    operation: 'governance.save-setting',
    subjectKind: 'governance-setting',
    problems: { area: 'governance.setting-needs-area', past: 'governance.setting-past' },
  },
});
