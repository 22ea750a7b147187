import { describe, expect, test } from 'vitest';
import type { Term } from './calendar.ts';
import { DEFAULT_TEMPLATE, type WalkTemplate } from './process-template.ts';
import { previewTimeline } from './timeline-preview.ts';

const natural = (days: number): Term => ({ days, kind: 'natural' });
const working = (days: number): Term => ({ days, kind: 'working' });

/** The four steps that cannot be left out. */
function walk(verification: Term, review: Term, notice: Term, approval: Term, total = natural(400)): WalkTemplate {
  return {
    steps: [
      { step: 'verification', term: verification },
      { step: 'review', term: review },
      { step: 'notice', term: notice },
      { step: 'county-approval', term: approval },
    ],
    total,
    noticeLevels: ['village'],
  };
}

const none = new Map<number, boolean>();
/** 国庆 2022: 1 to 7 October free, 8 and 9 October (a weekend) worked. */
const NATIONAL_DAY = new Map<number, boolean>([
  ...[1, 2, 3, 4, 5, 6, 7].map((n): [number, boolean] => [20221000 + n, false]),
  [20221008, true],
  [20221009, true],
]);

describe('the last day of each step', () => {
  test.each([
    // A Wednesday; natural days run over the weekend.
    ['natural days', walk(natural(3), natural(1), natural(5), natural(2)), none, 20220601, [604, 605, 610, 612]],
    // Thursday: one working day is Friday, two more are Monday and Tuesday.
    [
      'working days over a weekend',
      walk(working(1), working(2), working(5), working(1)),
      none,
      20220602,
      [603, 607, 614, 615],
    ],
    ['a Saturday start', walk(working(1), natural(0), natural(1), working(1)), none, 20220604, [606, 606, 607, 608]],
    [
      'holidays and worked weekends',
      walk(working(1), working(2), natural(5), working(1)),
      NATIONAL_DAY,
      20220930,
      [1008, 1010, 1015, 1017],
    ],
  ] as const)('%s', (_name, template, calendar, start, due) => {
    const year = Math.floor(start / 10000) * 10000;
    expect(previewTimeline(template, calendar, start).steps.map((step) => step.due)).toEqual(
      due.map((day) => year + day),
    );
  });

  test('over the end of a year, a step begins when the one before ends', () => {
    const newYear = new Map([[20230102, false]]);
    const { steps } = previewTimeline(walk(working(2), natural(3), working(1), natural(1)), newYear, 20221229);
    expect(steps).toEqual([
      { step: 'verification', from: 20221229, due: 20230103 },
      { step: 'review', from: 20230103, due: 20230106 },
      { step: 'notice', from: 20230106, due: 20230109 },
      { step: 'county-approval', from: 20230109, due: 20230110 },
    ]);
  });
});

describe('the total', () => {
  test.each([
    ['exactly as long', natural(11), false],
    ['one day short', natural(10), true],
    ['working days are longer', working(8), false],
  ])('%s', (_name, total, isTooLong) => {
    const steps = walk(natural(3), natural(1), natural(5), natural(2), total);
    expect(previewTimeline(steps, none, 20220601).isTooLong).toBe(isTooLong);
  });

  test('steps after the decision do not count', () => {
    const preview = previewTimeline(DEFAULT_TEMPLATE.identification, none, 20220601);
    expect(preview.decisionDue).toBe(20220616);
    expect(preview.totalDue).toBe(20220616);
    expect(preview.isTooLong).toBe(false);
    expect(preview.steps.at(-1)?.due).toBe(20220624);
  });
});
