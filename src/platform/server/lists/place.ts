// The place in a list: what the last row shown has of the values the list runs by. Opaque to whoever pages; what comes back is
// held to the types of those values before it meets the database, which could only fail over it.

import * as z from 'zod';
import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import './list-problems.ts';

/** Sorts rows without a day behind all others. */
export const NO_DAY = '9999-12-31';
const BOUNDS = new Set([NO_DAY, 'infinity', '-infinity']);

/** By the column's type; `text` is as long as the longest text a column may be sorted by. */
const FORMS = {
  int8: z.number().int(),
  int4: z.int32(),
  /** No whole number: income per head. */
  amount: z.number(),
  /** `numeric(21,6)` as PostgreSQL writes it. */
  decimal: z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/),
  day: z.string().refine((text) => BOUNDS.has(text) || (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text) !== 0)),
  boolean: z.boolean(),
  /** How many rows there are, counted for the first page; null where that is not known. */
  total: z.number().int().nullable(),
  text: z
    .string()
    .max(4000)
    .refine((text) => text.isWellFormed() && !text.includes('\0')),
};

export type PlaceForm = keyof typeof FORMS;
type Values<Forms extends readonly PlaceForm[]> = { -readonly [I in keyof Forms]: z.output<(typeof FORMS)[Forms[I]]> };

export type Places<Values extends readonly unknown[]> = {
  write: (values: Values) => string;
  /** Undefined on the first page; throws `lists.bad-cursor` for what is no place of this list. */
  read: (cursor: string | undefined) => Values | undefined;
  /** A page of the rows read, of which there is one more than `limit` when another page follows. */
  page: <Row>(rows: readonly Row[], limit: number, valuesOf: (row: Row) => Values) => { shown: Row[]; next?: string };
};

export type Page = { cursor?: string | undefined; limit: number };

/** Places of a list that runs by values of these forms. */
export function placesBy<const Forms extends readonly [PlaceForm, ...PlaceForm[]]>(
  ...forms: Forms
): Places<Values<Forms>> {
  const [first, ...others] = forms;
  const form = z.tuple([FORMS[first], ...others.map((name) => FORMS[name])]);
  const write = (values: Values<Forms>) => Buffer.from(JSON.stringify(values)).toString('base64url');
  return {
    write,
    page: (rows, limit, valuesOf) => {
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { shown, ...(last ? { next: write(valuesOf(last)) } : {}) };
    },
    read: (cursor) => {
      if (cursor === undefined) return undefined;
      const found = form.safeParse(parsed(cursor));
      if (!found.success) throw new Problem('lists.bad-cursor');
      return found.data as unknown as Values<Forms>;
    },
  };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
