import { describe, expect, test } from 'vitest';
import { isMeant, ruleWords } from './household-facts.ts';
import { cycleFrom } from './looks.ts';

describe('whom a rule means', () => {
  test.each([
    ['everybody where it asks for nothing', {}, ['general'], undefined, true],
    ['all that is asked', { allFacts: ['lifted', 'student'] }, ['lifted', 'student', 'able'], undefined, true],
    ['one of all is lacking', { allFacts: ['lifted', 'student'] }, ['lifted'], undefined, false],
    ['one of some', { anyFacts: ['lifted', 'monitored'] }, ['monitored'], undefined, true],
    ['none of some', { anyFacts: ['lifted', 'monitored'] }, ['general'], undefined, false],
    ['what is excluded', { allFacts: ['lifted'], noFacts: ['dibao'] }, ['lifted', 'dibao'], undefined, false],
    ['an income below', { perHeadBelowFen: 800_000 }, [], 799_999, true],
    ['an income at the line', { perHeadBelowFen: 800_000 }, [], 800_000, false],
    ['an income nobody knows', { perHeadBelowFen: 800_000 }, [], undefined, false],
    ['empty lists as no lists', { allFacts: [], anyFacts: [], noFacts: null }, [], undefined, true],
  ] as const)('%s', (_what, rule, facts, perHeadFen, meant) => {
    expect(isMeant(rule, { facts, ...(perHeadFen === undefined ? {} : { perHeadFen }) })).toBe(meant);
  });

  test.each([
    [{}, '全部农牧户'],
    [{ allFacts: ['student', 'lifted'], noFacts: ['dibao'] }, '脱贫户、有在校学生；不含有低保对象'],
    [{ anyFacts: ['lifted', 'general'], perHeadBelowFen: 800_000 }, '脱贫户或一般农牧户；人均纯收入低于 8000 元'],
  ])('%j in words', (rule, words) => expect(ruleWords(rule)).toBe(words));
});

test.each([
  ['once', '1900-01-01'],
  ['yearly', '2022-01-01'],
  ['monthly', '2022-06-01'],
])('a benefit %s counts from %s', (cycle, from) => expect(cycleFrom(cycle, '2022-06-15')).toBe(from));
