// From scores to totals, places and grades, as the scheme says: ranked among like, what is missing left out and never zero, one fault
// punished once, a veto caps the grade.

import { compareRatios, type Ratio } from '../../../kernel/exact/ratio.ts';
import { exactOf, hundredths, over, plus, ZERO } from './exact.ts';

export const GRADES = { good: '好', 'fairly-good': '较好', fair: '一般', poor: '差' } as const;
export type Grade = keyof typeof GRADES;
export const GRADE_CODES = Object.keys(GRADES) as Grade[];

export const ADJUSTMENTS = { bonus: '加分', deduct: '扣分', veto: '一票否决', cap: '等次封顶' } as const;
export type AdjustmentKind = keyof typeof ADJUSTMENTS;

export type Adjustment = {
  number: string;
  kind: AdjustmentKind;
  reason: string;
  /** Hundredths of a point. */
  points?: number;
  capGrade?: Grade;
  /** The problem (问题整改) it punishes. */
  problemNumber?: string;
};

/** All points in hundredths; shares in percent. */
export type Grading = {
  grading: 'thresholds' | 'quotas';
  goodFrom: number;
  fairlyGoodFrom: number;
  fairFrom: number;
  goodShare: number;
  fairlyGoodShare: number;
  bonusMost: number;
  deductMost: number;
  vetoGrade: Grade;
  missing: 'left-out' | 'unranked';
  /** Who has values for less of the weight has no place: little says nothing about the whole. */
  leastWeight: number;
};

export type Scored = {
  regionCode: number;
  group: string;
  /** Of each indicator of the scheme its points and its weight; without points the value is missing. */
  scores: readonly { points: number | undefined; weight: Ratio }[];
  adjustments: readonly Adjustment[];
  /** Problems that an indicator punishes already. */
  punished: readonly string[];
};

export type Standing = {
  regionCode: number;
  group: string;
  /** Of the indicators; where some are missing, brought up to the whole. */
  sum: number;
  bonus: number;
  deduct: number;
  total: number;
  missing: number;
  /** Numbers of adjustments that do not count, because the same problem is punished elsewhere. */
  idle: string[];
  rank?: number;
  grade?: Grade;
  /** The grade it had without veto and caps, where these lowered it. */
  uncapped?: Grade;
};

function sumOf({ scores }: Scored): { sum: number; missing: number; weight: Ratio } {
  const there = scores.filter(({ points }) => points !== undefined);
  const sum = there.reduce((all, { points = 0 }) => all + points, 0);
  const missing = scores.length - there.length;
  const weight = there.reduce((all, { weight: own }) => plus(all, own), ZERO);
  if (missing === 0 || there.length === 0) return { sum, missing, weight };
  const whole = over({ n: BigInt(sum), d: 1n }, weight);
  return { sum: whole ? hundredths(whole) : 0, missing, weight };
}

/** Of several deductions for one problem the highest counts, and none where an indicator punishes it already. */
function idleOf({ adjustments, punished }: Scored): string[] {
  const deductions = adjustments.filter(({ kind, problemNumber }) => kind === 'deduct' && problemNumber !== undefined);
  return deductions.flatMap((one, i) => {
    if (punished.includes(one.problemNumber ?? '')) return [one.number];
    const isLess = deductions.some(
      (other, j) =>
        other.problemNumber === one.problemNumber &&
        ((other.points ?? 0) > (one.points ?? 0) || ((other.points ?? 0) === (one.points ?? 0) && j < i)),
    );
    return isLess ? [one.number] : [];
  });
}

function totalOf(
  scored: Scored,
  { bonusMost, deductMost, missing: rule, leastWeight }: Grading,
): Standing & { isRanked: boolean } {
  const { sum, missing, weight } = sumOf(scored);
  const idle = idleOf(scored);
  const points = (kind: AdjustmentKind) =>
    scored.adjustments.reduce(
      (all, one) => all + (one.kind === kind && !idle.includes(one.number) ? (one.points ?? 0) : 0),
      0,
    );
  const bonus = Math.min(points('bonus'), bonusMost);
  const deduct = Math.min(points('deduct'), deductMost);
  const isEnough = compareRatios(weight, exactOf(leastWeight)) >= 0;
  const isRanked = missing < scored.scores.length && (missing === 0 || (rule === 'left-out' && isEnough));
  const { regionCode, group } = scored;
  return { regionCode, group, sum, bonus, deduct, missing, idle, isRanked, total: Math.max(0, sum + bonus - deduct) };
}

function gradeByTotal(total: number, { goodFrom, fairlyGoodFrom, fairFrom }: Grading): Grade {
  if (total >= goodFrom) return 'good';
  if (total >= fairlyGoodFrom) return 'fairly-good';
  return total >= fairFrom ? 'fair' : 'poor';
}

/** Of `n` in the group: who shares the last place within a quota has its grade. */
function gradeByPlace(
  place: number,
  n: number,
  total: number,
  { goodShare, fairlyGoodShare, fairFrom }: Grading,
): Grade {
  if (total < fairFrom) return 'poor';
  if (place <= Math.floor((n * goodShare) / 100)) return 'good';
  return place <= Math.floor((n * (goodShare + fairlyGoodShare)) / 100) ? 'fairly-good' : 'fair';
}

function capped(grade: Grade, { adjustments }: Scored, { vetoGrade }: Grading): Grade {
  const caps = adjustments.flatMap(({ kind, capGrade }) => {
    if (kind === 'veto') return [vetoGrade];
    return kind === 'cap' && capGrade ? [capGrade] : [];
  });
  const worst = Math.max(...[grade, ...caps].map((each) => GRADE_CODES.indexOf(each)));
  return GRADE_CODES[worst] ?? grade;
}

function standingOf(
  { isRanked, ...standing }: Standing & { isRanked: boolean },
  totals: readonly number[],
  scored: Scored,
  grading: Grading,
): Standing {
  if (!isRanked) return standing;
  const { total } = standing;
  const rank = 1 + totals.filter((other) => other > total).length;
  const plain =
    grading.grading === 'quotas' ? gradeByPlace(rank, totals.length, total, grading) : gradeByTotal(total, grading);
  const grade = capped(plain, scored, grading);
  return { ...standing, rank, grade, ...(grade === plain ? {} : { uncapped: plain }) };
}

/** Everybody with total, place within the group and grade, in the order given. */
export function reckon(all: readonly Scored[], grading: Grading): Standing[] {
  const totals = all.map((scored) => totalOf(scored, grading));
  const ofGroup = Map.groupBy(
    totals.filter(({ isRanked }) => isRanked),
    ({ group }) => group,
  );
  return all.flatMap((scored, i) => {
    const own = totals[i];
    if (!own) return [];
    const group = (ofGroup.get(own.group) ?? []).map(({ total }) => total);
    return [standingOf(own, group, scored, grading)];
  });
}

/** By group, in it by place; who has none comes last. */
export function inOrder<T extends Pick<Standing, 'group' | 'rank' | 'regionCode'>>(standings: readonly T[]): T[] {
  const place = ({ rank = Number.MAX_SAFE_INTEGER }: T) => rank;
  return [...standings].sort(
    (a, b) => a.group.localeCompare(b.group, 'zh') || place(a) - place(b) || a.regionCode - b.regionCode,
  );
}
