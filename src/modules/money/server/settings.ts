// What progress is held against: values by region and day.

import { settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import { setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { fallbackOf, MONEY_SETTINGS, type SettingKey } from '../domain/settings.ts';
import '../domain/problems.ts';

const moneySettings = openDatedSettings<{ value: number; note: string }>({
  table: 'money_settings',
  isKeyed: true,
  own: { value: 'numeric', note: 'text' },
});

/** What holds on a day: `of(region)(key)`. */
export async function settingsFor(tx: Tx, on: string) {
  const rows = await moneySettings.all(tx);
  return {
    of: (code: number) => {
      const found = settingsInForce(rows, code, on);
      return (key: SettingKey) => found.get(key)?.value ?? fallbackOf(key);
    },
  };
}

/** The values in force for a region, and who set them. */
export async function shownSettings(tx: Tx, code: number, on: string) {
  const found = await moneySettings.holding(tx, code, on);
  const names = await namesOf(
    tx,
    [...found.values()].map(({ regionCode }) => regionCode),
  );
  return MONEY_SETTINGS.map(({ key, title, unit, fallback }) => {
    const own = found.get(key);
    if (!own) return { key, title, unit, value: fallback };
    const { value, regionCode, effectiveFrom, note } = own;
    return { key, title, unit, value, regionName: names.get(regionCode) ?? '', effectiveFrom, basis: note };
  });
}

const SETTING = {
  operation: 'money.save-setting',
  subjectKind: 'money-setting',
  problems: { area: 'money.setting-needs-area', past: 'money.setting-past' },
};

type SettingInput = { regionCode: number; key: string; value: number; effectiveFrom: string; basis: string };

/** A value from a day on; the same region, key and day again puts another in its place. Days that are over are judged as they were. */
export async function saveSetting(
  tx: Tx,
  { basis, ...input }: SettingInput,
  today: PlainDate,
): Promise<Outcome<{ id: number }>> {
  const region = await ownRegion(tx, input.regionCode);
  return setDated(tx, moneySettings, SETTING, { ...input, note: basis }, { region, today });
}
