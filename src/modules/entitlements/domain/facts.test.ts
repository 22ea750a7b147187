import { expect, test } from 'vitest';
import { ruleWords } from './household-facts.ts';

test.each([
  [{}, '全部农牧户'],
  [{ allFacts: ['student', 'lifted'], noFacts: ['dibao'] }, '脱贫户、有在校学生；不含有低保对象'],
  [{ anyFacts: ['lifted', 'general'], perHeadBelowFen: 800_000 }, '脱贫户或一般农牧户；人均纯收入低于 8000 元'],
])('%j in words', (rule, words) => expect(ruleWords(rule)).toBe(words));
