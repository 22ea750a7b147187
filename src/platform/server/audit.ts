// The audit trail: one row for every change and every unmasking, written in the transaction of the change itself.

import { sql } from 'kysely';
import type { Tx } from './db.ts';

export type AuditEntry = {
  /** The operation's name, `slice.verb`. */
  operation: string;
  /** What was changed or seen: `household`, `account`, `batch`, … and its id. */
  subjectKind: string;
  subjectId: string | number;
  /** Region of the subject (any level); the actor's own area when left out. */
  regionCode?: number;
  householdId?: number;
  personId?: number;
  reason?: string;
  before?: unknown;
  after?: unknown;
};

/** Writes the entries; who, when, where and the request come from the transaction's actor. */
export async function insertAudit(tx: Tx, entries: AuditEntry[]): Promise<void> {
  const { actor } = tx;
  for (const entry of entries) {
    await tx.run(sql`
      insert into audit_entries (account_id, account_name, role, ip, request_id, operation, subject_kind, subject_id,
        region_code, household_id, person_id, reason, before, after)
      values (${actor.accountId}, ${actor.name}, ${actor.role}, ${actor.ip}, ${actor.requestId}, ${entry.operation},
        ${entry.subjectKind}, ${String(entry.subjectId)}, ${entry.regionCode ?? actor.areaCode},
        ${entry.householdId ?? null}, ${entry.personId ?? null}, ${entry.reason ?? null},
        ${entry.before === undefined ? null : JSON.stringify(entry.before)}::jsonb,
        ${entry.after === undefined ? null : JSON.stringify(entry.after)}::jsonb)`);
  }
}
