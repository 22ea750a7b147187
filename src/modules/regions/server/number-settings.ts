// Numbers that a region sets from a day on, each known by a key, with a value of the program where nobody has set one.

import { type RawBuilder, sql } from 'kysely';
import { settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { holdingSql, openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import { type SettingNames, setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { ownRegion } from './area.ts';
import { namesOf } from './queries.ts';

/** Twelve digits to a county’s six. */
const COUNTY_UNIT = 1_000_000;

type NumberSetting = { key: string; title: string; fallback: number };

type NumberSettings<Setting> = {
  /** Has `value` and `note` beside what every table of dated values has. */
  table: string;
  settings: readonly Setting[];
  /** How a change stands in the audit, and the problems that refuse it. */
  change: SettingNames;
};

type Given<Key> = { regionCode: number; key: Key; value: number; effectiveFrom: string; basis: string };

/** The door to the numbers of one table. */
export function openNumberSettings<Setting extends NumberSetting>({
  table,
  settings,
  change,
}: NumberSettings<Setting>) {
  type Key = Setting['key'];
  const kept = openDatedSettings<{ value: number; note: string }>({
    table,
    isKeyed: true,
    own: { value: 'numeric', note: 'text' },
  });
  const fallbackOf = (key: Key) => settings.find((setting) => setting.key === key)?.fallback ?? 0;
  const inForce = async (tx: Tx, on: string) => {
    const rows = await kept.all(tx);
    return (code: number) => {
      const found = settingsInForce(rows, code, on);
      return (key: Key): number => Number(found.get(key)?.value ?? fallbackOf(key));
    };
  };
  return {
    /** What holds on a day (ISO text): `of(region)(key)`. */
    inForce,
    /**
     * The same for SQL: a statement of rows `(county_code, …)` for every county that reaches into a range, with a whole number for each
     * key, in a column of its name: `contract.ending` is `contract_ending`.
     */
    termsSql: async (tx: Tx, { low, high }: RegionRange, on: string): Promise<RawBuilder<unknown>> => {
      const of = await inForce(tx, on);
      const counties = await tx.rows(sql<{ code: number }>`select code from regions
        where level = 'county' and code between ${Math.floor(low / COUNTY_UNIT) * COUNTY_UNIT} and ${high} limit 1000`);
      const columnOf = (key: Key) => key.replaceAll(/[.-]/g, '_');
      const terms = counties.map(({ code }) => ({
        county_code: code / COUNTY_UNIT,
        ...Object.fromEntries(settings.map(({ key }) => [columnOf(key), of(code)(key)])),
      }));
      const columns = settings.map(({ key }) => `${columnOf(key)} int`).join(', ');
      return sql`select * from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as terms(county_code int, ${sql.raw(columns)})`;
    },
    /** The same as an expression over rows: `region` and `on` are expressions, too. */
    inForceSql: (key: Key, place: { region: string; on: string }) =>
      `coalesce(${holdingSql(table, key, 'value', place)}, ${fallbackOf(key)})`,
    /** The values in force for a region, and who set them. */
    shown: async (tx: Tx, code: number, on: string) => {
      const found = await kept.holding(tx, code, on);
      const names = await namesOf(
        tx,
        [...found.values()].map(({ regionCode }) => regionCode),
      );
      return settings.map(({ fallback, ...setting }) => {
        const own = found.get(setting.key);
        if (!own) return { ...setting, value: fallback };
        const { value, regionCode, effectiveFrom, note } = own;
        return {
          ...setting,
          value: Number(value),
          regionName: names.get(regionCode) ?? '',
          effectiveFrom,
          basis: note,
        };
      });
    },
    /** A value from a day on; the same region, key and day again puts another in its place. Days that are over are judged as they were. */
    save: async (tx: Tx, { basis, ...given }: Given<Key>, today: PlainDate): Promise<Outcome<{ id: number }>> => {
      const region = await ownRegion(tx, given.regionCode);
      return setDated(tx, kept, change, { ...given, note: basis }, { region, today });
    },
  };
}
