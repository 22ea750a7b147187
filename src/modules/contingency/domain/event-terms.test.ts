import { describe, expect, test } from 'vitest';
import { openTerms } from './event-terms.ts';
import { isOfHazard } from './hazards.ts';

const DAYS = { first: 3, all: 7, identify: 15, review: 30 };
const SEEN = { listed: 10, seen: 10, unidentified: 0 };

describe('what an event still asks for', () => {
  test.each([
    ['nothing while it is only proposed', {}, { listed: 0, seen: 0, unidentified: 0 }, []],
    [
      'all visits, none made',
      { activatedOn: '2022-11-28' },
      { listed: 10, seen: 0, unidentified: 0 },
      ['first-visits 2022-12-01', 'all-visits 2022-12-05'],
    ],
    [
      'the visits that are left',
      { activatedOn: '2022-11-28' },
      { listed: 10, seen: 1, unidentified: 0 },
      ['all-visits 2022-12-05'],
    ],
    ['papers after help', { activatedOn: '2022-11-28' }, { ...SEEN, unidentified: 2 }, ['identify 2022-12-13']],
    [
      'papers and review once it ended',
      { activatedOn: '2022-11-28', endedOn: '2022-12-04' },
      { ...SEEN, unidentified: 1 },
      ['identify 2022-12-13', 'review 2023-01-03'],
    ],
    [
      'nothing once it is reviewed',
      { activatedOn: '2022-11-28', endedOn: '2022-12-04', reviewedOn: '2022-12-20' },
      SEEN,
      [],
    ],
  ] as const)('%s', (_what, days, counts, open) => {
    expect(openTerms(days, counts, DAYS).map(({ term, dueOn }) => `${term} ${dueOn}`)).toEqual(open);
  });
});

test.each([
  ['暴雪', 'blizzard', true],
  ['白灾', 'blizzard', true],
  ['寒潮大风', 'blizzard', true],
  ['草原火灾', 'wildfire', true],
  ['洪涝', 'blizzard', false],
  ['价格下跌', 'price', false],
])('%s is %s: %s', (words, hazard, is) => expect(isOfHazard(words, hazard)).toBe(is));
