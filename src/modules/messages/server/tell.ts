// Tells accounts of what happened, in the transaction in which it happened.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { MessageKind } from '../domain/kinds.ts';

export type Telling = {
  kind: MessageKind;
  /** What it is about: the same account is told of the same thing once. */
  key: string;
  /** Where it happened; lies in the area of who acts. */
  regionCode: number;
  /** Accounts of these roles at the region or at one above it, or one account. */
  roles?: readonly Role[];
  accountId?: number;
  countyCode?: number;
  caseId?: number;
  /** Never a name or a number of a person of a household. */
  facts?: Record<string, string>;
  path: string;
};

/** Whoever acts is not told; nor is whoever does not want to hear of this kind. */
export async function tell(tx: Tx, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const entries = tellings.map(({ kind, key, regionCode, roles, accountId, countyCode, caseId, facts, path }) => ({
    ...{ kind, key, path, roles: roles ?? null, account_id: accountId ?? null, region_code: regionCode },
    ...{ county_code: countyCode ?? null, case_id: caseId ?? null, facts: facts ?? null },
  }));
  await tx.run(sql`select tell(${JSON.stringify(entries)}::jsonb)`);
}
