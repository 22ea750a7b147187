// What the pages of this slice keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { BATCH_STATES } from '../domain/batch-state.ts';
import { datasetCode } from '../domain/dataset-code.ts';
import { QUARANTINE_REASONS, type QuarantineReason } from '../domain/feed-definition.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const cursor = z.string().max(400);

export const batchesSearch = listSearch({
  dataset: datasetCode,
  department: z.string().max(32),
  state: z.enum(BATCH_STATES),
  from: day,
  to: day,
});

/** `reason` and `cursor`: the quarantined rows that are shown. */
export const batchSearch = addressSchema({
  reason: z.enum(Object.keys(QUARANTINE_REASONS) as [QuarantineReason, ...QuarantineReason[]]),
  cursor,
});

export const reviewSearch = listSearch({ dataset: datasetCode });

/** The page of the list the row was opened from, so that the next row is the next of that list. */
export const reviewRowSearch = addressSchema({ dataset: datasetCode, cursor });

export const datasetsSearch = addressSchema({ dataset: datasetCode });

export const ratesSearch = addressSchema({ from: day, to: day });
