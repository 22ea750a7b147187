// Lists of running rounds day by day: county by county, each a transaction of its own, so that an interruption loses at most one county. A round whose lists are of
// today is left alone, so the question may be asked every minute and after every start.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import { listCounty } from './make-lists.ts';
import { openRounds, type Round } from './read-rounds.ts';

export const SWEEP_LISTS_JOB = 'sweeps.lists';
const ACTOR = systemActor('轮次清单');

/** Counties of a round whose lists are older than the day. */
async function countiesDue(tx: Tx, { id, regionCode }: Round, on: string): Promise<number[]> {
  const rows = await tx.rows(sql<{ countyCode: number }>`
    select (c.code / 1000000)::int as county_code from regions c
    where c.level = 'county' and (c.code between ${regionCode} and region_high(${regionCode}::bigint) or c.code = ${countyOf(regionCode)}::bigint * 1000000)
      and c.valid_from <= ${on}::date and (c.valid_to is null or c.valid_to > ${on}::date)
      and not exists (select from sweep_refreshes f where f.sweep_id = ${id} and f.county_code = c.code / 1000000 and f.listed_for >= ${on}::date)
    order by c.code limit 1000`);
  return rows.map(({ countyCode }) => countyCode);
}

async function due(db: Database, on: string) {
  return db.bulkRead(async (tx) => {
    const found = [];
    for (const sweep of await openRounds(tx)) {
      const counties = await countiesDue(tx, sweep, on);
      if (counties.length > 0) found.push({ sweep, counties });
    }
    return found;
  });
}

/** Brings the lists of all running rounds to the day (ISO text); answers how many items changed. */
export async function refreshLists(db: Database, on: string, signal?: AbortSignal): Promise<number> {
  let changed = 0;
  for (const { sweep, counties } of await due(db, on)) {
    for (const countyCode of counties) {
      if (signal?.aborted) return changed;
      changed += await db.bulk(ACTOR, async (tx) => ({
        result: await listCounty(tx, { sweep, countyCode, on }),
        audit: [],
      }));
    }
    await db.tidy('sweep_items', 'sweep_villages');
  }
  return changed;
}

/** Starts the work where there is any. */
export async function tendSweeps({ jobs, clock }: Services, db: Database): Promise<void> {
  const on = formatDate(dayOn(clock));
  if ((await due(db, on)).length === 0) return;
  jobs.start(SWEEP_LISTS_JOB, async ({ signal }) => {
    await refreshLists(db, on, signal);
  });
}
