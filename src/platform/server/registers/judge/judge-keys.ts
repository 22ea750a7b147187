// Rows of one set that have the same key: the first that is sound stands, equal ones repeat it, others are `same-key`.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import { columnOf, columnsOf, sameKey } from '../columns.ts';
import { refusalTable, setTable } from '../set-rows.ts';

function doublesTable({ table }: RegisterDefinition): string {
  return `doubles_${table}`;
}

/** Keeps the rows whose key comes more than once, few or none; answers whether there are any. */
export async function findDoubles(tx: Tx, register: RegisterDefinition): Promise<boolean> {
  const key = register.key.map((name) => columnOf(register, name).column);
  const rows = setTable(register);
  const doubles = doublesTable(register);
  await tx.script(`drop table if exists pg_temp.${doubles}; create temp table ${doubles} on commit drop as
    select x.ord, x.record_id from ${rows} x join
      (select ${key.join(', ')} from ${rows} group by ${key.join(', ')} having count(*) > 1) d on ${sameKey(register, 'x', 'd')}`);
  return (await tx.first(sql.raw(`select 1 as found from ${doubles} limit 1`))) !== undefined;
}

/** Judges the doubles anew: a refused row does not occupy its key, so what is refused later lets the next one stand. */
export async function judgeDoubles(tx: Tx, register: RegisterDefinition): Promise<void> {
  const rows = setTable(register);
  const refused = refusalTable(register);
  const doubles = doublesTable(register);
  const at = columnOf(register, register.key[0] ?? '').at;
  const contents = (alias: string) =>
    columnsOf(register)
      .map(({ column }) => `${alias}.${column}`)
      .join(', ');
  const key = register.key.map((name) => `x.${columnOf(register, name).column}`).join(', ');
  await tx.script(`
    delete from ${refused} where code = 'same-key';
    update ${rows} set repeats = null where repeats is not null;
    create temp table judged_doubles as
      select x.ord, first_value(x.ord) over (partition by ${key} order by x.ord) as leader
      from ${rows} x join ${doubles} d on d.ord = x.ord
      where not exists (select from ${refused} r where r.ord = x.ord);
    update ${rows} x set repeats = j.leader from judged_doubles j join ${rows} l on l.ord = j.leader
      where x.ord = j.ord and j.leader <> j.ord and (${contents('x')}) is not distinct from (${contents('l')});
    insert into ${refused} select j.ord, ${at}, 'same-key' from judged_doubles j join ${rows} x on x.ord = j.ord
      where j.leader <> j.ord and x.repeats is null;
    drop table judged_doubles;`);
}
