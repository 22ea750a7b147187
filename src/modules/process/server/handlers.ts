// The operations on templates and calendar bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { processContract } from '../domain/contract.ts';
import { listCalendarDays, saveCalendarYear } from './calendar.ts';
import { checkCalendarYear, findCalendarCheck } from './calendar-check.ts';
import type { ProcessHooks } from './hooks.ts';
import { officialHolidays } from './official-holidays.ts';
import { isRecomputeWaiting } from './recomputations.ts';
import { listTemplates, saveTemplate } from './templates.ts';

const on = handlersFor(processContract);

export const processHandlers = (hooks: ProcessHooks) =>
  on.router({
    templates: on.templates.handler(({ context: { db, actor } }) => db.read(actor, listTemplates)),
    saveTemplate: on.saveTemplate.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => saveTemplate(tx, input, dayOn(services.clock))),
    ),
    calendar: on.calendar.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => listCalendarDays(tx, input.year)),
    ),
    saveCalendar: on.saveCalendar.handler(async ({ input, context: { db, actor, services } }) => {
      const answer = await db.write(actor, input.requestId, (tx) => saveCalendarYear(tx, input));
      hooks.onCalendarChanged(services, db, actor);
      return answer;
    }),
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
  });
