// Receipts of items that were settled long ago.

import { sql } from 'kysely';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';

/** As long as a repeat of the request is known: a phone that comes later has an item that is done, and is told so no more. */
const KEPT_DAYS = 90;

/** Takes away receipts of items that were settled long ago; what is unsettled stays. */
export async function forgetSettledItems(db: Database): Promise<void> {
  await db.bulk(systemActor('shouwang'), async (tx) => {
    await tx.run(
      sql`delete from field_items where state in ('stored', 'dropped') and settled_at < now() - make_interval(days => ${KEPT_DAYS})`,
    );
    return { result: undefined, audit: [] };
  });
}
