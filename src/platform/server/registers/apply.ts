// What stands of a set is written: new rows in, changed rows over what was, which is kept as a version.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../db.ts';
import { columnsOf } from './columns.ts';
import { ORDER_OF_FILE } from './register-transform.ts';
import { refusalTable, setTable, stands, subjectColumns } from './set-rows.ts';

/** Takes the change from rows that do not stand; a row that lies elsewhere now is changed. Few rows are touched. */
export async function settleChanges(tx: Tx, register: RegisterDefinition): Promise<void> {
  await tx.script(`update ${setTable(register)} x set change = null where not (${stands(register, 'x')});
    update ${setTable(register)} x set change = 'changed' where x.change = 'same' and x.place_code <> x.old_place`);
}

/** Writes the register's rows of the set, as the actor's; `setId`: the import they came with. */
export async function applySet(tx: Tx, register: RegisterDefinition, setId: number | null): Promise<void> {
  const { code, table, shared } = register;
  const { name, accountId } = tx.actor;
  const rows = setTable(register);
  const columns = [...columnsOf(register).map(({ column }) => column), ...subjectColumns(register)];
  const origin = sql`now(), ${name}, ${accountId}::bigint, ${setId}::int, ${sql.raw(`(x.ord / ${ORDER_OF_FILE})::int, x.line`)}`;
  const changed = sql.raw(`x.change in ('changed', 'voided') and c.county_code = x.old_county and c.id = x.record_id`);
  await tx.run(sql`insert into register_versions
      (register, county_code, record_id, place_code, recorded_at, replaced_at, replaced_set_id, content)
    select ${code}, c.county_code, c.id, ${sql.raw(shared ? 'null' : 'c.place_code')}, c.recorded_at, now(), ${setId}::int, to_jsonb(c)
    from ${sql.raw(rows)} x join ${sql.raw(table)} c on ${changed}`);
  await tx.run(sql`update ${sql.raw(table)} c set
      ${sql.raw(columns.map((column) => `${column} = x.${column}`).join(', '))}, place_code = x.place_code,
      (recorded_at, recorded_by, account_id, set_id, file_no, line) = row (${origin})
    from ${sql.raw(rows)} x where ${changed}`);
  await tx.run(sql`insert into ${sql.raw(table)}
      (county_code, place_code, ${sql.raw(columns.join(', '))}, recorded_at, recorded_by, account_id, set_id, file_no, line)
    select x.place_code / 1000000, x.place_code, ${sql.raw(columns.map((column) => `x.${column}`).join(', '))}, ${origin}
    from ${sql.raw(rows)} x where x.change = 'new' order by x.ord`);
}

export type ChangeCounts = { new: number; changed: number; same: number; voided: number; refusedRows: number };
export type CodeCounts = Record<string, number>;

/** Counts of the register's rows by file. */
export async function countChanges(tx: Tx, register: RegisterDefinition) {
  const rows = setTable(register);
  const refused = refusalTable(register);
  const file = (alias: string) => `(${alias}.ord / ${ORDER_OF_FILE})::int as file_no`;
  const changes = await tx.rows<ChangeCounts & { fileNo: number }>(
    sql.raw(`select ${file('x')}, count(*) filter (where x.change = 'new')::int as new,
      count(*) filter (where x.change = 'changed')::int as changed, count(*) filter (where x.change = 'voided')::int as voided,
      count(*) filter (where x.change = 'same' or (x.repeats is not null and not r.bad))::int as same,
      count(*) filter (where r.bad)::int as refused_rows
      from ${rows} x, lateral (select exists (select from ${refused} r where r.ord = x.ord) as bad) r group by 1`),
  );
  const codes = await tx.rows<{ fileNo: number; code: string; count: number }>(
    sql.raw(
      `select ${file('r')}, r.code, count(distinct r.ord)::int as count from ${refused} r group by 1, 2 order by 2`,
    ),
  );
  return { changes, codes };
}
