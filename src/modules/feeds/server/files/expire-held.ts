// The file of a held batch holds ID numbers in clear. Nobody's word for so many days is a withdrawal.

import { sql } from 'kysely';
import { formatDate } from '../../../../kernel/plain-date.ts';
import { countyOf } from '../../../../kernel/region-code.ts';
import { systemActor } from '../../../../platform/server/actor.ts';
import { dayOn } from '../../../../platform/server/clock.ts';
import type { Database, Tx } from '../../../../platform/server/db.ts';
import type { Services } from '../../../../platform/server/http/context.ts';
import { decideHeld } from '../queries.ts';
import { dropFile } from './kept-files.ts';

/** Days (a whole number) that a batch of a county's office, or of a higher one, may wait on a day. */
export type HeldDays = (tx: Tx, countyCode: number, day: string) => Promise<number>;

type Held = { id: number; regionCode: number; keptFile: string | null; createdAt: string };

const AT_ONCE = 500;
const DAY_MS = 86_400_000;
const ACTOR = systemActor('超期清除');

/** Withdraws what has waited too long and removes its files; answers how many. A file that stayed goes at the next start. */
export async function expireHeld(
  services: Pick<Services, 'clock' | 'dataFolder'>,
  db: Database,
  heldDays: HeldDays,
): Promise<number> {
  const gone = await db.bulk(ACTOR, async (tx) => {
    const held = await tx.rows(sql<Held>`
      select id, region_code, kept_file, created_at from feed_batches where state = 'held' order by id limit ${AT_ONCE}`);
    const today = formatDate(dayOn(services.clock));
    const withdrawn: Held[] = [];
    for (const batch of held) {
      const days = await heldDays(tx, countyOf(batch.regionCode), today);
      if (services.clock().getTime() - Date.parse(batch.createdAt) < days * DAY_MS) continue;
      const reason = `${days} 天内没有确认，已自动撤回并清除文件。如仍需装载，请重新提交。`;
      if (await decideHeld(tx, batch.id, { state: 'withdrawn', reason })) withdrawn.push(batch);
    }
    const audit = withdrawn.map(({ id, regionCode }) => ({
      ...{ operation: 'feeds.withdraw-batch', subjectKind: 'batch', subjectId: id, regionCode },
      after: { state: 'withdrawn' },
    }));
    return { result: withdrawn, audit };
  });
  for (const { keptFile } of gone) if (keptFile) await dropFile(services, keptFile);
  return gone.length;
}
