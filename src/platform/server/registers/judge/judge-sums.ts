// Sums that may not pass a limit: groups that do are found in one statement over all rows concerned, and only those are judged row by
// row.

import { sql } from 'kysely';
import type { SumCheck, SumTerm } from '../../../../kernel/register/checks.ts';
import { type RegisterDefinition, roleField } from '../../../../kernel/register/define-register.ts';
import { refuseBeyond, type SumEntry } from '../../../../kernel/register/limits/sums.ts';
import type { Tx } from '../../db.ts';
import { columnOf } from '../columns.ts';
import { refusalTable, setTable, stands } from '../set-rows.ts';
import { type JudgedSet, valueSql } from './links.ts';

type Entry = SumEntry & { grp: string; rows: number };

/** Registers a check reads; it is judged where the set has rows of one of them. */
export function termsOf(check: SumCheck): SumTerm[] {
  return [check.used, ...check.limit];
}

/** Rows of one term by group: what is stored as one row, and what each row of the set takes away and adds. */
function entriesSql(set: JudgedSet, check: SumCheck, term: SumTerm): string[] {
  const register = set.catalogue.find(term.of);
  if (!register) return [];
  const { column } = columnOf(register, term.amount);
  const since = roleField(register, 'since');
  const side = term === check.used ? 'used' : 'limit';
  const turned = check.returned && term === check.used ? '-' : '';
  const counts = (alias: string) => {
    const amount = `${alias}.${column}`;
    const sign =
      term.sign === 'negative'
        ? `${amount} < 0`
        : term.sign === 'positive'
          ? `${amount} >= 0`
          : `${amount} is not null`;
    return `not ${alias}.voided and ${sign}`;
  };
  const group = (alias: string) =>
    `jsonb_build_array(${term.group.map((path) => valueSql(set, register, path, alias)).join(', ')})`;
  const head = `'${side}' as side, '${register.code}' as register`;
  const day = (alias: string) => (since ? `${alias}.${columnOf(register, since).column}::text` : `''`);
  const stored = `select ${head}, ${group('t')} as grp, 0::bigint as ord, '' as since, ${turned}t.${column} as delta, 1 as rows
    from ${register.table} t where ${counts('t')}`;
  if (!set.registers.includes(register)) return [stored];
  const rows = setTable(register);
  return [
    stored,
    `select ${head}, ${group('t')}, x.ord, ${day('x')}, -(${turned}t.${column}), -1 from ${rows} x
      join ${register.table} t on t.county_code = x.old_county and t.id = x.record_id where ${counts('t')} and ${stands(register, 'x')}`,
    `select ${head}, ${group('x')}, x.ord, ${day('x')}, ${turned}x.${column}, 1 from ${rows} x
      where ${counts('x')} and ${stands(register, 'x')}`,
  ];
}

/** All entries of the groups that pass their limit and that the set touches. */
async function readBeyond(tx: Tx, set: JudgedSet, check: SumCheck): Promise<Entry[][]> {
  const entries = termsOf(check).flatMap((term) => entriesSql(set, check, term));
  const limited = check.open ? `and sum(rows) filter (where side = 'limit') > 0` : '';
  const found = await tx.rows<Entry>(
    sql.raw(`with entries as materialized (${entries.join(' union all ')}),
      beyond as (select grp from entries where jsonb_typeof(grp -> 0) <> 'null' group by grp
        having coalesce(sum(delta) filter (where side = 'used'), 0) > coalesce(sum(delta) filter (where side = 'limit'), 0)
          and bool_or(ord <> 0) ${limited})
      select grp::text as grp, side, register, ord, max(since) as since, sum(delta)::bigint as delta, sum(rows)::int as rows
      from entries join beyond using (grp) group by grp, side, register, ord`),
  );
  return [...Map.groupBy(found, ({ grp }) => grp).values()];
}

/** Zeros behind a region's code: the more, the higher it is. */
function heightOf([first]: readonly Entry[]): number {
  return /^\[1\d*?(0*)[,\]]/.exec(first?.grp ?? '')?.[1]?.length ?? 0;
}

/** Answers how many rows were refused. */
export async function judgeSum(tx: Tx, set: JudgedSet, check: SumCheck): Promise<number> {
  const groups = await readBeyond(tx, set, check);
  // What a higher region gave is settled before what lower ones gave on of it.
  const heights = check.down ? [...new Set(groups.map(heightOf))].sort((a, b) => b - a) : [undefined];
  for (const height of heights) {
    const own = groups.filter((group) => height === undefined || heightOf(group) === height);
    const refused = own.flatMap(refuseBeyond);
    if (refused.length === 0) continue;
    for (const [code, rows] of Map.groupBy(refused, ({ register }) => register)) {
      const register = set.catalogue.find(code);
      const amount = termsOf(check).find(({ of }) => of === code)?.amount;
      if (register && amount) await refuseRows(tx, register, columnOf(register, amount).at, check.code, rows);
    }
    return refused.length;
  }
  return 0;
}

async function refuseRows(tx: Tx, register: RegisterDefinition, at: number, code: string, rows: readonly SumEntry[]) {
  const ords = [...new Set(rows.map(({ ord }) => ord))];
  await tx.run(sql`insert into ${sql.raw(refusalTable(register))} (ord, at, code)
    select ord, ${at}, ${code} from unnest(${ords}::bigint[]) ord`);
}
