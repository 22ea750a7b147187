// What lies behind the text of a joint-conference pack: tables of the quarter, counted and read once and frozen with the text.

import * as z from 'zod';
import { addDays, addMonths, formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { onDay, sameDayBefore } from '../../figures/domain/asked.ts';

const shown = z.object({ shown: z.string(), number: z.number().optional() });

/** A region, a league or a county as it is assessed or ranked. */
const placed = z.object({ name: z.string(), shown: z.string(), place: z.number().int().optional() });

export const appendixShape = z.object({
  /** ISO days: of the pack, the end of the quarter before, the same day of the year before. */
  days: z.object({ now: z.string(), quarter: z.string(), year: z.string() }),
  figures: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      now: shown,
      quarter: shown.optional(),
      year: shown.optional(),
    }),
  ),
  rankings: z.array(z.object({ name: z.string(), unit: z.string(), regions: z.array(placed) })),
  /** Terms that were over on the day and are still open. `oldest`: the first day that was missed. */
  late: z.array(z.object({ what: z.string(), unit: z.string(), count: z.number().int(), oldest: z.string() })),
  schedule: z.array(
    z.object({
      name: z.string(),
      quarter: z.string(),
      plannedTo: z.string().nullable(),
      finishedOn: z.string().nullable(),
      isLate: z.boolean(),
    }),
  ),
  circulars: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      areaName: z.string(),
      asOf: z.string(),
      issuedOn: z.string(),
      named: z.array(z.string()),
    }),
  ),
  /** Results of assessments published this year. */
  assessments: z.array(
    z.object({ name: z.string(), publishedOn: z.string(), standings: z.array(placed.extend({ grade: z.string() })) }),
  ),
});

export type Appendix = z.infer<typeof appendixShape>;

/** Figures by which the areas below are ranked; those that none of them has are left out. */
export const RANKED_FIGURES = [
  'employment.target_rate',
  'fund.spent_rate',
  'project.start_rate',
  'fund.industry_share',
  'income.per_capita',
] as const;

export type Quarter = { year: number; quarter: number };

export const quarterOf = (day: string): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
});

const NUMERALS = ['一', '二', '三', '四'];

export const quarterWords = ({ year, quarter }: Quarter): string => `${year}年第${NUMERALS[quarter - 1] ?? ''}季度`;

const pad = (month: number): string => String(month).padStart(2, '0');

/** First and last day, ISO. */
export function quarterDays({ year, quarter }: Quarter): { from: string; to: string } {
  const from = `${year}-${pad(quarter * 3 - 2)}-01`;
  return { from, to: formatDate(addDays(addMonths(parseDate(from), 3), -1)) };
}

/** The newest quarters that have begun, the newest first. */
export function quartersUntil(today: string, count: number): Quarter[] {
  const { year, quarter } = quarterOf(today);
  return Array.from({ length: count }, (_, back) => {
    const nth = year * 4 + quarter - 1 - back;
    return { year: Math.floor(nth / 4), quarter: (nth % 4) + 1 };
  });
}

/** The end of the quarter before the day's, and the same day of the year before. */
export function daysBefore(day: string): Pick<Appendix['days'], 'quarter' | 'year'> {
  const { from } = quarterDays(quarterOf(day));
  return { quarter: formatDate(addDays(parseDate(from), -1)), year: sameDayBefore(onDay(day)).day };
}
