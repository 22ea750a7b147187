// References of a set: judged after all files are read, together with what is stored. A row that is refused, voided or voided in the
// same set is none to refer to; what valid rows refer to cannot be voided.

import { referenceColumns } from '../../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Field } from '../../../../kernel/register/field.ts';
import type { Tx } from '../../db.ts';
import { columnOf, hasBit } from '../columns.ts';
import { refuse, setTable, stands } from '../set-rows.ts';
import { type JudgedSet, type Link, linksOf, matches, referredSql } from './links.ts';

function missingTargets(link: Link, isInSet: boolean): string {
  const { register, field, target } = link;
  const { column, at } = columnOf(register, field);
  const readable = referenceColumns(register, field, target)
    .filter(({ own }) => own !== field)
    .map(({ own }) => `x.${columnOf(register, own).column} is not null`);
  const goes = isInSet
    ? `and not exists (select from ${setTable(target)} s where s.record_id = t.id and s.voided and ${stands(target, 's')})`
    : '';
  const comes = isInSet
    ? `and not exists (select from ${setTable(target)} s where ${matches(link, 'x', 's')} and not s.voided and ${stands(target, 's')})`
    : '';
  return `select x.ord, ${at}, 'no-reference' from ${setTable(register)} x
    where ${[`x.${column} is not null`, ...readable].join(' and ')} and not (x.voided and x.record_id is not null)
      and not exists (select from ${target.table} t where ${matches(link, 'x', 't')} and not t.voided ${goes}) ${comes}`;
}

/** Refuses rows that refer to nothing. Answers how many reasons were added. */
export async function judgeReferences(tx: Tx, { catalogue, registers }: JudgedSet): Promise<number> {
  let added = 0;
  for (const register of registers)
    for (const link of linksOf(register, catalogue))
      added += await refuse(tx, register, missingTargets(link, registers.includes(link.target)));
  return added;
}

function stillUsed(target: RegisterDefinition, link: Link, isInSet: boolean): string {
  const { register, field } = link;
  const { column } = columnOf(register, field);
  const moved = isInSet
    ? `and not exists (select from ${setTable(register)} s where s.record_id = r.id and ${stands(register, 's')}
        and (s.voided or s.${column} is distinct from r.${column}))`
    : '';
  return `select v.ord, ${columnOf(target, 'voided').at}, 'in-use' from ${setTable(target)} v
    where v.voided and v.record_id is not null and not v.was_voided and ${stands(target, 'v')}
      and exists (select from ${register.table} r where ${matches(link, 'r', 'v')} and not r.voided ${moved})`;
}

/** Refuses to void what valid rows refer to. Answers how many reasons were added. */
export async function judgeVoiding(tx: Tx, { catalogue, registers }: JudgedSet): Promise<number> {
  let added = 0;
  for (const target of registers) {
    for (const { register, field } of catalogue.referringTo(target.code)) {
      const isInSet = registers.includes(register);
      added += await refuse(tx, target, stillUsed(target, { register, field, target }, isInSet));
    }
  }
  return added;
}

/**
 * The place of rows that have none of their own is that of the row they refer to: as it will stand, or as it is stored where the set's
 * own row is refused. The register referred to is judged before.
 */
export async function placeByReference(tx: Tx, set: JudgedSet, register: RegisterDefinition): Promise<void> {
  const field = Object.entries(register.fields).find(([, { role }]) => role === 'gives-place')?.[0];
  const link = linksOf(register, set.catalogue).find((one) => one.field === field);
  if (link)
    await tx.script(
      `update ${setTable(register)} x set place_code = ${referredSql(set, link, () => 'place_code', 'x')}`,
    );
}

/** Each register after those it needs, as far as they do not need it in turn. */
export function inOrderOfReference(
  registers: readonly RegisterDefinition[],
  needs: (register: RegisterDefinition) => readonly RegisterDefinition[],
): RegisterDefinition[] {
  const ordered = new Set<RegisterDefinition>();
  const seen = new Set<RegisterDefinition>();
  const add = (register: RegisterDefinition) => {
    if (seen.has(register)) return;
    seen.add(register);
    for (const needed of needs(register)) if (registers.includes(needed)) add(needed);
    ordered.add(register);
  };
  for (const register of registers) add(register);
  return [...ordered];
}

/** A record stays in its county, and nobody writes outside the own area. */
export async function judgePlaces(tx: Tx, register: RegisterDefinition): Promise<void> {
  const { low, high } = tx.actor.range;
  const [name = register.key[0] ?? '', field] =
    Object.entries(register.fields).find(([, { role }]) => role === 'place' || role === 'gives-place') ?? [];
  const { at } = columnOf(register, name);
  const code = !field || field.role === 'gives-place' ? 'no-reference' : outside(field);
  await refuse(
    tx,
    register,
    `select x.ord, ${at}, 'place-changed' from ${setTable(register)} x
         where x.record_id is not null and x.place_code / 1000000 <> x.old_county
       union all select x.ord, ${at}, '${code}' from ${setTable(register)} x
         where not (x.place_code between ${low} and ${high}
           and coalesce(x.old_place between ${low} and ${high}, true)) and not ${hasBit('x.unread', columnOf(register, name))}`,
  );
}

function outside({ title, kind }: Field): string {
  if (kind === 'household-no') return 'no-household';
  return title === '嘎查村代码' ? 'bad-village' : 'bad-region';
}
