// Operations on the templates of the process and on the calendar: its days, official holidays to begin with, who has checked a
// year, and how far the days of open cases have been computed anew.

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';
import { processTemplate } from './process-template.ts';

const year = z.coerce.number<number>().int().min(2000).max(2100);
const SETTING_CALENDAR = ['region-officer'] as const;
const SETTING = ['county-officer', 'region-officer'] as const;

const templateItem = z.object({
  id: z.number().int(),
  regionCode: z.number().int().optional(),
  regionName: z.string(),
  name: z.string(),
  effectiveFrom: z.string().optional(),
  accountName: z.string(),
  definition: processTemplate,
});

export const processContract = {
  templates: operation({ name: 'process.templates', roles: READERS })
    .route({ method: 'GET', path: '/process/templates', summary: '流程模板' })
    .output(z.array(templateItem)),

  saveTemplate: operation({ name: 'process.save-template', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/process/templates', summary: '设定流程模板' })
    .input(
      z.object({
        requestId,
        regionCode,
        name: z.string().trim().min(2).max(40).meta({ title: '模板名称' }),
        effectiveFrom: day.meta({ title: '生效日期' }),
        definition: processTemplate,
      }),
    )
    .output(z.object({ id: z.number().int() })),

  calendar: operation({ name: 'process.calendar', roles: READERS })
    .route({ method: 'GET', path: '/process/calendar', summary: '节假日' })
    .input(z.object({ year: z.coerce.number<number>().int().min(2000).max(2100) }))
    .output(z.array(z.object({ day: z.string(), working: z.boolean(), name: z.string() }))),

  saveCalendar: operation({
    name: 'process.save-calendar',
    roles: SETTING_CALENDAR,
    writes: true,
  })
    .route({ method: 'POST', path: '/process/calendar', summary: '设定节假日' })
    .input(
      z.object({
        requestId,
        year: z.number().int().min(2000).max(2100),
        days: z
          .array(z.object({ day, working: z.boolean(), name: z.string().trim().max(20) }))
          .max(120)
          .refine((days) => new Set(days.map((each) => each.day)).size === days.length, '同一天不能出现两次'),
      }),
    )
    .output(z.object({})),

  officialHolidays: operation({ name: 'process.official-holidays', roles: SETTING_CALENDAR })
    .route({ method: 'GET', path: '/process/calendar/official', summary: '法定节假日安排' })
    .input(z.object({ year }))
    /** Nothing where the program does not know the year. */
    .output(z.array(z.object({ day: z.string(), working: z.boolean(), name: z.string() }))),

  calendarCheck: operation({ name: 'process.calendar-check', roles: READERS })
    .route({ method: 'GET', path: '/process/calendar/check', summary: '节假日核对情况' })
    .input(z.object({ year }))
    /** Nothing where nobody has checked the days as they stand. */
    .output(z.object({ by: z.string(), at: z.string() }).partial()),

  checkCalendar: operation({ name: 'process.check-calendar', roles: SETTING_CALENDAR, writes: true })
    .route({ method: 'POST', path: '/process/calendar/check', summary: '核对节假日' })
    .input(z.object({ requestId, year }))
    .output(z.object({})),

  recomputing: operation({ name: 'process.recomputing', roles: READERS, poll: true })
    .route({ method: 'GET', path: '/process/calendar/recomputing', summary: '期限重算进度' })
    .output(z.object({ waiting: z.boolean() })),
};
