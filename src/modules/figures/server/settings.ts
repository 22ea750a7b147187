// Settings of figures: where they are kept, and which are in force.

import { settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import { Problem } from '../../../kernel/problem.ts';
import { openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { parameterSettings, parametersHolding } from '../../parameters/server/index.ts';
import type { On } from '../domain/asked.ts';
import {
  INCOME_LINE,
  isSetting,
  refuseSetting,
  SETTINGS,
  type SettingName,
  type SettingValues,
} from '../domain/settings.ts';

const figureSettings = openDatedSettings<{ value: string; note: string }>({
  table: 'figure_settings',
  isKeyed: true,
  own: { value: 'text', note: 'text' },
});

/** A region's values from a day on, as parameters.json has them. */
export type SettingEntry = {
  region: string;
  effectiveFrom: string;
  note?: string | undefined;
  values: Readonly<Record<string, number | string>>;
};

/** Keeps what the entries say of figures; other names are left to others. A value no setting may be refuses them all. */
export async function keepSettings(tx: Tx, entries: readonly SettingEntry[], accountName: string): Promise<number> {
  const values = entries.flatMap(({ region, effectiveFrom, note = '', values }) =>
    Object.entries(values).flatMap(([key, value]) =>
      isSetting(key) ? [{ regionCode: Number(region), effectiveFrom, note, key, value: String(value).trim() }] : [],
    ),
  );
  for (const { key, value } of values) {
    const may = refuseSetting(key, value);
    if (may !== undefined) throw new Problem('figures.bad-setting', { key, value, may });
  }
  await figureSettings.keep(tx, values, accountName);
  return values.length;
}

/** Values in force for the area on the day; without one, what the definition falls back on. */
export async function loadSettings(tx: Tx, area: number, { day }: On): Promise<SettingValues> {
  const [found, parameters] = await Promise.all([
    figureSettings.holding(tx, area, day),
    parametersHolding(tx, area, day),
  ]);
  return valuesOf(found, parameters.get(INCOME_LINE)?.value);
}

function valuesOf(found: ReadonlyMap<string, { value: string }>, line: number | undefined): SettingValues {
  const values: Partial<Record<SettingName | typeof INCOME_LINE, string>> =
    line === undefined ? {} : { [INCOME_LINE]: String(line) };
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const value = found.get(name)?.value ?? SETTINGS[name].fallback;
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Values in force for many areas on a day: areas of the same values together. */
export async function settingsOfRegions(
  tx: Tx,
  codes: readonly number[],
  { day }: On,
): Promise<{ settings: SettingValues; codes: number[] }[]> {
  const [own, lines] = [await figureSettings.all(tx), await parameterSettings.all(tx, INCOME_LINE)];
  const groups = Map.groupBy(codes, (code) => {
    const line = settingsInForce(lines, code, day).get(INCOME_LINE)?.value;
    return JSON.stringify(valuesOf(settingsInForce(own, code, day), line));
  });
  return [...groups].map(([settings, codes]) => ({ settings: JSON.parse(settings), codes }));
}
