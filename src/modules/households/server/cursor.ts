// An opaque place in a list: the sort value and the key of the last row shown, and how many rows there were on the first
// page, so that the others need not count again.

import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import '../domain/problems.ts';

const place = z.tuple([z.union([z.number(), z.string()]), z.number()]).rest(z.number());
export type Place = z.output<typeof place>;

export function writeCursor(at: Place): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

export function readCursor(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  try {
    return place.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('households.bad-cursor');
  }
}
