// Rows that are possible but doubtful: taken, and told with the import (data contract §4). What is doubtful is said by the slices.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { IssueCode } from '../../../kernel/register/issues.ts';
import type { Tx } from '../db.ts';
import { ORDER_OF_FILE } from './register-transform.ts';
import { setTable, stands } from './set-rows.ts';

/** A condition in SQL over the stored row `t` of the register. */
export type Doubt = { register: string; code: IssueCode; where: string };

/** Rows that the set wrote and that the doubt speaks of, by file. */
export async function countDoubts(tx: Tx, register: RegisterDefinition, doubt: Doubt, setId: number) {
  return tx.rows<{ fileNo: number; count: number }>(sql`select t.file_no, count(*)::int as count
    from ${sql.raw(register.table)} t where t.set_id = ${setId}::int and not t.voided and (${sql.raw(doubt.where)}) group by t.file_no`);
}

/** Rows whose number is that of somebody with another name, by file. */
export async function countOtherNames(tx: Tx, register: RegisterDefinition) {
  return tx.rows<{ fileNo: number; count: number }>(
    sql.raw(`select (x.ord / ${ORDER_OF_FILE})::int as file_no, count(*)::int as count from ${setTable(register)} x
      where x.name_differs and ${stands(register, 'x')} group by 1`),
  );
}
