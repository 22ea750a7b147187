// Values by region and day, each kind in a table of its slice: read, resolved, listed as they were set, and set anew. A table
// has `region_code`, `effective_from`, `account_name`, `at`, `key` where it holds several names, columns of its own, and the
// constraint `<table>_once` on region, name and day.

import { type RawBuilder, sql } from 'kysely';
import { holdersOf, type KeyedDated, LEVEL_SIZES, settingsInForce } from '../../../kernel/dated/dated-settings.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../db.ts';

type Column = 'numeric' | 'text' | 'jsonb';

export type DatedKind<Own> = {
  table: string;
  /** Several names in one table. */
  isKeyed?: true;
  /** Columns of the table's own, as a row has them. */
  own: { [Name in keyof Own]: Column };
  /** Records name the row that held for them: a second one of a region, name and day is not kept. */
  isFinal?: true;
};

export type NewDated<Own> = Own & { regionCode: number; effectiveFrom: string; key?: string };
export type StoredDated<Own> = KeyedDated & Own & { id: number; accountName: string; at: string };

export type DatedSettings<Own> = {
  kind: DatedKind<Own>;
  /** Every value there is, or of one name: for work that asks for many regions. */
  all(tx: Tx, key?: string): Promise<StoredDated<Own>[]>;
  /** What holds in a region on a day (ISO text), by name. */
  holding(tx: Tx, code: number, on: string): Promise<Map<string, StoredDated<Own>>>;
  /** The same where the table has one name only. */
  theOneHolding(tx: Tx, code: number, on: string): Promise<StoredDated<Own> | undefined>;
  /** The values that reach into an area, newest first, whoever set them. */
  reaching(tx: Tx, range: RegionRange, most: number): Promise<StoredDated<Own>[]>;
  /** The value that a region set for a name and just this day. */
  setFor(
    tx: Tx,
    given: { regionCode: number; effectiveFrom: string; key?: string },
  ): Promise<StoredDated<Own> | undefined>;
  /** Keeps values, of two for the same region, name and day the later; answers the ids of those that were kept. */
  keep(tx: Tx, rows: readonly NewDated<Own>[], accountName: string): Promise<number[]>;
};

/** More than every county sets in ten years. */
const MOST_ROWS = 20_000;

/**
 * `settingsInForce` for statements that ask for many rows: an expression for the column of the value that holds, null where nobody set
 * one. `region` and `on` are expressions over the statement's own rows.
 */
export function holdingSql(table: string, key: string, column: string, { region, on }: { region: string; on: string }) {
  const holders = LEVEL_SIZES.map((size) => `${region} / ${size} * ${size}`).join(', ');
  return `(select held.${column} from ${table} held where held.key = '${key}' and held.effective_from <= ${on}
    and held.region_code in (${holders}) order by held.region_code desc, held.effective_from desc limit 1)`;
}

/** The door to one kind of dated values. */
export function openDatedSettings<Own extends object>(kind: DatedKind<Own>): DatedSettings<Own> {
  const { isKeyed } = kind;
  const table = sql.table(kind.table);
  const columns = sql`id, region_code, ${isKeyed ? sql.id('key') : sql`''`} as key,
    effective_from::text as effective_from, account_name, at, ${sql.join(Object.keys(kind.own).map((name) => sql.id(name)))}`;
  const select = (tx: Tx, condition: RawBuilder<unknown>, order = sql`id`, most = MOST_ROWS) =>
    tx.rows(sql<StoredDated<Own>>`select ${columns} from ${table} where ${condition} order by ${order} limit ${most}`);
  const holding = async (tx: Tx, code: number, on: string) =>
    settingsInForce(await select(tx, sql`region_code = any(${holdersOf(code)}::bigint[])`), code, on);
  return {
    kind,
    all: (tx, key) => select(tx, key === undefined ? sql`true` : sql`key = ${key}`),
    holding,
    theOneHolding: async (tx, code, on) => (await holding(tx, code, on)).get(''),
    reaching: (tx, { low, high }, most) =>
      select(
        tx,
        sql`region_code <= ${high} and region_high(region_code) >= ${low}`,
        sql`effective_from desc, id desc`,
        most,
      ),
    setFor: async (tx, { regionCode, effectiveFrom, key }) => {
      const named = isKeyed ? sql`key = ${key}` : sql`true`;
      return (
        await select(tx, sql`region_code = ${regionCode} and effective_from = ${effectiveFrom}::date and ${named}`)
      )[0];
    },
    keep: (tx, rows, accountName) => keepRows(tx, kind, rows, accountName),
  };
}

async function keepRows<Own extends object>(
  tx: Tx,
  { table, isKeyed, isFinal, own }: DatedKind<Own>,
  rows: readonly NewDated<Own>[],
  accountName: string,
): Promise<number[]> {
  const last = new Map(
    rows.map(({ regionCode, effectiveFrom, key, ...row }) => [
      `${regionCode} ${key ?? ''} ${effectiveFrom}`,
      { ...row, key, region_code: regionCode, effective_from: effectiveFrom },
    ]),
  );
  const names = Object.keys(own) as (keyof Own & string)[];
  const into = sql.join(
    ['region_code', 'effective_from', ...(isKeyed ? ['key'] : []), ...names].map((name) => sql.id(name)),
  );
  const types = sql.raw(names.map((name) => `"${name}" ${own[name]}`).join(', '));
  const renewed = sql.join(
    [...names, 'account_name'].map((name) => sql`${sql.id(name)} = ${sql.id('excluded', name)}`),
  );
  const kept = await tx.rows(sql<{ id: number }>`
    insert into ${sql.table(table)} (${into}, account_name) select ${into}, ${accountName}
    from jsonb_to_recordset(${JSON.stringify([...last.values()])}::jsonb)
      as r(region_code bigint, effective_from date, key text, ${types})
    on conflict on constraint ${sql.id(`${table}_once`)}
    ${isFinal ? sql`do nothing` : sql`do update set ${renewed}, at = now()`} returning id`);
  return kept.map(({ id }) => id);
}
