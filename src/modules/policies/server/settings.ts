// By when tasks are told of: days by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { POLICY_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const policySettings = openNumberSettings({
  table: 'policy_settings',
  settings: POLICY_SETTINGS,
  change: {
    operation: 'policies.save-setting',
    subjectKind: 'policy-setting',
    problems: { area: 'policies.setting-needs-area', past: 'policies.setting-past' },
  },
});
