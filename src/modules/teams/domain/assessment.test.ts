// Four dimensions, deductions and grades: each rule alone, and forty members graded a second way.

import { describe, expect, test } from 'vitest';
import { daysScore, economyScore, gradesOf, ownGrade, resultsScore, totalScore, villagersScore } from './assessment.ts';
import { TEAM_SETTINGS, type TeamSettingKey } from './settings.ts';

const settings =
  (changes: Partial<Record<TeamSettingKey, number>> = {}) =>
  (key: TeamSettingKey) =>
    changes[key] ?? TEAM_SETTINGS.find((setting) => setting.key === key)?.fallback ?? 0;
const usual = settings();

describe('a dimension', () => {
  test('days are those in post of those asked for', () => {
    expect([daysScore(150, 200), daysScore(260, 200), daysScore(0, 0)]).toEqual([75, 100, undefined]);
  });
  test('the economy goes by the growth of operating income', () => {
    expect(economyScore(10_000_000, 10_000_000, usual)).toBe(60);
    expect(economyScore(10_000_000, 10_500_000, usual)).toBe(80);
    expect(economyScore(10_000_000, 12_000_000, usual)).toBe(100);
    expect(economyScore(10_000_000, 7_000_000, usual)).toBe(0);
    expect(economyScore(undefined, 7_000_000, usual)).toBeUndefined();
    expect(economyScore(0, 1, usual)).toBe(100);
  });
  test('what villagers think is told from a least number of slips on', () => {
    expect(villagersScore({ excellent: 9 }, 10)).toBeUndefined();
    expect(villagersScore({ excellent: 5, good: 3, basic: 1, poor: 1 }, 10)).toBe(83);
  });
  test('results are tasks done', () => expect(resultsScore(28, 35)).toBe(80));
});

test('a score waits for every dimension that has a weight', () => {
  const scores = { days: 100, economy: 80, villagers: 90 };
  expect(totalScore(scores, 0, usual)).toBeUndefined();
  expect(totalScore({ ...scores, results: 70 }, 5, usual)).toBe(80);
  expect(totalScore(scores, 0, settings({ 'weight.results': 0 }))).toBe(90);
  expect(totalScore({ ...scores, results: 70 }, 0, settings({ 'weight.days': 40, 'weight.results': 10 }))).toBe(89.5);
});

test.each([
  [95, 0, 'excellent'],
  [95, 1, 'good'],
  [95, 2, 'basic'],
  [95, 3, 'poor'],
  [89.99, 0, 'good'],
  [60, 0, 'basic'],
  [59.99, 0, 'poor'],
])('a score of %d with %d days absent is %s', (score, absent, grade) => {
  expect(ownGrade(score, absent, usual)).toBe(grade);
});

test('where the last excellent place would fall between equals none of them has it', () => {
  const members = [97, 95, 95, 92, 80, 80, 80, 80].map((score, i) => ({ key: `m${i}`, score, absent: 0 }));
  const grades = gradesOf(members, members.length, usual);
  expect(members.map(({ key }) => grades.get(key))).toEqual([
    'excellent',
    'good',
    'good',
    'good',
    'good',
    'good',
    'good',
    'good',
  ]);
});

test('grades of forty members are what an independent count says', () => {
  const members = Array.from({ length: 40 }, (_, i) => ({
    key: `m${i}`,
    score: [days(i), ((i * 37) % 41) + 60, ((i * 53) % 31) + 70, ((i * 17) % 36) + 64].reduce((a, b) => a + b) / 4,
    absent: i % 11 === 3 ? 1 : i % 13 === 5 ? 2 : i % 19 === 7 ? 4 : 0,
  }));
  const changed = settings({ 'grade.excellent': 82, 'excellent.share': 20 });
  const grades = gradesOf(members, members.length, changed);
  // Places by hand: sorted, the eight first are excellent if nobody behind them is as good.
  const able = members.filter(({ score, absent }) => score >= 82 && absent === 0).sort((a, b) => b.score - a.score);
  expect(able.length).toBeGreaterThan(8);
  const border = able[8]?.score ?? 0;
  const best = new Set(able.slice(0, 8).flatMap(({ key, score }) => (score > border ? [key] : [])));
  for (const { key, score, absent } of members) {
    let wanted = score >= 75 ? 'good' : score >= 60 ? 'basic' : 'poor';
    if (absent >= 2 && wanted === 'good') wanted = 'basic';
    if (absent >= 3) wanted = 'poor';
    expect(grades.get(key), key).toBe(best.has(key) ? 'excellent' : wanted);
  }
  expect([...grades.values()].filter((grade) => grade === 'excellent').length).toBeLessThanOrEqual(8);
});

function days(i: number): number {
  return Math.min(100, 70 + ((i * 29) % 43));
}
