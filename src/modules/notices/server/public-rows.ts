// What of a register's rows may stand in public, read by the white list of a notice: a statement that names no other column.

import { sql } from 'kysely';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { columnName } from '../../../kernel/register/define-register.ts';
import type { PublicColumn } from '../../../kernel/register/notices/public-columns.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { columnOf } from '../../../platform/server/registers/columns.ts';
import { cellSql } from '../../../platform/server/registers/export.ts';
import { publicName } from '../../process/domain/public-name.ts';
import type { NoticeName } from '../../process/domain/words.ts';

export type RowKey = { countyCode: number; id: number };
export type PublicRow = RowKey & { placeCode: number; isChanged: boolean; cells: string[] };

/** 苏木乡镇 and 嘎查村 of a row below a county, else its own region. */
const PLACE = `(select string_agg(r.name, ' ' order by r.code) from regions r
  where r.code = t.place_code or (r.code = t.place_code / 1000 * 1000 and r.level = 'township'))`;

function regionsSql(stored: string, several: boolean): string {
  return `(select string_agg(r.name, '、' order by r.code) from regions r where r.code ${several ? `= any (${stored})` : `= ${stored}`})`;
}

function textSql(register: RegisterDefinition, column: PublicColumn): string {
  if (column.of === 'head') return column.field.kind === 'household-no' ? 'null' : `t.${columnName(column.name)}`;
  const owner = column.of === 'reference' ? column.target : register;
  const alias = column.of === 'reference' ? 'o' : 't';
  const of = columnOf(owner, column.name);
  const text =
    column.field.kind === 'region-code'
      ? regionsSql(`${alias}.${of.column}`, column.field.several === true)
      : cellSql(of, alias);
  if (column.of !== 'reference') return text;
  const same = column.by.map(({ own, key }) => `o.${columnName(key)} = t.${columnName(own)}`).join(' and ');
  return `(select ${text} from ${column.target.table} o where ${same} and not o.voided limit 1)`;
}

function headSql(column: PublicColumn): string {
  if (column.of !== 'head') return 'null';
  return `(select h.head_name from households h where h.county_code = t.county_code and h.number = t.${columnName(column.name)} limit 1)`;
}

/** What officers type may hold a number of a person; keys and what they refer to do not. */
function isTyped(register: RegisterDefinition, { of, name, field }: PublicColumn): boolean {
  if (of === 'head' || field.kind === 'long-text') return true;
  return field.kind === 'text' && !(of === 'row' && register.key.includes(name));
}

type Read = RowKey & {
  placeCode: number;
  isChanged: boolean;
  place: string;
  texts: (string | null)[];
  heads: (string | null)[];
};

/** Rows in the order of `keys`; `since` is when they were hung out. Rows that are void or out of sight are left out. */
export async function publicRows(
  tx: Tx,
  register: RegisterDefinition,
  columns: readonly PublicColumn[],
  keys: readonly RowKey[],
  { rule, since }: { rule: NoticeName; since?: string | undefined },
): Promise<PublicRow[]> {
  const texts = columns.map((column) => `(${textSql(register, column)})::text`).join(', ');
  const heads = columns.map((column) => `(${headSql(column)})::text`).join(', ');
  const rows = await tx.rows<Read>(sql`
    select t.county_code, t.id, t.place_code, coalesce(${sql.raw(PLACE)}, '') as place,
      coalesce(t.recorded_at > ${since ?? null}::timestamptz, false) as is_changed,
      ${sql.raw(`array[${texts}] as texts, array[${heads}] as heads`)}
    from unnest(${keys.map(({ countyCode }) => countyCode)}::int[], ${keys.map(({ id }) => id)}::bigint[])
      with ordinality k (county_code, id, ord)
    join ${sql.raw(register.table)} t on t.county_code = k.county_code and t.id = k.id and not t.voided
    order by k.ord`);
  return rows.map(({ place, texts: read, heads: names, ...row }) => ({
    ...row,
    cells: [
      place,
      ...columns.map((column, i) => {
        const head = names[i];
        if (head) return publicName(head, rule);
        const text = read[i] ?? '';
        return isTyped(register, column) ? hideNumbers(text) : text;
      }),
    ],
  }));
}
