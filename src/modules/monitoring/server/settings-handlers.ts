// Official holidays to begin a calendar with, who has checked them, and whether the days of open cases follow already.

import { handlersFor } from '../../../platform/server/http/context.ts';
import { settingsContract } from '../domain/settings-contract.ts';
import { checkCalendarYear, findCalendarCheck } from './calendar-check.ts';
import { officialHolidays } from './official-holidays.ts';
import { isRecomputeWaiting } from './recompute.ts';

const on = handlersFor(settingsContract);

export const settingsHandlers = {
  officialHolidays: on.officialHolidays.handler(({ input: { year } }) => officialHolidays(year)),
  calendarCheck: on.calendarCheck.handler(({ input: { year }, context: { db, actor } }) =>
    db.read(actor, (tx) => findCalendarCheck(tx, year)),
  ),
  checkCalendar: on.checkCalendar.handler(({ input: { requestId, year }, context: { db, actor } }) =>
    db.write(actor, requestId, (tx) => checkCalendarYear(tx, year)),
  ),
  recomputing: on.recomputing.handler(({ context: { db, actor } }) =>
    db.read(actor, async (tx) => ({ waiting: await isRecomputeWaiting(tx) })),
  ),
};
