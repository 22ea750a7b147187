// Operations beside the templates and the calendar themselves: official holidays to begin with, who has checked a year, and
// how far the days of open cases have been computed anew.

import * as z from 'zod';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';

const year = z.coerce.number<number>().int().min(2000).max(2100);
const SETTING = ['region-officer', 'administrator'] as const;

export const settingsContract = {
  officialHolidays: operation({ name: 'monitoring.official-holidays', roles: SETTING })
    .route({ method: 'GET', path: '/monitoring/calendar/official', summary: '法定节假日安排' })
    .input(z.object({ year }))
    /** Nothing where the program does not know the year. */
    .output(z.array(z.object({ day: z.string(), working: z.boolean(), name: z.string() }))),

  calendarCheck: operation({ name: 'monitoring.calendar-check', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/calendar/check', summary: '节假日核对情况' })
    .input(z.object({ year }))
    /** Nothing where nobody has checked the days as they stand. */
    .output(z.object({ by: z.string(), at: z.string() }).partial()),

  checkCalendar: operation({ name: 'monitoring.check-calendar', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/monitoring/calendar/check', summary: '核对节假日' })
    .input(z.object({ requestId, year }))
    .output(z.object({})),

  recomputing: operation({ name: 'monitoring.recomputing', roles: READERS, poll: true })
    .route({ method: 'GET', path: '/monitoring/calendar/recomputing', summary: '期限重算进度' })
    .output(z.object({ waiting: z.boolean() })),
};
