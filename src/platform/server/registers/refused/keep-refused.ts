// Refused rows as they were handed in, sealed, for the workbook that goes back.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import type { Keys } from '../../keys.ts';
import { openTable } from '../../tables/table-source.ts';
import { copyTransformed } from '../../tables/transform/copy-transformed.ts';
import { columnsOf } from '../columns.ts';
import { namedColumns } from '../header.ts';
import { ORDER_OF_FILE } from '../register-transform.ts';
import { refusalTable, setTable } from '../set-rows.ts';
import type { RegisterFile } from '../stage.ts';
import type { HandedInTransformInit } from './handed-in-transform.ts';

/** Rows of files as they were handed in, sealed: of those alone that are refused. */
function handedInTable({ table }: RegisterDefinition): string {
  return `handed_in_${table}`;
}

/** Keeps the refused rows of a file as they were handed in; for that it is read a second time, which most files do not need. */
export async function stageRefused(
  tx: Tx,
  register: RegisterDefinition,
  file: RegisterFile,
  fileNo: number,
  { keys, signal }: { keys: Keys; signal?: AbortSignal | undefined },
): Promise<void> {
  const target = handedInTable(register);
  await tx.script(
    `create temp table if not exists ${target} (ord bigint not null, cells bytea not null) on commit drop`,
  );
  const refused = await tx.rows<{ line: number }>(
    sql.raw(`select distinct (ord % ${ORDER_OF_FILE})::int as line from ${refusalTable(register)}
      where ord between ${fileNo * ORDER_OF_FILE} and ${(fileNo + 1) * ORDER_OF_FILE - 1}`),
  );
  if (refused.length === 0) return;
  const wanted = { file: file.name, columns: namedColumns(register), sheet: register.code };
  await copyTransformed<HandedInTransformInit>(tx, await openTable(file.path, wanted, signal), {
    module: new URL('./handed-in-transform.ts', import.meta.url),
    init: { fileNo, lines: new Set(refused.map(({ line }) => line)), keys },
    targets: { rows: target },
    signal,
  });
}

/** Keeps the refused rows of the register as they were handed in, sealed, with their reasons in the order of columns. */
export async function keepRefused(tx: Tx, register: RegisterDefinition, setId: number): Promise<void> {
  const names = columnsOf(register).map(({ name }) => name);
  await tx.run(sql`insert into register_refusals (set_id, register, file_no, line, codes, cells_sealed)
    select ${setId}::int, ${register.code}, ${sql.raw(`(x.ord / ${ORDER_OF_FILE})::int, x.line`)},
      (select jsonb_agg(jsonb_build_object('column', (${names}::text[])[r.at + 1], 'code', r.code) order by r.at, r.code)
        from ${sql.raw(refusalTable(register))} r where r.ord = x.ord), h.cells
    from ${sql.raw(setTable(register))} x left join ${sql.raw(handedInTable(register))} h on h.ord = x.ord where exists (select from ${sql.raw(refusalTable(register))} r where r.ord = x.ord)`);
}
