// What pairings are held to: numbers by region and day.

import { type RawBuilder, sql } from 'kysely';
import { openNumberSettings } from '../../regions/server/index.ts';
import { PAIRING_SETTINGS, type PairingSettingKey } from '../domain/settings.ts';
import '../domain/problems.ts';

export const pairingSettings = openNumberSettings({
  table: 'pairing_settings',
  settings: PAIRING_SETTINGS,
  change: {
    operation: 'pairing.save-setting',
    subjectKind: 'pairing-setting',
    problems: { area: 'pairing.setting-needs-area', past: 'pairing.setting-past' },
  },
});

/** The number in force at a place, as an expression: `region` is one, too, and `on` an ISO day. */
export function held(key: PairingSettingKey, region: string, on: string): string {
  return pairingSettings.inForceSql(key, { region, on: `'${on}'::date` });
}

/** Day of a year by a setting of month and day: `year` is an expression. */
export function dayHeld(key: PairingSettingKey, year: string, region: string, on: string): string {
  const by = `(${held(key, region, on)})::int`;
  return `make_date(${year}, ${by} / 100, ${by} % 100)`;
}

/**
 * Reports that a pair `p` owes: `(period, due_on)` of last year, of the first half of this one and of it, each where the pair had begun before the
 * period and the report is not there.
 */
export function owedReportsSql(on: string): RawBuilder<unknown> {
  const year = `extract(year from '${on}'::date)::int`;
  const term = (period: string, key: PairingSettingKey, of: string) =>
    `select ${period} as period, ${dayHeld(key, of, 'p.helped_code', on)} as due_on, make_date(${of}, 1, 1) as since`;
  const terms = [
    term(`(${year} - 1)::text`, 'year.by', `${year} - 1`),
    term(`${year} || '-H1'`, 'half.by', year),
    term(`${year}::text`, 'year.by', year),
  ];
  return sql`(select f.period, f.due_on from (${sql.raw(terms.join(' union all '))}) f where p.started_on <= f.since
    and not exists (select from pairing_reports q where q.pairing_number = p.number and q.period = f.period and not q.voided))`;
}
