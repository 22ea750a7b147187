// What progress is held against: values by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { MONEY_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const moneySettings = openNumberSettings({
  table: 'money_settings',
  settings: MONEY_SETTINGS,
  change: {
    operation: 'money.save-setting',
    subjectKind: 'money-setting',
    problems: { area: 'money.setting-needs-area', past: 'money.setting-past' },
  },
});
