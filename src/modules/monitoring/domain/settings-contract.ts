// Operations beside the templates and the calendar themselves: official holidays to begin with, and how far the days of open
// cases have been computed anew.

import * as z from 'zod';
import { operation, READERS } from '../../../kernel/operation.ts';

export const settingsContract = {
  officialHolidays: operation({ name: 'monitoring.official-holidays', roles: ['region-officer', 'administrator'] })
    .route({ method: 'GET', path: '/monitoring/calendar/official', summary: '法定节假日安排' })
    .input(z.object({ year: z.coerce.number<number>().int().min(2000).max(2100) }))
    /** Nothing where the program does not know the year. */
    .output(z.array(z.object({ day: z.string(), working: z.boolean(), name: z.string() }))),

  recomputing: operation({ name: 'monitoring.recomputing', roles: READERS })
    .route({ method: 'GET', path: '/monitoring/calendar/recomputing', summary: '期限重算进度' })
    .output(z.object({ waiting: z.boolean() })),
};
