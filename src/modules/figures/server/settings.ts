// Settings of figures: where they are kept, and which are in force.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { On } from '../domain/asked.ts';
import {
  holdersOf,
  INCOME_LINE,
  isSetting,
  refuseSetting,
  SETTINGS,
  type SettingName,
  type SettingRow,
  type SettingValues,
  settingsInForce,
} from '../domain/settings.ts';

/** A region's values from a day on, as parameters.json has them. */
export type SettingEntry = {
  region: string;
  effectiveFrom: string;
  note?: string | undefined;
  values: Readonly<Record<string, number | string>>;
};

/** Keeps what the entries say of figures; other names are left to others. A value no setting may be refuses them all. */
export async function keepSettings(tx: Tx, entries: readonly SettingEntry[], accountName: string): Promise<number> {
  const values = entries.flatMap(({ values, ...entry }) =>
    Object.entries(values).flatMap(([key, value]) =>
      isSetting(key) ? [{ ...entry, key, value: String(value).trim() }] : [],
    ),
  );
  for (const { key, value } of values) {
    const may = refuseSetting(key, value);
    if (may !== undefined) throw new Problem('figures.bad-setting', { key, value, may });
  }
  for (const { region, key, value, effectiveFrom, note } of values)
    await tx.run(sql`insert into figure_settings (region_code, key, value, effective_from, note, account_name)
      values (${region}::bigint, ${key}, ${value}, ${effectiveFrom}::date, ${note ?? ''}, ${accountName})
      on conflict on constraint figure_settings_once do update set value = excluded.value, note = excluded.note,
        account_name = excluded.account_name, at = now()`);
  return values.length;
}

/** Values in force for the area on the day; without one, what the definition falls back on. */
export async function loadSettings(tx: Tx, area: number, { day }: On): Promise<SettingValues> {
  const holders = holdersOf(area);
  const rows = await tx.rows(sql<SettingRow>`
    select region_code, key, value, effective_from::text as effective_from from figure_settings where region_code = any(${holders}::bigint[])
    union all select region_code, key, trim_scale(value)::text, effective_from::text from parameters
    where key = ${INCOME_LINE} and region_code = any(${holders}::bigint[])`);
  const found = settingsInForce(rows, holders, day);
  const values: Partial<Record<SettingName | typeof INCOME_LINE, string>> = {};
  for (const name of [...(Object.keys(SETTINGS) as SettingName[]), INCOME_LINE] as const) {
    const value = found.get(name) ?? (name === INCOME_LINE ? undefined : SETTINGS[name].fallback);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
