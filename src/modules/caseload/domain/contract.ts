// Operations on the cases of an area: lists, numbers of what is to be done, and who fits a deed for many.

import * as z from 'zod';
import { regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { ACTIONS } from '../../cases/domain/actions.ts';
import { BULK_KINDS, type BulkKind, MOST_AT_ONCE } from '../../cases/domain/bulk-act.ts';
import { caseItem, caseKey, suggestion } from '../../cases/domain/schemas.ts';
import { caseFilter } from './case-filter.ts';

const int = z.number().int();

const kind = z.enum(BULK_KINDS as [BulkKind, ...BulkKind[]]);
const brief = caseItem.pick({ countyCode: true, id: true, headName: true, villageName: true });

const worklistCounts = z.object({ mine: int, late: int, soon: int, waiting: int, escalated: int, clues: int });

export const caseloadContract = {
  cases: operation({ name: 'caseload.list', roles: READERS })
    .route({ method: 'GET', path: '/cases', summary: '监测个案列表' })
    .input(caseFilter.extend(pageInput.shape))
    .output(pageOf(caseItem)),

  worklist: operation({ name: 'caseload.worklist', roles: READERS })
    .route({ method: 'GET', path: '/cases/worklist', summary: '监测待办数' })
    .input(z.object({ area: regionCode.optional() }))
    .output(worklistCounts),

  /** Who of the chosen, or of the whole filter, could have this done now; and of the others why not. */
  bulkCheck: operation({ name: 'caseload.bulk-check', roles: ACTIONS.recall.roles })
    .route({ method: 'POST', path: '/cases/bulk/check', summary: '批量办理前的核对' })
    .input(
      z.object({
        kind,
        cases: z.array(caseKey).max(MOST_AT_ONCE).optional(),
        /** Instead of a choice: everything that is filtered, the most urgent first. */
        filter: caseFilter.optional(),
      }),
    )
    .output(
      z.object({
        fitting: z.array(caseItem.extend({ suggestion: suggestion.optional() })),
        others: z.array(z.object({ reason: z.string(), cases: z.array(brief) })),
        /** Of the filter; beyond `limit` nobody was looked at. */
        total: int,
        limit: int,
      }),
    ),

  /** What waits for my level now, by the step it stands in. */
  queue: operation({ name: 'caseload.queue', roles: ACTIONS.recall.roles })
    .route({ method: 'GET', path: '/cases/queue', summary: '按事项的待办' })
    .input(caseFilter.pick({ area: true }))
    .output(z.array(caseItem.pick({ state: true, paused: true }).extend({ count: int, late: int }))),
};
