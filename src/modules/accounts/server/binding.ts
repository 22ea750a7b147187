// To which areas an account is bound: one of its own, and others of the same level.

import { sql } from 'kysely';
import { ROLE_NAMES, type Role } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { isWithin } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { getRegion } from '../../regions/server/index.ts';
import { checkRole, keeperOf } from '../domain/roles.ts';
import '../domain/problems.ts';

type Binding = { role: Role; areaCode: number; moreAreas: readonly number[]; department: string };

/** Nobody binds an account to what lies outside the own area, and no role to a level it does not work at. */
export async function checkBinding(tx: Tx, { role, areaCode, moreAreas, department }: Binding): Promise<void> {
  for (const code of [areaCode, ...moreAreas]) {
    const region = await getRegion(tx, code);
    if (!isWithin(tx.actor.range, region.code)) throw new Problem('accounts.outside-area');
    checkRole(role, region.level, department);
  }
}

/**
 * Refuses whoever does not look after accounts of this role. The first security administrator and the first auditor of all are
 * made by a system administrator: nobody else is there yet.
 */
export async function checkKeeper(tx: Tx, ...roles: Role[]): Promise<void> {
  for (const role of roles) {
    const keeper = keeperOf(role);
    if (keeper === tx.actor.role) continue;
    const isFirst = tx.actor.role === 'administrator' && !(await hasAccountsOf(tx, role));
    if (!isFirst) throw new Problem('accounts.kept-by-others', { role: ROLE_NAMES[role], keeper: ROLE_NAMES[keeper] });
  }
}

async function hasAccountsOf(tx: Tx, role: Role): Promise<boolean> {
  return (await tx.first(sql<{ has: boolean }>`select has_accounts_of(${role}) as has`))?.has ?? true;
}

export async function setAreas(tx: Tx, accountId: number, codes: readonly number[]): Promise<void> {
  await tx.run(
    sql`delete from account_areas where account_id = ${accountId} and area_code <> all(${[...codes]}::bigint[])`,
  );
  await tx.run(sql`insert into account_areas (account_id, area_code)
    select ${accountId}, c.code from unnest(${[...codes]}::bigint[]) c (code) on conflict do nothing`);
}

/** From now on this session works in another of the account's areas. */
export async function chooseArea(tx: Tx, tokenHash: Buffer, code: number): Promise<void> {
  const { accountId } = tx.actor;
  const chosen = await tx.run(sql`update sessions set area_code = ${code}
    where token_hash = ${tokenHash} and account_id = ${accountId}
      and (exists (select from accounts a where a.id = ${accountId} and a.area_code = ${code})
        or exists (select from account_areas x where x.account_id = ${accountId} and x.area_code = ${code}))`);
  if (chosen === 0) throw new Problem('accounts.outside-area');
}
