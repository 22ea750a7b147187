// Days and frost in force, by region and day.

import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { openNumberSettings } from '../../regions/server/index.ts';
import { issueDue, lastThaw, type OpenIssue, type Terms } from '../domain/deadlines.ts';
import '../domain/problems.ts';
import { CONSTRUCTION_SETTINGS, type ConstructionSettingKey, isSettingValue } from '../domain/settings.ts';

export const constructionSettings = openNumberSettings({
  table: 'construction_settings',
  settings: CONSTRUCTION_SETTINGS,
  change: {
    operation: 'construction.save-setting',
    subjectKind: 'construction-setting',
    problems: { area: 'construction.setting-needs-area', past: 'construction.setting-past' },
  },
});

type Given = Parameters<typeof constructionSettings.save>[1];

/** Throws `construction.setting-value` beside what a dated setting does. */
export function saveSetting(tx: Tx, given: Given, today: PlainDate) {
  if (!isSettingValue(given.key, given.value)) {
    const { title } = CONSTRUCTION_SETTINGS.find(({ key }) => key === given.key) ?? { title: '' };
    throw new Problem('construction.setting-value', { title, value: given.value });
  }
  return constructionSettings.save(tx, given, today);
}

export function termsOf(of: (key: ConstructionSettingKey) => number): Terms {
  return {
    ...{ from: of('frost.from'), until: of('frost.until') },
    ...{ atOnce: of('issue.at-once'), byDate: of('issue.by-date') },
  };
}

/** Faults of one county that were found, set and led alike fall due on one day. */
type Alike = OpenIssue & { countyCode: number };
const MOST_ALIKE = 50_000;

/**
 * Two tables for `with …`: `counties` (county_code, thaw, look_days, check_days), and `due_days` (county_code, found_on, rectified_how,
 * rectify_by, due_on) of faults that are still open. Frost makes the days uneven, so they are reckoned here and joined.
 */
export async function termsSql(tx: Tx, { low, high }: RegionRange, on: string): Promise<RawBuilder<unknown>> {
  const inForce = await constructionSettings.inForce(tx, on);
  const codes = await tx.rows(sql<{ code: number }>`select code from regions
    where level = 'county' and code between ${Math.floor(low / 1e6) * 1e6} and ${high} limit 1000`);
  const counties = codes.map(({ code }) => {
    const of = inForce(code);
    return {
      ...{ county_code: code / 1e6, thaw: lastThaw(on, termsOf(of)) },
      ...{ look_days: of('look.after-frost'), check_days: of('work.check') },
    };
  });
  const alike = await tx.rows(sql<Alike>`
    select distinct county_code, found_on::text, rectified_how, rectify_by::text from toilet_issues
    where not voided and rectified_on is null and place_code between ${low} and ${high} and found_on <= ${on}::date limit ${MOST_ALIKE}`);
  const days = alike.map((issue) => ({
    ...{ county_code: issue.countyCode, found_on: issue.foundOn, rectified_how: issue.rectifiedHow },
    ...{ rectify_by: issue.rectifyBy, due_on: issueDue(issue, termsOf(inForce(issue.countyCode * 1e6))) },
  }));
  return sql`counties as materialized (select * from jsonb_to_recordset(${JSON.stringify(counties)}::jsonb)
      c (county_code int, thaw date, look_days int, check_days int)),
    due_days as materialized (select * from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      d (county_code int, found_on date, rectified_how text, rectify_by date, due_on date))`;
}
