// Operations of the list for the national system.

import * as z from 'zod';
import { countyCode, filterText, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { NATIONAL_FIELDS } from './national-changes.ts';

const int = z.number().int();
const WRITERS = ['village-worker', 'township-officer', 'county-officer'] as const;

export const nationalFilter = z.object({
  area: regionCode.optional(),
  /** Without it, what is still to be entered. */
  state: z.enum(['waiting', 'done', 'all']).default('waiting'),
  field: z.enum(NATIONAL_FIELDS).optional(),
  text: filterText.optional(),
});
export type NationalFilter = z.output<typeof nationalFilter>;

const item = z.object({
  countyCode: int,
  id: int,
  householdId: int,
  householdNumber: z.string(),
  headName: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  caseId: int,
  field: z.enum(NATIONAL_FIELDS),
  oldValue: z.string(),
  newValue: z.string(),
  arisesOn: z.string(),
  doneOn: z.string().optional(),
  doneBy: z.string(),
  note: z.string(),
});

export const changesContract = {
  nationalChanges: operation({ name: 'national.changes', roles: READERS })
    .route({ method: 'GET', path: '/national', summary: '国家系统回写清单' })
    .input(nationalFilter.extend(pageInput.shape))
    .output(pageOf(item)),

  tickNational: operation({ name: 'national.tick', roles: WRITERS, writes: true })
    .route({ method: 'POST', path: '/national/tick', summary: '标记国家系统回写' })
    .input(
      z.object({
        requestId,
        changes: z
          .array(z.object({ countyCode, id: recordId }))
          .min(1, '请选择条目')
          .max(200, '一次最多 200 条'),
        /** False takes the tick back. */
        done: z.boolean(),
        note: z.string().trim().max(200).default('').meta({ title: '备注' }),
      }),
    )
    .output(z.object({ count: int })),
};
