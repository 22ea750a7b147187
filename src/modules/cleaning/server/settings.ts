// Thresholds, terms and switches of cleaning by region and day, and the last days that follow from them.

import { keysOf } from '../../../kernel/input.ts';
import { addDays, formatDate, parseDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { lastDay } from '../../process/domain/calendar.ts';
import { loadCalendar } from '../../process/server/index.ts';
import { openNumberSettings } from '../../regions/server/index.ts';
import { SEVERITIES, type Severity } from '../domain/rule-definition.ts';
import { CLEANING_SETTINGS } from '../domain/settings.ts';
import '../domain/problems.ts';

export const cleaningSettings = openNumberSettings({
  table: 'cleaning_settings',
  settings: CLEANING_SETTINGS,
  change: {
    operation: 'cleaning.save-setting',
    subjectKind: 'cleaning-setting',
    problems: { area: 'cleaning.setting-needs-area', past: 'cleaning.setting-past' },
  },
});

export type CountyTerms = {
  of: (key: string) => number;
  due: Record<Severity, string>;
  explainedUntil: string;
};

/** What holds in a county (six digits) on a day: ISO text in and out. */
export async function termsOf(tx: Tx, countyCode: number, asOf: string): Promise<CountyTerms> {
  const from = parseDate(asOf);
  const of = (await cleaningSettings.inForce(tx, asOf))(countyCode * 1_000_000);
  const calendar = await loadCalendar(tx, from);
  const dueOf = (severity: Severity) =>
    formatDate(lastDay(from, { days: of(`due.${severity}`), kind: 'working' }, calendar) ?? from);
  const due = Object.fromEntries(keysOf(SEVERITIES).map((severity) => [severity, dueOf(severity)])) as Record<
    Severity,
    string
  >;
  return { of, due, explainedUntil: formatDate(addDays(from, of('explained.days'))) };
}
