// What refers to a row, register by register: the contracts, incomes and distributions of an asset, whatever slice keeps them. It
// follows from the references of the definitions alone.

import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import { type Catalogue, referenceColumns } from '../../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RelatedRows } from '../../../../kernel/register/find-contract.ts';
import '../../../../kernel/register/problems.ts';
import type { Tx } from '../../db.ts';
import { columnOf } from '../columns.ts';

type RowAsked = { code: string; countyCode: number; id: number };
type Reference = { register: RegisterDefinition; field: string; columns: { own: string; key: string }[] };
type KeyValue = string | number | null;

/** More are told as this many. */
const MOST_COUNTED = 10_000;

function mayRead(tx: Tx, { roles }: RegisterDefinition): boolean {
  return roles.read.some((role) => role === tx.actor.role);
}

/** Key fields of the row by name. Throws `registers.not-found`. */
async function keyOf(tx: Tx, register: RegisterDefinition, { countyCode, id }: RowAsked) {
  const columns = register.key.map((name) => `t.${columnOf(register, name).column}`);
  const row = await tx.first<Record<string, KeyValue>>(sql`select ${sql.raw(columns.join(', '))}
    from ${sql.raw(register.table)} t where t.county_code = ${countyCode} and t.id = ${id}`);
  if (!row) throw new Problem('registers.not-found');
  return row;
}

function countSql(tx: Tx, { register, columns }: Reference, row: Record<string, KeyValue>): RawBuilder<unknown> {
  const { low, high } = tx.actor.range;
  const same = columns.map(({ own, key }) => {
    const { column, type } = columnOf(register, own);
    return sql`t.${sql.raw(column)} = ${row[key] ?? null}::${sql.raw(type)}`;
  });
  const seen = register.shared ? sql`` : sql`and t.place_code between ${low} and ${high}`;
  return sql`(select count(*)::int from (select from ${sql.raw(register.table)} t
    where not t.voided and ${sql.join(same, sql` and `)} ${seen} limit ${MOST_COUNTED}) counted)`;
}

/** Of the registers the role may read, in the order of the catalogue. Throws `registers.unknown`, `registers.not-found`. */
export async function relatedRows(tx: Tx, catalogue: Catalogue, asked: RowAsked): Promise<RelatedRows[]> {
  const register = catalogue.find(asked.code);
  if (!register || !mayRead(tx, register)) throw new Problem('registers.unknown', { code: asked.code });
  const row = await keyOf(tx, register, asked);
  const references = catalogue
    .referringTo(register.code)
    .filter((one) => mayRead(tx, one.register))
    .map((one) => ({ ...one, columns: referenceColumns(one.register, one.field, register) }));
  if (references.length === 0) return [];
  const counts = await tx.first<{ counts: number[] }>(
    sql`select array[${sql.join(references.map((one) => countSql(tx, one, row)))}] as counts`,
  );
  return references.map(({ register: { code }, field, columns }, i) => ({
    ...{ code, field, count: counts?.counts[i] ?? 0 },
    values: Object.fromEntries(columns.map(({ own, key }) => [own, row[key] ?? ''])),
  }));
}
