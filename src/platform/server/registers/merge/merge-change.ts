// A change that was made on an older version of a row, held against the row of now, field by field.

import { sql } from 'kysely';
import { type FieldClash, mergeThreeWays } from '../../../../kernel/field/merge.ts';
import { Problem } from '../../../../kernel/problem.ts';
import '../../../../kernel/register/problems.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import { type Column, columnsOf } from '../columns.ts';
import { shownColumns } from '../shown-row.ts';

type Values = Record<string, unknown>;
type Change = { countyCode: number; id: number; version: string; values: Values };

/** The row as it stands: who wrote it and when. */
export type RowNow = { version: string; values: Values; by: string; at: string };
export type MergedChange = {
  now: RowNow;
  placeCode: number;
  /** What the change still has to write over the row as it stands. */
  changes: Values;
  clashes: (FieldClash & { title: string })[];
  /** Fields that somebody else changed meanwhile and this change leaves alone. */
  merged: string[];
};

type Version = Values & { version: string; recordedAt: string; recordedBy: string; placeCode: number };

const HEAD = `t.recorded_at, t.recorded_by, t.place_code, (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version`;

/** A digest of every column as it is stored: two that look alike behind their mask are told apart. */
function digestsOf(columns: readonly Column[]): string {
  return columns
    .filter(({ field }) => field.secret)
    .map(({ column }) => `md5(t.${column}::text) as ${column}_digest`)
    .concat('null as no_digest')
    .join(', ');
}

async function versionNow(tx: Tx, register: RegisterDefinition, { countyCode, id }: Change) {
  const { columns, sql: shown } = shownColumns(register);
  const row =
    await tx.first<Version>(sql`select ${sql.raw(`${HEAD}, ${shown}, ${digestsOf(columns)} from ${register.table} t`)}
    where t.county_code = ${countyCode} and t.id = ${id}`);
  if (!row) throw new Problem('registers.not-found');
  return row;
}

/** Undefined where no such version is known: then every field that differs is a clash. */
function versionOfThen(tx: Tx, register: RegisterDefinition, { countyCode, id, version }: Change) {
  const { columns, sql: shown } = shownColumns(register);
  return tx.first<Version>(sql`select ${sql.raw(`${HEAD}, ${shown}, ${digestsOf(columns)} from register_versions o,
      lateral jsonb_populate_record(null::${register.table}, o.content) t`)}
    where o.register = ${register.code} and o.county_code = ${countyCode} and o.record_id = ${id}
      and (extract(epoch from t.recorded_at) * 1000000)::bigint::text = ${version}`);
}

const shownOf = (columns: readonly Column[], row: Values | undefined): Values =>
  Object.fromEntries(columns.map(({ name }) => [name, row?.[name] ?? null]));

/** A secret that was changed looks the same behind its mask; here it must not. */
function markChanged(columns: readonly Column[], then: Values | undefined, now: Values): Values {
  const changed = columns.filter(({ name, field }) => field.secret && then?.[`${name}Digest`] !== now[`${name}Digest`]);
  return Object.fromEntries(changed.map(({ name }) => [name, `${now[name] ?? ''}（已改）`]));
}

/** Holds a stale change against the row of now. Throws `registers.not-found`. */
export async function mergeChange(tx: Tx, register: RegisterDefinition, change: Change): Promise<MergedChange> {
  const columns = columnsOf(register);
  const [row, then] = [await versionNow(tx, register, change), await versionOfThen(tx, register, change)];
  const [base, stands] = [shownOf(columns, then), shownOf(columns, row)];
  const theirs = { ...stands, ...markChanged(columns, then, row) };
  const { changes, clashes } = mergeThreeWays(base, change.values, theirs);
  // What they changed is what would be written over the base.
  const changedByThem = Object.keys(mergeThreeWays(base, theirs, base).changes);
  const touched = new Set([...Object.keys(changes), ...clashes.map(({ field }) => field)]);
  const titles = new Map(columns.map(({ name, field }) => [name, field.title]));
  return {
    now: { version: row.version, values: stands, by: row.recordedBy, at: row.recordedAt },
    placeCode: row.placeCode,
    changes,
    clashes: clashes.map((clash) => ({ ...clash, title: titles.get(clash.field) ?? clash.field })),
    merged: changedByThem.filter((name) => !touched.has(name)),
  };
}
