// The rules of the installation, as they hold at this moment.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { REGION_CODE } from '../../../kernel/region-code.ts';
import { SHORTEST_KEPT_DAYS } from '../../../platform/server/audit-trail/archive-audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { FALLBACK_POLICY, POLICY_RULES, type PolicyKey, type SecurityPolicy } from '../domain/security-policy.ts';
import '../domain/problems.ts';

const DAYS_OF_MONTH = 30.5;

export async function readPolicy(tx: Tx): Promise<SecurityPolicy> {
  const rows = await tx.rows(sql<{ key: PolicyKey; value: number }>`select key, value from security_policy`);
  return { ...FALLBACK_POLICY, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

/** How long entries of the trail stay in the database at least. */
export async function auditDays(tx: Tx): Promise<number> {
  const { auditMonths } = await readPolicy(tx);
  return Math.max(SHORTEST_KEPT_DAYS, Math.ceil(auditMonths * DAYS_OF_MONTH));
}

type Given = { requestId: string; key: PolicyKey; value: number };

/** The whole installation's: set by the region's security administrator alone. */
export async function savePolicy(
  { db, actor }: OperationContext,
  { requestId, key, value }: Given,
): Promise<Record<string, never>> {
  const rule = POLICY_RULES.find((each) => each.key === key);
  if (actor.areaCode !== REGION_CODE) throw new Problem('accounts.policy-region-alone');
  if (!rule || value < rule.least || value > rule.most)
    throw new Problem('accounts.policy-bounds', {
      title: rule?.title ?? key,
      least: rule?.least ?? 0,
      most: rule?.most ?? 0,
    });
  return db.write<Record<string, never>>(actor, requestId, async (tx) => {
    const before = (await readPolicy(tx))[key];
    await tx.run(sql`insert into security_policy (key, value) values (${key}, ${value})
      on conflict (key) do update set value = excluded.value`);
    const subject = { subjectKind: 'security-policy', subjectId: key };
    return {
      result: {},
      audit: { operation: 'accounts.save-policy', ...subject, before: { [key]: before }, after: { [key]: value } },
    };
  });
}
