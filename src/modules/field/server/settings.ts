// What a region asks of its phones, by region and day.

import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion, openNumberSettings, rangeAsked } from '../../regions/server/index.ts';
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

/** Those in force in an area, the own where none is named. Throws `regions.not-found`. */
export async function showSettings(tx: Tx, area: number | undefined, today: PlainDate) {
  await rangeAsked(tx, area);
  const { code, name } = await getRegion(tx, area ?? tx.actor.areaCode);
  const asOf = formatDate(today);
  return { asOf, areaName: name, settings: await fieldSettings.shown(tx, code, asOf) };
}
