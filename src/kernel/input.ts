// Parts of inputs that many operations share. Numbers are coerced, because addresses carry text.

import * as z from 'zod';

/** A twelve-digit code inside the autonomous region. */
export const regionCode = z.coerce.number<number>().int().min(150_000_000_000).max(159_999_999_999);

/** The id of a record. */
export const recordId = z.coerce.number<number>().int().positive();

/** A day as `yyyy-mm-dd`. */
export const day = z.iso.date();

/** What a user typed into a filter; an empty filter is none. */
export const filterText = z
  .string()
  .trim()
  .max(60)
  .transform((text) => text || undefined);
