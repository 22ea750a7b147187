// Entries that have served their time leave the database once a file has them; their seals stay, so that the chain goes on.

import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Database } from '../db.ts';

/** No trail is moved out sooner (the Cybersecurity Law, article 21). */
export const SHORTEST_KEPT_DAYS = 180;

export type Archived = { seals: number; entries: number };

/** Takes away what was sealed up to `last` and is of days before `before`; the file that has it is named in the trail. */
export async function archiveEntries(
  db: Database,
  actor: Actor,
  { before, last, file }: { before: string; last: number; file: string },
): Promise<Archived> {
  return db.bulk<Archived>(actor, async (tx) => {
    const seals = await tx.run(sql`update audit_seals set archived_at = now()
      where day < ${before}::date and number <= ${last} and archived_at is null`);
    const entries = await tx.run(sql`delete from audit_entries e using audit_leaves l, audit_seals s
      where l.entry_id = e.id and s.number = l.seal_number and s.archived_at = now()`);
    await tx.run(
      sql`delete from audit_leaves l using audit_seals s where s.number = l.seal_number and s.archived_at = now()`,
    );
    const result = { seals, entries };
    const audit = { operation: 'accounts.archive-audit', subjectKind: 'audit', subjectId: file };
    return { result, audit: { ...audit, after: { before, ...result } } };
  });
}
