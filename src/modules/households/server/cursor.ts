// An opaque place in a list: the sort value and the key of the last row shown, and how many rows there were on the first
// page, so that the others need not count again.

import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import '../domain/problems.ts';

const numbers = z.tuple([z.number().int(), z.number().int()]).rest(z.number().int());
const texts = z.tuple([z.string().regex(/^\P{Cc}{0,60}$/u), z.number().int()]).rest(z.number().int());
/** An income per head is no whole number. */
const amounts = z.tuple([z.number(), z.number().int()]).rest(z.number().int());
export type Place = [number | string, number, ...number[]];

const FORMS = { number: numbers, amount: amounts, text: texts };

export function writeCursor(at: Place): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** `by`: what the list is sorted by. Throws `households.bad-cursor` for a place of another list, or of none. */
export function readCursor(text: string | undefined, by: keyof typeof FORMS = 'number'): Place | undefined {
  if (text === undefined) return undefined;
  try {
    return FORMS[by].parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('households.bad-cursor');
  }
}
