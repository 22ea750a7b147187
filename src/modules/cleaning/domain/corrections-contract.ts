// Operations on what is to be changed in the national system after corrections.

import * as z from 'zod';
import { keysOf, recordKey, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { CORRECTED_FIELDS, type CorrectedField } from '../../households/domain/corrected-fields.ts';
import { ANSWERING } from './issues-contract.ts';
import { BASES, CORRECTION_LOOKS } from './words.ts';

const int = z.number().int();

export const correctionFilters = z.object({
  area: regionCode.optional(),
  look: z.enum(keysOf(CORRECTION_LOOKS)).default('waiting'),
});

const correctionLine = z.object({
  countyCode: int,
  id: int,
  townshipName: z.string(),
  villageName: z.string(),
  householdId: int,
  householdNumber: z.string(),
  headName: z.string(),
  personNumber: z.string(),
  personName: z.string(),
  field: z.enum(Object.keys(CORRECTED_FIELDS) as [CorrectedField, ...CorrectedField[]]),
  oldValue: z.string(),
  newValue: z.string(),
  basis: z.enum(keysOf(BASES)),
  note: z.string(),
  madeOn: z.string(),
  madeBy: z.string(),
  doneOn: z.string().optional(),
  doneBy: z.string(),
  /** What the last import still said. */
  importedValue: z.string().optional(),
  verifiedOn: z.string().optional(),
});

export const correctionsContract = {
  corrections: operation({ name: 'cleaning.corrections', roles: READERS })
    .route({ method: 'GET', path: '/cleaning/corrections', summary: '登记更正回写清单' })
    .input(pageInput.extend(correctionFilters.shape))
    .output(pageOf(correctionLine)),

  tickCorrections: operation({ name: 'cleaning.tick-corrections', roles: ANSWERING, writes: true })
    .route({ method: 'POST', path: '/cleaning/corrections/tick', summary: '登记更正回写' })
    .input(
      z.object({
        requestId,
        keys: z.array(recordKey).min(1, '请选择更正').max(500, '一次最多 500 条'),
        done: z.boolean(),
      }),
    )
    .output(z.object({ count: int })),
};
