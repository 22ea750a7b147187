// The four dimensions of the yearly assessment and the grades by rule (registers §15). Every weight and limit is a setting; scores are
// of a hundred, kept to two decimals.

import type { TeamSettings } from './settings.ts';
import { type CautionKind, DIMENSIONS, type Dimension, type Grade, type Mark } from './words.ts';

export type Scores = Partial<Record<Dimension, number>>;

const round = (value: number) => Math.round(value * 100) / 100;
const within = (value: number) => round(Math.min(100, Math.max(0, value)));
const KEYS = Object.keys(DIMENSIONS) as Dimension[];

export function daysScore(inPost: number, required: number): number | undefined {
  return required > 0 ? within((inPost / required) * 100) : undefined;
}

/** By the growth of operating income; where there was none the year before, any is full marks. */
export function economyScore(
  earlierFen: number | undefined,
  nowFen: number | undefined,
  settings: TeamSettings,
): number | undefined {
  if (earlierFen === undefined || nowFen === undefined) return undefined;
  const base = settings('economy.base');
  if (earlierFen <= 0) return nowFen > 0 ? 100 : within(base);
  const growth = ((nowFen - earlierFen) / earlierFen) * 100;
  return within(base + ((100 - base) * growth) / Math.max(1, settings('economy.growth')));
}

/** What a mark is worth. */
export const MARK_POINTS: Readonly<Record<Mark, number>> = { excellent: 100, good: 80, basic: 60, poor: 30 };

/** Undefined as long as there are fewer slips than are needed to hide who wrote which. */
export function villagersScore(counts: Partial<Record<Mark, number>>, least: number): number | undefined {
  const entries = Object.entries(counts) as [Mark, number][];
  const slips = entries.reduce((sum, [, n]) => sum + n, 0);
  if (slips === 0 || slips < least) return undefined;
  return within(entries.reduce((sum, [mark, n]) => sum + MARK_POINTS[mark] * n, 0) / slips);
}

export function resultsScore(done: number, tasks: number): number | undefined {
  return tasks > 0 ? within((done / tasks) * 100) : undefined;
}

export function deductionOf(cautions: readonly CautionKind[], settings: TeamSettings): number {
  return cautions.reduce((sum, kind) => sum + settings(`deduct.${kind}`), 0);
}

/** Weighted, less deductions; undefined while a dimension that has a weight is not known. */
export function totalScore(scores: Scores, deducted: number, settings: TeamSettings): number | undefined {
  const weighed = KEYS.map((key) => ({ score: scores[key], weight: settings(`weight.${key}`) }));
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0 || weighed.some(({ score, weight }) => weight > 0 && score === undefined)) return undefined;
  return within(weighed.reduce((sum, { score = 0, weight }) => sum + score * weight, 0) / all - deducted);
}

const BEST_FIRST: readonly Grade[] = ['excellent', 'good', 'basic', 'poor'];
const worse = (a: Grade, b: Grade) => (BEST_FIRST.indexOf(a) > BEST_FIRST.indexOf(b) ? a : b);

/** By score and days absent alone, before the share of excellent ones. */
export function ownGrade(score: number, absent: number, settings: TeamSettings): Grade {
  const byScore: Grade =
    score >= settings('grade.excellent')
      ? 'excellent'
      : score >= settings('grade.good')
        ? 'good'
        : score >= settings('grade.basic')
          ? 'basic'
          : 'poor';
  const byDays: Grade =
    absent >= settings('absent.poor')
      ? 'poor'
      : absent >= settings('absent.basic')
        ? 'basic'
        : absent >= settings('absent.good')
          ? 'good'
          : 'excellent';
  return worse(byScore, byDays);
}

type Ranked = { key: string; score: number; absent: number };

/**
 * Grades of all who are assessed in a county. At most the share of them is excellent, the best first; where the last place would fall
 * between equals, none of them has it: nobody is chosen by lot.
 */
export function gradesOf(members: readonly Ranked[], assessed: number, settings: TeamSettings): Map<string, Grade> {
  const most = Math.floor((assessed * settings('excellent.share')) / 100);
  const grades = new Map(members.map(({ key, score, absent }) => [key, ownGrade(score, absent, settings)]));
  const best = members.filter(({ key }) => grades.get(key) === 'excellent').sort((a, b) => b.score - a.score);
  const limit = best.length > most ? (best[most]?.score ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  for (const { key, score } of best) if (score <= limit) grades.set(key, 'good');
  return grades;
}
