// Accounts of inspectors that see one batch of problems alone.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Batch } from '../../../platform/server/actor.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import '../domain/problems.ts';

export type Inspector = {
  accountId: number;
  username: string;
  name: string;
  areaName: string;
  source?: string;
  documentNo?: string;
};

/** Accounts of auditors that the actor looks after, with the batch that each is bound to. */
export async function listInspectors(tx: Tx): Promise<Inspector[]> {
  const rows = await tx.rows(sql<Inspector>`
    select a.id as account_id, a.username, a.name, r.name as area_name, b.problem_source as source, b.document_no
    from accounts a join regions r on r.code = a.area_code left join account_batches b on b.account_id = a.id
    where a.role = 'auditor' and a.disabled_at is null order by a.area_code, a.id limit 500`);
  return rows.map(withoutNulls);
}

/** Binds an auditor's account to a batch, or frees it. Throws `accounts.no-inspector`. */
export async function setBatch(
  tx: Tx,
  accountId: number,
  batch: Batch | undefined,
): Promise<{ result: Record<string, never>; audit: AuditEntry }> {
  const found = await tx.first(
    sql<{ areaCode: number }>`select area_code from accounts where id = ${accountId} and role = 'auditor'`,
  );
  if (!found) throw new Problem('accounts.no-inspector');
  await tx.run(sql`delete from account_batches where account_id = ${accountId}`);
  if (batch)
    await tx.run(sql`insert into account_batches (account_id, problem_source, document_no, account_name)
      values (${accountId}, ${batch.source}, ${batch.documentNo}, ${tx.actor.name})`);
  return {
    result: {},
    audit: {
      operation: '',
      subjectKind: 'account',
      subjectId: accountId,
      regionCode: found.areaCode,
      after: { ...batch },
    },
  };
}
