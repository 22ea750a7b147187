// Parts of inputs that many operations share. Numbers are coerced, because addresses carry text.

import * as z from 'zod';
import { parseDate } from './plain-date.ts';
import { WHOLE_REGION } from './region-code.ts';

/** The greatest number of four bytes. */
export const MOST_SHORT_ID = 2 ** 31 - 1;

/** A twelve-digit code inside the autonomous region. */
export const regionCode = z.coerce.number<number>().int().min(WHOLE_REGION.low).max(WHOLE_REGION.high);

/** The first six digits of a region's code: of which county a household and everything about it is. */
export const countyCode = z.coerce.number<number>().int().min(150_000).max(159_999);

/** The id of a record. */
export const recordId = z.coerce.number<number>().int().positive();

/** What names a record of a household or about it: ids are counted by county. */
export const recordKey = z.object({ countyCode, id: z.coerce.number<number>().int() });

/** The number of a batch, an import, a line of a file: they are counted in four bytes. */
export const shortId = recordId.max(MOST_SHORT_ID);

/** A day as `yyyy-mm-dd`. */
export const day = z.iso.date().refine((text) => parseDate(text) !== 0, '不是有效日期，应如 2022-05-31');

/** Why somebody looks at what is masked: read by the auditor, so no row of one letter. */
export const reasonText = z
  .string()
  .trim()
  .min(5)
  .max(200)
  .refine((text) => new Set(text).size >= 4, '没有说明原因，请写清楚');

/** What a user typed into a filter; an empty filter is none. */
export const filterText = z
  .string()
  .trim()
  .max(60)
  .transform((text) => text || undefined);

/** The codes of a list, as a choice among them is declared. */
export const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.keys(words) as [Key, ...Key[]];
