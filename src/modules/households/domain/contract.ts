// Operations on households and their members.

import * as z from 'zod';
import { countyCode, day, filterText, reasonText, recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { eventInput } from './events.ts';
import { category, dataIssue, householdDetail, householdRow, kind, searchHit } from './shapes.ts';

/** Who keeps the registry of a place: those who work there. */
const KEEPERS = ['village-worker', 'township-officer', 'county-officer'] as const;
const UNMASKERS = ['village-worker', ...OFFICERS] as const;
/** Who may take the list out of the product as a file. */
export const EXPORTERS = OFFICERS;

const yuan = z.coerce.number<number>().min(-10_000_000).max(10_000_000);
const members = z.coerce.number<number>().int().min(0).max(100);
const yes = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');

export const SORTS = ['number', 'memberCount', 'netPerCapita'] as const;

/** The filters of the list; the export takes the same. */
export const householdFilters = z.object({
  area: regionCode.optional(),
  /** A name, pinyin initials, a number, the tail of an ID or a whole one. */
  text: filterText.optional(),
  kind: kind.optional(),
  /** `any`: monitored in whatever category; `none`: in none. */
  category: z.enum([...category.options, 'any', 'none']).optional(),
  dibao: yes.optional(),
  openIssue: yes.optional(),
  membersFrom: members.optional(),
  membersTo: members.optional(),
  /** Net income per capita in yuan, both ends included. */
  incomeFrom: yuan.optional(),
  incomeTo: yuan.optional(),
  /** `number`, `-number`, …; left out: by village. */
  sort: z.enum([...SORTS, ...SORTS.map((key) => `-${key}` as const)]).optional(),
});

export const householdsContract = {
  list: operation({ name: 'households.list', roles: READERS })
    .route({ method: 'GET', path: '/households', summary: '农牧户列表' })
    .input(pageInput.extend(householdFilters.shape))
    .output(pageOf(householdRow)),

  /** By POST: an ID that is searched for stays out of addresses, which logs keep. */
  search: operation({ name: 'households.search', roles: READERS })
    .route({ method: 'POST', path: '/households/search', summary: '查找户和人' })
    .input(
      z.object({
        text: z.string().trim().min(1).max(60),
        area: regionCode.optional(),
        limit: z.coerce.number<number>().int().min(1).max(50).default(20),
      }),
    )
    .output(z.object({ items: z.array(searchHit), more: z.boolean() })),

  get: operation({ name: 'households.get', roles: READERS })
    .route({ method: 'GET', path: '/households/{countyCode}/{id}', summary: '查看农牧户' })
    .input(z.object({ countyCode, id: recordId }))
    .output(householdDetail),

  /** The clear value is in the answer only: it is not kept for repeats, and each look is recorded. */
  unmask: operation({ name: 'households.unmask', roles: UNMASKERS, writes: true, quota: 'unmask' })
    .route({ method: 'POST', path: '/households/{countyCode}/{householdId}/unmask', summary: '查看敏感信息' })
    .input(
      z.object({
        requestId,
        countyCode,
        householdId: recordId,
        /** Left out: the household's own phone. */
        personId: recordId.optional(),
        field: z.enum(['id-number', 'phone']),
        reason: reasonText.meta({ title: '查看原因' }),
      }),
    )
    .output(z.object({ value: z.string() })),

  recordEvent: operation({ name: 'households.record-event', roles: KEEPERS, writes: true })
    .route({ method: 'POST', path: '/households/{countyCode}/{householdId}/events', summary: '登记户与成员变动' })
    .input(
      z.object({
        requestId,
        countyCode,
        householdId: recordId,
        onDate: day.meta({ title: '变动日期' }),
        note: z.string().trim().max(200).default(''),
        event: eventInput,
      }),
    )
    .output(
      z.object({
        eventId: z.number().int(),
        /** The new household of a split. */
        newHouseholdId: z.number().int().optional(),
        personId: z.number().int().optional(),
      }),
    ),

  dataIssues: operation({ name: 'households.data-issues', roles: READERS })
    .route({ method: 'GET', path: '/households/issues', summary: '疑点列表' })
    .input(
      pageInput.extend({
        area: regionCode.optional(),
        code: filterText.optional(),
        state: z.enum(['open', 'explained', 'corrected']).default('open'),
      }),
    )
    .output(pageOf(dataIssue)),

  closeIssue: operation({ name: 'households.close-issue', roles: KEEPERS, writes: true, offline: true })
    .route({ method: 'POST', path: '/households/issues/{countyCode}/{id}/close', summary: '处理疑点' })
    .input(
      z.object({
        requestId,
        countyCode,
        id: recordId,
        state: z.enum(['explained', 'corrected']),
        explanation: z.string().trim().min(5).max(300).meta({ title: '处理说明' }),
      }),
    )
    .output(z.object({})),
};
