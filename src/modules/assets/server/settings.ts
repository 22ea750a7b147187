// By when assets are looked after: days by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import { ASSET_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const assetSettings = openNumberSettings({
  table: 'asset_settings',
  settings: ASSET_SETTINGS,
  change: {
    operation: 'assets.save-setting',
    subjectKind: 'asset-setting',
    problems: { area: 'assets.setting-needs-area', past: 'assets.setting-past' },
  },
});
