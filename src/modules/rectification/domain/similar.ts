// A query for similar problems: the filters of a register’s list, without words that somebody searched for, and what was said of what it found.

import * as z from 'zod';

/** Of a list's filters those that name a kind of fault; a searched word may name a person. */
export const similarFilters = z.object({
  filters: z.record(z.string().max(60), z.string().max(200)).default({}),
  state: z.string().max(40).optional(),
});
export type SimilarFilters = z.output<typeof similarFilters>;

export const VERDICTS = ['subject', 'problem', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_NAMES: Record<Verdict, string> = {
  subject: '本问题涉及',
  problem: '另立问题',
  dismissed: '不属同类',
};

/** Whether a query narrows its register at all: all rows of it are no kind of fault. */
export function isNarrow({ filters, state }: SimilarFilters): boolean {
  return state !== undefined || Object.values(filters).some((value) => value !== '');
}

/** `ZJ-7` with the serials that are taken → `ZJ-7-3`: the parts of a problem, and what was found like it. */
export function nextNumber(origin: string, sign: '' | 'J', taken: readonly string[]): string {
  const prefix = `${origin}-${sign}`;
  const serials = taken.flatMap((number) => {
    const rest = number.startsWith(prefix) ? number.slice(prefix.length) : '';
    return /^\d{1,6}$/.test(rest) ? [Number(rest)] : [];
  });
  return `${prefix}${Math.max(0, ...serials) + 1}`;
}
