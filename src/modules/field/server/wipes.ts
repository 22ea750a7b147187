// The order that an account's phones be emptied: what was taken along before it goes when the phone is heard of again; who signs in
// afterwards takes the villages along anew.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import '../domain/problems.ts';

/** Throws `field.account-not-found`, also for an account of another area. */
export async function orderWipe(tx: Tx, accountId: number, reason: string): Promise<Outcome<{ orderedAt: string }>> {
  const { low, high } = tx.actor.range;
  const account = await tx.first(sql<{ areaCode: number }>`select area_code from accounts
    where id = ${accountId} and area_code between ${low} and ${high}`);
  if (!account) throw new Problem('field.account-not-found');
  const ordered = await tx.first(sql<{ orderedAt: string }>`
    insert into field_wipes (account_id, account_name) values (${accountId}, ${tx.actor.name})
    on conflict (account_id) do update set ordered_at = clock_timestamp(), account_name = excluded.account_name returning ordered_at`);
  return {
    result: { orderedAt: ordered?.orderedAt ?? '' },
    audit: {
      operation: 'field.wipe',
      subjectKind: 'account',
      subjectId: accountId,
      regionCode: account.areaCode,
      reason,
    },
  };
}

/** Whether what was taken along at `begun` is to go. */
export async function isWipeOrdered(tx: Tx, begun: string | undefined): Promise<boolean> {
  if (begun === undefined) return false;
  const row = await tx.kept.first(sql<{
    wiped: boolean;
  }>`select ordered_at > ${begun}::timestamptz as wiped from field_wipes
    where account_id = ${tx.actor.accountId}`);
  return row?.wiped ?? false;
}
