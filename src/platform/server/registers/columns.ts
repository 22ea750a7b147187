// A register's columns in the database. Names come from definitions, never from users, and are put into statements as they are.

import { allFields, columnName, type RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Field } from '../../../kernel/register/field.ts';
import { copiedAs, sqlType } from '../../../kernel/register/kinds.ts';

export type Column = {
  /** English name of the field, and its column. */
  name: string;
  column: string;
  field: Field;
  /** Place in the definition, common columns last: the order in which reasons are told, and the bit in masks. */
  at: number;
  type: string;
  copied: ReturnType<typeof copiedAs>;
};

const known = new WeakMap<RegisterDefinition, Column[]>();

/** Own columns, then 作废, 作废原因, 备注, 附件. */
export function columnsOf(register: RegisterDefinition): Column[] {
  let columns = known.get(register);
  if (!columns) {
    columns = allFields(register).map(([name, field], at) => ({
      name,
      column: columnName(name),
      field,
      at,
      type: sqlType(field),
      copied: copiedAs(field),
    }));
    known.set(register, columns);
  }
  return columns;
}

/** The column of a field; an unknown name is an error of the definition. */
export function columnOf(register: RegisterDefinition, name: string): Column {
  const found = columnsOf(register).find((column) => column.name === name);
  if (!found) throw new Error(`${register.code}: there is no field ${name}`);
  return found;
}

/** `2^at`: masks of a row hold a bit for each column; a definition has at most 52. */
export function bitOf({ at }: Column): number {
  return 2 ** at;
}

/** Whether the mask has the column's bit, in SQL. */
export function hasBit(mask: string, column: Column): string {
  return `(${mask} & ${bitOf(column)}) <> 0`;
}

/** `'a', 'b'` for an `in`. */
export function quotedList(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
}

/** `a.x = b.y and …` over the key; columns that may be empty compare as values of their own. */
export function sameKey(register: RegisterDefinition, left: string, right: string): string {
  return register.key
    .map((name) => {
      const { column, field } = columnOf(register, name);
      const how = field.required === true ? '=' : 'is not distinct from';
      return `${left}.${column} ${how} ${right}.${column}`;
    })
    .join(' and ');
}
