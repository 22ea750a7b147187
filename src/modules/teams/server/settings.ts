// What teams are held to: numbers by region and day.

import { openNumberSettings } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import { TEAM_SETTINGS } from '../domain/settings.ts';

export const teamSettings = openNumberSettings({
  table: 'team_settings',
  settings: TEAM_SETTINGS,
  change: {
    operation: 'teams.save-setting',
    subjectKind: 'team-setting',
    problems: { area: 'teams.setting-needs-area', past: 'teams.setting-past' },
  },
});
