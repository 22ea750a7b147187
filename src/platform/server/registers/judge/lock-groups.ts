// Who spends of the same balance or limit waits for whoever came first: what is left is reckoned of what is committed, and two at once
// would both see what only one may have.

import { sql } from 'kysely';
import type { BalanceCheck, SumCheck } from '../../../../kernel/register/checks.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import { columnOf } from '../columns.ts';
import { setTable } from '../set-rows.ts';
import { type JudgedSet, valueSql } from './links.ts';

/** A file of a hundred thousand groups takes no more locks than this for a check. */
const BUCKETS = 64;

/** In the order of buckets, so that two never wait for each other. */
function lockAll(tx: Tx, what: string, groups: readonly string[]): Promise<unknown> {
  return tx.run(sql`select pg_advisory_xact_lock(hashtext(${what}), b.bucket) from (
    select distinct abs(hashtext(g.grp) % ${BUCKETS}::int) as bucket from (${sql.raw(groups.join(' union all '))}) g (grp) order by 1) b`);
}

/** Groups that rows of the set come into, and those that they leave. */
function groupsOf(register: RegisterDefinition, values: (alias: string) => readonly string[]): string[] {
  const group = (alias: string) => `jsonb_build_array(${values(alias).join(', ')})::text`;
  const rows = `${setTable(register)} x`;
  return [
    `select ${group('x')} from ${rows}`,
    `select ${group('t')} from ${rows} join ${register.table} t on t.county_code = x.old_county and t.id = x.record_id`,
  ];
}

/** The groups of a balance that the set touches, until the transaction ends. */
export async function lockBalance(tx: Tx, register: RegisterDefinition, { group }: BalanceCheck): Promise<void> {
  const values = (alias: string) => group.map((name) => `${alias}.${columnOf(register, name).column}`);
  await lockAll(tx, `balance ${register.code}`, groupsOf(register, values));
}

/** The groups of a sum that rows of the set are in. */
export async function lockSum(tx: Tx, set: JudgedSet, check: SumCheck): Promise<void> {
  const groups = [check.used, ...check.limit].flatMap(({ of, group }) => {
    const register = set.registers.find(({ code }) => code === of);
    if (!register) return [];
    return groupsOf(register, (alias) => group.map((path) => valueSql(set, register, path, alias)));
  });
  if (groups.length > 0) await lockAll(tx, `sum ${check.code} ${check.used.of}`, groups);
}
