// What is seen on screen of the rows a set refuses, before anything is written.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import { columnsOf } from '../columns.ts';
import { ORDER_OF_FILE } from '../register-transform.ts';
import { refusalTable, setTable } from '../set-rows.ts';

export type FirstRefusal = { line: number; column?: string; code: string };

/** Enough to see on screen what is wrong with a file; all of them are in the workbook. */
const FIRST = 10;

/** Where the first refused rows of each file stand and why, by column title; nothing of what they hold. */
export async function firstRefusals(
  tx: Tx,
  register: RegisterDefinition,
): Promise<(FirstRefusal & { fileNo: number })[]> {
  const columns = columnsOf(register);
  const rows = await tx.rows<{ fileNo: number; line: number; at: number; code: string }>(
    sql.raw(`select file_no, line, at, code from (
        select (x.ord / ${ORDER_OF_FILE})::int as file_no, x.line, r.at, r.code,
          dense_rank() over (partition by x.ord / ${ORDER_OF_FILE} order by x.ord) as place
        from ${refusalTable(register)} r join ${setTable(register)} x on x.ord = r.ord) ranked
      where place <= ${FIRST} order by file_no, line, at, code`),
  );
  return rows.map(({ fileNo, line, at, code }) => {
    const column = columns[at]?.field.title;
    return { fileNo, line, code, ...(column ? { column } : {}) };
  });
}
