// Spells that exclude each other: groups in which two meet are found in one statement, and only those are judged row by row.

import { sql } from 'kysely';
import type { OneToOneCheck, Picked, SharesCheck, SpellsCheck } from '../../../../kernel/register/checks.ts';
import { type RegisterDefinition, roleField } from '../../../../kernel/register/define-register.ts';
import { FIRST_DAY, LAST_DAY, refuseOverlapping, type Spell } from '../../../../kernel/register/judge-spells.ts';
import { judgeShares } from '../../../../kernel/register/limits/shares.ts';
import type { RefusalCode } from '../../../../kernel/register/refusals.ts';
import type { Tx } from '../../db.ts';
import { columnOf, quotedList } from '../columns.ts';
import { refusalTable, setTable, stands } from '../set-rows.ts';

/** What is asked of the spells; `beside` are columns told with each as text. */
type Asked = {
  group: readonly string[];
  where?: Picked;
  unless?: string;
  ends?: readonly string[];
  begun?: true;
  beside: readonly string[];
  /** Groups that are judged at all: those in which two meet, or all. */
  only: 'meeting' | 'all';
};

type Found = Spell & { grp: string; beside: (string | null)[] };

/** Expressions over a row named by its alias. */
type Parts = Record<'group' | 'from' | 'to' | 'where' | 'beside', (alias: string) => string>;

function partsOf(register: RegisterDefinition, asked: Asked): Parts {
  const column = (name: string) => columnOf(register, name).column;
  const since = roleField(register, 'since');
  const through = roleField(register, 'through');
  const until = [roleField(register, 'until'), ...(asked.ends ?? [])].flatMap((name) => (name ? [column(name)] : []));
  return {
    group: (alias) => asked.group.map((name) => `${alias}.${column(name)}`).join(', '),
    from: (alias) => (since ? `coalesce(${alias}.${column(since)}::text, '${FIRST_DAY}')` : `'${FIRST_DAY}'`),
    to: (alias) => {
      const ends = until.map((name) => `${alias}.${name}`);
      if (through) ends.push(`${alias}.${column(through)} + 1`);
      return ends.length > 0 ? `coalesce(least(${ends.join(', ')})::text, '${LAST_DAY}')` : `'${LAST_DAY}'`;
    },
    where: (alias) =>
      [
        ...(asked.where ? [`${alias}.${column(asked.where.field)} in (${quotedList(asked.where.is)})`] : []),
        ...(asked.unless ? [`${alias}.${column(asked.unless)} is not true`] : []),
        ...(asked.begun && since ? [`${alias}.${column(since)} is not null`] : []),
      ].join(' and ') || 'true',
    beside: (alias) => `array[${asked.beside.map((name) => `${alias}.${column(name)}::text`).join(', ')}]::text[]`,
  };
}

/** Spells of the groups the set touches: stored rows that stay, and the rows of the set, taken where their spell is as stored. */
function spellsSql(register: RegisterDefinition, { group, from, to, where, beside }: Parts): string {
  const { table } = register;
  const rows = setTable(register);
  const grp = (alias: string) => `jsonb_build_array(${group(alias)})::text`;
  const spell = (alias: string) => `${grp(alias)}, ${from(alias)}, ${to(alias)}, ${beside(alias)}`;
  const columns = (alias: string) =>
    `${grp(alias)} as grp, ${from(alias)} as from_day, ${to(alias)} as to_day, ${beside(alias)} as beside`;
  const touched = group('t') === '' ? 'true' : `(${group('t')}) in (select ${group('x')} from ${rows} x)`;
  return `select ${columns('t')}, 0::bigint as ord, true as taken from ${table} t
      where not t.voided and ${where('t')} and ${touched}
        and not exists (select from ${rows} s where s.record_id = t.id and ${stands(register, 's')})
    union all select ${columns('x')}, x.ord, exists (select from ${table} t
        where t.county_code = x.old_county and t.id = x.record_id and not t.voided and ${where('t')}
          and (${spell('t')}) = (${spell('x')}))
      from ${rows} x where not x.voided and ${where('x')} and ${stands(register, 'x')}`;
}

/** The spells of each group that has to be judged. */
async function readSpells(tx: Tx, register: RegisterDefinition, asked: Asked): Promise<Found[][]> {
  const only =
    asked.only === 'all'
      ? ''
      : `where grp in (select grp from (select grp, from_day, max(to_day) over (partition by grp order by from_day, ord
          rows between unbounded preceding and 1 preceding) as before from spells where from_day < to_day) o
        where from_day < before)`;
  const found = await tx.rows<{
    grp: string;
    ord: number;
    fromDay: string;
    toDay: string;
    taken: boolean;
    beside: (string | null)[];
  }>(
    sql.raw(`with spells as materialized (${spellsSql(register, partsOf(register, asked))})
      select grp, ord, from_day, to_day, taken, beside from spells ${only}`),
  );
  const spells = found.map(({ fromDay, toDay, ...rest }) => ({ ...rest, from: fromDay, to: toDay }));
  return [...Map.groupBy(spells, ({ grp }) => grp).values()];
}

async function refuseRows(tx: Tx, register: RegisterDefinition, name: string, code: RefusalCode, ords: number[]) {
  if (ords.length === 0) return 0;
  const { at } = columnOf(register, name);
  await tx.run(sql`insert into ${sql.raw(refusalTable(register))} (ord, at, code)
    select ord, ${at}, ${code} from unnest(${ords}::bigint[]) ord`);
  return ords.length;
}

/** Answers how many rows were refused, as all of these do. */
export async function judgeSpells(tx: Tx, register: RegisterDefinition, check: SpellsCheck): Promise<number> {
  const beside = check.differ ? [check.differ] : [];
  const groups = await readSpells(tx, register, { ...check, beside, only: 'meeting' });
  const exclude = (a: Found, b: Found) => check.differ === undefined || a.beside[0] !== b.beside[0];
  const refused = groups.flatMap((spells) => refuseOverlapping(spells, exclude));
  return refuseRows(tx, register, roleField(register, 'since') ?? check.group[0] ?? '', 'overlap', refused);
}

export async function judgeOneToOne(tx: Tx, register: RegisterDefinition, check: OneToOneCheck): Promise<number> {
  const { one, other, where } = check;
  const groups = await readSpells(tx, register, { group: [], where, beside: [one, other], only: 'meeting' });
  const exclude = (a: Found, b: Found) => (a.beside[0] === b.beside[0]) !== (a.beside[1] === b.beside[1]);
  const refused = groups.flatMap((spells) => refuseOverlapping(spells, exclude));
  return refuseRows(tx, register, other, 'not-one-to-one', refused);
}

const MILLIONTHS = 1_000_000;

export async function judgeSharesOf(tx: Tx, register: RegisterDefinition, check: SharesCheck): Promise<number> {
  const { group, share, sole } = check;
  const groups = await readSpells(tx, register, { group, beside: [share, sole.field], only: 'all' });
  const judged = groups.map((spells) =>
    judgeShares(
      spells.map((spell) => {
        const named = spell.beside[0];
        return { ...spell, share: named == null ? null : Math.round(Number(named) * MILLIONTHS) };
      }),
      sole.is.includes(spells[0]?.beside[1] ?? ''),
    ),
  );
  const second = await refuseRows(
    tx,
    register,
    share,
    'second-owner',
    judged.flatMap((one) => one.second),
  );
  // Who stands beside a second owner is judged again without him.
  const unfit = judged.flatMap((one) => (one.second.length > 0 ? [] : one.unfit));
  return second + (await refuseRows(tx, register, share, 'shares-not-100', unfit));
}
