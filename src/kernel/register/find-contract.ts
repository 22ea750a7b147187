// Rows of all registers at once: by key or name, which the search box asks, and those that refer to a row.

import * as z from 'zod';
import { countyCode, filterText, recordId } from '../input.ts';
import { operation, READERS } from '../operation.ts';

export const foundRow = z.object({
  /** Of the register. */
  code: z.string(),
  title: z.string(),
  countyCode: z.number(),
  id: z.number(),
  key: z.string(),
  name: z.string().optional(),
  placeName: z.string(),
});

/** Rows of one register that refer to a row by one of its fields, in the reader's area and not voided. */
export const relatedRows = z.object({
  /** Of the register that refers, and its field. */
  code: z.string(),
  field: z.string(),
  count: z.number().int(),
  /** Fields of that register that hold the row's key: what narrows its list to these rows, and what a new one begins with. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RelatedRows = z.output<typeof relatedRows>;

export const registerFindContract = {
  /** Own area first. */
  find: operation({ name: 'registers.find', roles: READERS })
    .route({ method: 'GET', path: '/registers/find', summary: '按编号或名称查找台账记录' })
    .input(z.object({ text: filterText }))
    .output(z.array(foundRow)),
  /** Of registers that the role may read, also where there is no row yet. Throws `registers.not-found`. */
  related: operation({ name: 'registers.related', roles: READERS })
    .route({ method: 'GET', path: '/registers/related', summary: '引用一条台账记录的其他台账' })
    .input(z.object({ code: z.string().max(60), countyCode, id: recordId }))
    .output(z.array(relatedRows)),
};
