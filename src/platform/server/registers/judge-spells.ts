// Spells that exclude each other: groups in which two meet are found in one statement, and only those are judged row by row.

import { sql } from 'kysely';
import type { SpellsCheck } from '../../../kernel/register/checks.ts';
import { type RegisterDefinition, roleField } from '../../../kernel/register/define-register.ts';
import { FIRST_DAY, LAST_DAY, refuseOverlapping, type Spell } from '../../../kernel/register/judge-spells.ts';
import type { Tx } from '../db.ts';
import { columnOf, quotedList } from './columns.ts';
import { refusalTable, setTable, stands } from './set-rows.ts';

/** Expressions over a row named by its alias. */
type Parts = Record<'group' | 'from' | 'to' | 'where', (alias: string) => string> & { at: number };

function partsOf(register: RegisterDefinition, check: SpellsCheck): Parts {
  const column = (name: string) => columnOf(register, name).column;
  const since = roleField(register, 'since');
  const through = roleField(register, 'through');
  const until = [roleField(register, 'until'), ...(check.ends ?? [])].flatMap((name) => (name ? [column(name)] : []));
  return {
    group: (alias) => check.group.map((name) => `${alias}.${column(name)}`).join(', '),
    from: (alias) => (since ? `coalesce(${alias}.${column(since)}::text, '${FIRST_DAY}')` : `'${FIRST_DAY}'`),
    to: (alias) => {
      const ends = until.map((name) => `${alias}.${name}`);
      if (through) ends.push(`${alias}.${column(through)} + 1`);
      return ends.length > 0 ? `coalesce(least(${ends.join(', ')})::text, '${LAST_DAY}')` : `'${LAST_DAY}'`;
    },
    where: (alias) =>
      check.where ? `${alias}.${column(check.where.field)} in (${quotedList(check.where.is)})` : 'true',
    at: columnOf(register, since ?? check.group[0] ?? '').at,
  };
}

/** Spells of the groups the set touches: stored rows that stay, and the rows of the set, taken where their spell is as stored. */
function spellsSql(register: RegisterDefinition, { group, from, to, where }: Parts): string {
  const { table } = register;
  const rows = setTable(register);
  const spell = (alias: string) => `${group(alias)}, ${from(alias)}, ${to(alias)}`;
  const columns = (alias: string) =>
    `jsonb_build_array(${group(alias)})::text as grp, ${from(alias)} as from_day, ${to(alias)} as to_day`;
  return `select ${columns('t')}, 0::bigint as ord, true as taken from ${table} t
      where not t.voided and ${where('t')} and (${group('t')}) in (select ${group('x')} from ${rows} x)
        and not exists (select from ${rows} s where s.record_id = t.id and ${stands(register, 's')})
    union all select ${columns('x')}, x.ord, exists (select from ${table} t
        where t.county_code = x.old_county and t.id = x.record_id and not t.voided and ${where('t')}
          and (${spell('t')}) = (${spell('x')}))
      from ${rows} x where not x.voided and ${where('x')} and ${stands(register, 'x')}`;
}

/** Answers how many rows were refused. */
export async function judgeSpells(tx: Tx, register: RegisterDefinition, check: SpellsCheck): Promise<number> {
  const parts = partsOf(register, check);
  const found = await tx.rows<{ grp: string; ord: number; fromDay: string; toDay: string; taken: boolean }>(
    sql.raw(`with spells as (${spellsSql(register, parts)}),
      ordered as (select grp, from_day, max(to_day) over (partition by grp order by from_day, ord
        rows between unbounded preceding and 1 preceding) as before from spells where from_day < to_day)
      select grp, ord, from_day, to_day, taken from spells
      where grp in (select grp from ordered where from_day < before)`),
  );
  const groups = Map.groupBy(found, ({ grp }) => grp);
  const refused = [...groups.values()].flatMap((spells) =>
    refuseOverlapping(
      spells.map(({ ord, fromDay, toDay, taken }): Spell => ({ ord, from: fromDay, to: toDay, taken })),
    ),
  );
  if (refused.length === 0) return 0;
  await tx.run(sql`insert into ${sql.raw(refusalTable(register))} (ord, at, code)
    select ord, ${parts.at}, 'overlap' from unnest(${refused}::bigint[]) ord`);
  return refused.length;
}
