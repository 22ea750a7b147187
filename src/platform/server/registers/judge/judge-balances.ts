// Points: what is spent must have been there on the day. Households that spend and that the set touches are judged row by row.

import { sql } from 'kysely';
import type { BalanceCheck } from '../../../../kernel/register/checks.ts';
import { type RegisterDefinition, roleField } from '../../../../kernel/register/define-register.ts';
import {
  type PointChange,
  type PointEntry,
  type PointKind,
  refuseOverspent,
} from '../../../../kernel/register/limits/balance.ts';
import type { Tx } from '../../db.ts';
import { columnOf } from '../columns.ts';
import { refusalTable, setTable, stands } from '../set-rows.ts';

type Row = { grp: string; ord: number; isOld: boolean; day: string; kind: PointKind; points: number };

function rowsSql(register: RegisterDefinition, check: BalanceCheck): string {
  const column = (name: string) => columnOf(register, name).column;
  const since = column(roleField(register, 'since') ?? '');
  const rows = setTable(register);
  const grp = (alias: string) =>
    `jsonb_build_array(${check.group.map((name) => `${alias}.${column(name)}`).join(', ')})::text`;
  const entry = (
    alias: string,
  ) => `${alias}.${since}::text as day, case ${alias}.${column(check.kind)} when '${check.earned}' then 'earned'
    when '${check.takenOff}' then 'taken-off' else 'spent' end as kind, ${alias}.${column(check.amount)} as points`;
  return `select ${grp('t')} as grp, coalesce((select s.ord from ${rows} s where s.record_id = t.id and ${stands(register, 's')}), 0) as ord,
      true as is_old, ${entry('t')} from ${register.table} t where not t.voided
    union all select ${grp('x')}, x.ord, false, ${entry('x')} from ${rows} x where not x.voided and ${stands(register, 'x')}`;
}

function judgeGroup(rows: readonly Row[]): number[] {
  const entry = ({ day, kind, points }: Row): PointEntry => ({ day, kind, points });
  const stored = rows.filter(({ isOld }) => isOld).map(entry);
  const changes: PointChange[] = [];
  for (const [ord, own] of Map.groupBy(rows, ({ ord }) => ord)) {
    if (ord === 0) continue;
    const [before, after] = [own.find(({ isOld }) => isOld), own.find(({ isOld }) => !isOld)];
    const isSame = before && after && JSON.stringify(entry(before)) === JSON.stringify(entry(after));
    if (!isSame) changes.push({ ord, before: before && entry(before), after: after && entry(after) });
  }
  return refuseOverspent(stored, changes);
}

/** Answers how many rows were refused. */
export async function judgeBalance(tx: Tx, register: RegisterDefinition, check: BalanceCheck): Promise<number> {
  const rows = await tx.rows<Row>(
    sql.raw(`with entries as materialized (${rowsSql(register, check)})
      select * from entries where grp in (select grp from entries where ord <> 0) and grp in (select grp from entries where kind = 'spent')`),
  );
  const refused = [...Map.groupBy(rows, ({ grp }) => grp).values()].flatMap(judgeGroup);
  if (refused.length === 0) return 0;
  await tx.run(sql`insert into ${sql.raw(refusalTable(register))} (ord, at, code)
    select ord, ${columnOf(register, check.amount).at}, 'over-balance' from unnest(${refused}::bigint[]) ord`);
  return refused.length;
}
