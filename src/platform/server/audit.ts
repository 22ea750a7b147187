// The audit trail: one row for every change and every unmasking, written in the transaction of the change itself.

import { sql } from 'kysely';
import { hideIdsWithin } from '../../kernel/hide-ids.ts';
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

/** Writes the entries; who, when, where and the request are the transaction's own, which the database sees to. */
export async function insertAudit(tx: Tx, entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    operation: entry.operation,
    subject_kind: entry.subjectKind,
    subject_id: String(entry.subjectId),
    region_code: entry.regionCode,
    household_id: entry.householdId,
    person_id: entry.personId,
    reason: entry.reason,
    before: hideIdsWithin(entry.before),
    after: hideIdsWithin(entry.after),
  }));
  await tx.kept.first(sql`select add_audit(${JSON.stringify(rows)}::jsonb)`);
}
