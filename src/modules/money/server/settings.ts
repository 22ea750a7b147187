// What progress is held against: values by region and day.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { findInForce, type ParameterRow } from '../../warnings/domain/parameters.ts';
import { MONEY_SETTINGS, type SettingKey, settingOn } from '../domain/settings.ts';
import '../domain/problems.ts';

type StoredSetting = ParameterRow & { basis: string };

function listSettings(tx: Tx): Promise<StoredSetting[]> {
  return tx.rows(sql<StoredSetting>`
    select region_code, key, effective_from::text, value, basis from money_settings order by id limit 5000`);
}

/** What holds on a day: `of(region)(key)`. */
export async function settingsFor(tx: Tx, on: string) {
  const rows = await listSettings(tx);
  return { of: (code: number) => (key: SettingKey) => settingOn(rows, code, key, on) };
}

/** The values in force for a region, and who set them. */
export async function shownSettings(tx: Tx, code: number, on: string) {
  const rows = await listSettings(tx);
  const names = await namesOf(tx, [...new Set(rows.map(({ regionCode }) => regionCode))]);
  return MONEY_SETTINGS.map(({ key, title, unit }) => {
    const value = settingOn(rows, code, key, on);
    const own = findInForce(rows, code, key, on);
    const by = own
      ? { regionName: names.get(own.regionCode) ?? '', effectiveFrom: own.effectiveFrom, basis: own.basis }
      : {};
    return { key, title, unit, value, ...by };
  });
}

type SettingInput = { regionCode: number; key: string; value: number; effectiveFrom: string; basis: string };

/** A value from a day on; the same region, key and day again puts another in its place. Days that are over are judged as they were. */
export async function saveSetting(
  tx: Tx,
  input: SettingInput,
  today: PlainDate,
): Promise<Outcome<Record<string, never>>> {
  const { key, value, effectiveFrom, basis } = input;
  const { code } = await ownRegion(tx, input.regionCode);
  if (effectiveFrom < formatDate(today)) throw new Problem('money.setting-past', { day: effectiveFrom });
  await tx.run(sql`
    insert into money_settings (region_code, key, effective_from, value, basis, account_name)
    values (${code}, ${key}, ${effectiveFrom}, ${value}, ${basis}, ${tx.actor.name})
    on conflict on constraint money_settings_once do update
    set value = excluded.value, basis = excluded.basis, account_name = excluded.account_name, at = now()`);
  const audit = {
    ...{ operation: 'money.save-setting', subjectKind: 'money-setting', subjectId: key, regionCode: code },
    after: { value, effectiveFrom, basis },
  };
  return { result: {}, audit };
}
