// Who looked at what stands sealed: pages of households and cases, photos. Looking changes nothing, so it is told once in a while and
// not at every refresh of a page that stays open.

import { sql } from 'kysely';
import type { AuditEntry } from '../audit.ts';
import type { Tx } from '../db.ts';

const TOLD_FOR_MINUTES = 10;

/** The entry to be written; none where this account opened the same within the last ten minutes. */
export async function recordView(tx: Tx, entry: AuditEntry): Promise<AuditEntry[]> {
  const { operation, subjectKind, subjectId } = entry;
  const told = await tx.first(sql`select 1 from audit_entries
    where account_id = ${tx.actor.accountId} and at > now() - make_interval(mins => ${sql.lit(TOLD_FOR_MINUTES)})
      and operation = ${operation} and subject_kind = ${subjectKind} and subject_id = ${String(subjectId)} limit 1`);
  return told ? [] : [entry];
}
