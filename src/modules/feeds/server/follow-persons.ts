// A person who comes into another household takes the rows of the feeds along: facts are counted by household.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { movedSince } from '../../households/server/index.ts';
import { FEEDS } from '../domain/datasets/index.ts';
import { feedTable } from '../domain/feed-definition.ts';

async function follow(tx: Tx, movedSelect: string, tables: string[]): Promise<void> {
  await tx.script(`create temp table moved_persons on commit drop as ${movedSelect}; analyze moved_persons;`);
  for (const table of tables)
    await tx.script(`update ${table} f set county_code = m.county_code, household_id = m.household_id
      from moved_persons m where f.household_id = m.old_household_id and f.person_id = m.person_id`);
}

/** The same for rows of a batch that is being loaded: its persons were looked up at the moment `since`. */
export async function followMovedSince(tx: Tx, since: string, table: string): Promise<void> {
  const movedSelect = await movedSince(tx, since);
  if (movedSelect) await follow(tx, movedSelect, [table, 'stray_rows']);
}

/** `movedSelect` gives person_id, old_household_id, county_code and household_id; doing it again changes nothing. */
export async function followPersons(db: Database, actor: Actor, movedSelect: string): Promise<void> {
  const tables = FEEDS.filter((feed) => feed.subject === 'person').map(feedTable);
  await db.bulk(actor, async (tx) => {
    await follow(tx, movedSelect, [...tables, 'stray_rows', 'match_decisions']);
    return { result: undefined, audit: [] };
  });
}
