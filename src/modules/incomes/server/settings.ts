// From when on an income is looked into: shares by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { INCOME_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const incomeSettings = openNumberSettings({
  table: 'income_settings',
  settings: INCOME_SETTINGS,
  change: {
    operation: 'incomes.save-setting',
    subjectKind: 'income-setting',
    problems: { area: 'incomes.setting-needs-area', past: 'incomes.setting-past' },
  },
});
