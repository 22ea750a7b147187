// Rates, samples, comparisons and what a visit must say, as tables.

import { describe, expect, test } from 'vitest';
import { differencesOf } from './compare.ts';
import { isUnreliable, openOf, ratesOf } from './coverage.ts';
import { questionLines, readQuestions } from './question-lines.ts';
import { isTaken, sampleSize } from './sample.ts';
import { CORE_QUESTIONS, questionsOf, troubles, unanswered } from './survey.ts';
import { isLate, refuseVisit, type VisitTold } from './visit-rules.ts';
import type { VisitResult } from './words.ts';

const counts = (items: number, done: number, away: number, inPerson = 0, rechecked = 0, inconsistent = 0) => ({
  ...{ items, done, away, notMet: 0, inPerson, rechecked, inconsistent },
});

describe('rates', () => {
  test.each([
    ['who is away is no gap', counts(100, 90, 10, 81), { covered: 10_000, coveredOfAll: 9000, met: 9000 }],
    ['rounded half up', counts(3, 2, 0, 1), { covered: 6667, coveredOfAll: 6667, met: 5000 }],
    ['all away: nothing to divide by', counts(4, 0, 4), { covered: undefined, coveredOfAll: 0, met: undefined }],
    ['nothing rechecked is no rate of errors', counts(4, 4, 0, 4), { errors: undefined }],
    ['errors', counts(40, 40, 0, 40, 20, 1), { errors: 500 }],
  ])('%s', (_what, given, rates) => {
    expect(ratesOf(given)).toMatchObject(rates);
  });

  test('who was not met is still open', () => {
    expect(openOf({ items: 10, done: 6, away: 1 })).toBe(3);
  });

  test.each([
    [1, 20, 5, false],
    [2, 20, 5, true],
    [0, 0, 5, false],
    [1, 100, 0, true],
  ])('%i of %i wrong, %i percent allowed: again %s', (wrong, of, most, again) => {
    expect(isUnreliable(wrong, of, most)).toBe(again);
  });
});

describe('samples', () => {
  test.each([
    [100, 20, 5, 20],
    [101, 20, 5, 21],
    [12, 20, 5, 5],
    [3, 20, 5, 3],
    [0, 20, 5, 0],
  ])('of %i done at %i%%, at least %i: %i', (done, percent, least, size) => {
    expect(sampleSize(done, percent, least)).toBe(size);
  });

  test.each([
    [7, 3],
    [10, 10],
    [1, 1],
    [97, 20],
  ])('of %i places just %i are taken, and of each half its share, give or take one', (done, size) => {
    const taken = Array.from({ length: done }, (_, i) => i + 1).filter((place) => isTaken(place, size, done));
    expect(taken).toHaveLength(size);
    const half = Math.floor(done / 2);
    expect(Math.abs(taken.filter((place) => place <= half).length - (size * half) / done)).toBeLessThanOrEqual(1);
  });
});

const ANSWERS = {
  housing: 'ok',
  school: 'not-applicable',
  water: 'ok',
  insured: 'ok',
  income: 'same',
  'self-paid': 'same',
};

describe('a survey', () => {
  test('asks about measures only who is being helped', () => {
    expect(unanswered(CORE_QUESTIONS, ['ordinary'], ANSWERS)).toEqual([]);
    expect(unanswered(CORE_QUESTIONS, ['measures'], ANSWERS)).toEqual(['帮扶措施已落实', '帮扶责任人到位']);
    expect(unanswered(CORE_QUESTIONS, ['ordinary'], { ...ANSWERS, water: 'maybe' })).toEqual(['饮水安全']);
  });

  test('of a region adds its own, and none in the place of the core', () => {
    const own = [
      { code: 'heating', title: '取暖有保障', choices: ['有', '没有'] },
      { code: 'water', title: '饮水', choices: ['好', '坏'] },
    ];
    expect(questionsOf(own)).toHaveLength(CORE_QUESTIONS.length + 1);
    expect(questionsOf(own).at(-1)?.choices).toEqual({ 1: '有', 2: '没有' });
  });

  test('tells what was found not to be as it should', () => {
    const found = { ...ANSWERS, water: 'problem', income: 'down-much', 'self-paid': 'up', measures: 'no' };
    expect(troubles(CORE_QUESTIONS, found)).toEqual([
      ...['饮水安全有问题', '收入变化大幅下降', '合规自付支出变化大幅增加', '帮扶措施已落实否'],
    ]);
  });

  test('is typed a line a question; a question keeps its code while its words are the same', () => {
    const before = [{ code: 'q-1', title: '取暖有保障', choices: ['有', '没有'] }];
    expect(questionLines(before)).toBe('取暖有保障：有、没有');
    expect(readQuestions('草料够用:够、不够\n\n取暖有保障：有、缺、没有', before)).toEqual([
      { code: 'q-2', title: '草料够用', choices: ['够', '不够'] },
      { code: 'q-1', title: '取暖有保障', choices: ['有', '缺', '没有'] },
    ]);
    expect(readQuestions('取暖', before)).toEqual({ bad: '取暖' });
  });
});

describe('a recheck', () => {
  const first = { answers: ANSWERS, result: 'no-risk' };
  test.each([
    ['the same', {}, 'no-risk', []],
    ['another answer', { water: 'problem' }, 'no-risk', ['water']],
    ['another conclusion', {}, 'clue', ['result']],
    ['what was not asked of both is not compared', { measures: 'no' }, 'no-risk', []],
  ])('%s', (_what, more, result, differing) => {
    expect(differencesOf(CORE_QUESTIONS, ['measures'], first, { answers: { ...ANSWERS, ...more }, result })).toEqual(
      differing,
    );
  });
});

describe('a visit', () => {
  const visit = (more: Partial<VisitTold> = {}): VisitTold => ({
    ...{ visitedOn: '2022-11-20', mode: 'in-person', result: 'no-risk', answers: ANSWERS, risks: [] },
    ...{ secondVisitor: '巴图', photos: 1, signed: false },
    ...more,
  });
  const round = { startsOn: '2022-11-01', endsOn: '2022-11-30', today: '2022-12-05', visitor: '其其格' };
  const refused = (told: VisitTold) =>
    refuseVisit(told, { ...round, questions: CORE_QUESTIONS, lists: ['ordinary'] })?.code;

  test.each([
    ['is kept', {}, undefined],
    ['before the round', { visitedOn: '2022-10-31' }, 'sweeps.visit-day'],
    ['in the future', { visitedOn: '2022-12-06' }, 'sweeps.visit-day'],
    ['after the round is late, and kept', { visitedOn: '2022-12-01' }, undefined],
    ['of one person', { secondVisitor: '其其格 ' }, 'sweeps.same-visitor'],
    ['without an answer', { answers: { ...ANSWERS, water: '' } }, 'sweeps.unanswered'],
    ['that found nobody asks nothing', { result: 'not-met' as VisitResult, answers: {}, photos: 0 }, undefined],
    ['that found a risk says which', { result: 'clue' as VisitResult }, 'sweeps.risks-missing'],
    ['in person without photo and signature', { photos: 0 }, 'sweeps.no-proof'],
    ['in person with a signature alone', { photos: 0, signed: true }, undefined],
    ['by phone has no photo', { mode: 'phone' as const, photos: 0 }, undefined],
  ])('%s', (_what, more, code) => {
    expect(refused(visit(more))).toBe(code);
  });

  test('is late by the day of the visit alone', () => {
    expect(isLate('2022-11-30', round)).toBe(false);
    expect(isLate('2022-12-01', round)).toBe(true);
  });
});
