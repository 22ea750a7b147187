// What the serving program does for messages every minute.

import { dayOn } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import { goRound, type Round } from './daily.ts';
import { deliver } from './door.ts';
import { gatherJobs } from './gather-jobs.ts';

/** Each part stands alone: what fails is tried again a minute later. */
export async function tendMessages(
  { clock, keys }: Pick<Services, 'clock' | 'keys'>,
  db: Database,
  round: Round = {},
): Promise<void> {
  await goRound(db, dayOn(clock), round);
  await gatherJobs(db);
  await deliver(db, keys);
}
