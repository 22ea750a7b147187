import { expect, it } from 'vitest';
import { DEFAULT_TEMPLATE } from '../../process/domain/process-template.ts';
import { type VisitFacts, visitDaysLeft, visitDueOn } from './visits.ts';

const FACTS: VisitFacts = {
  danger: 'medium',
  visitedOn: 20220620,
  helpedSince: 20220611,
  agreedOn: undefined,
  visitEvery: DEFAULT_TEMPLATE.visitEvery,
};

it.each<[string, Partial<VisitFacts>, number]>([
  ['high', { danger: 'high' }, 20220705],
  ['medium', {}, 20220720],
  ['low', { danger: 'low' }, 20220918],
  ['no level is medium', { danger: undefined }, 20220720],
  ['never visited: from the decision', { visitedOn: undefined }, 20220711],
  ['an earlier day was agreed on', { agreedOn: 20220630 }, 20220630],
  ['a later day does not put it off', { agreedOn: 20220930 }, 20220720],
  ['what was agreed before the visit is over', { agreedOn: 20220615 }, 20220720],
])('%s', (_name, facts, due) => expect(visitDueOn({ ...FACTS, ...facts })).toBe(due));

it('counts the days', () => {
  expect(visitDaysLeft(20220630, 20220628)).toBe(2);
  expect(visitDaysLeft(20220630, 20220702)).toBe(-2);
});
