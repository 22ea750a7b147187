// Official holidays to begin a calendar with, and whether the days of open cases follow it already.

import { handlersFor } from '../../../platform/server/http/context.ts';
import { settingsContract } from '../domain/settings-contract.ts';
import { officialHolidays } from './official-holidays.ts';
import { isRecomputeWaiting } from './recompute.ts';

const on = handlersFor(settingsContract);

export const settingsHandlers = {
  officialHolidays: on.officialHolidays.handler(({ input: { year } }) => officialHolidays(year)),
  recomputing: on.recomputing.handler(({ context: { db, actor } }) =>
    db.read(actor, async (tx) => ({ waiting: await isRecomputeWaiting(tx) })),
  ),
};
