import { expect, it } from 'vitest';
import { handedOut } from './handed-out.ts';

const entry = { operation: 'test.export', subjectKind: 'list', subjectId: 'x', after: { filter: {} } };
const region = { low: 150_000_000_000, high: 159_999_999_999 };
const village = { low: 150_923_101_201, high: 150_923_101_201 };

it.each([
  ['the whole region with rows of one county', region, [150923, 150923], [[150_923_000_000, { rows: 2 }]]],
  [
    'the whole region with rows of two',
    region,
    [150923, 152222, 150923],
    [
      [150_923_000_000, { rows: 2, of: 3 }],
      [152_222_000_000, { rows: 1, of: 3 }],
    ],
  ],
  ['a village', village, [150923], [[village.low, { rows: 1 }]]],
  ['nothing', village, [], [[village.low, { rows: 0 }]]],
] as const)('%s', (_what, range, counties, expected) => {
  const handed = handedOut();
  for (const county of counties) handed.add(county);
  const found = handed.audits(entry, range).map(({ regionCode, after }) => [regionCode, after]);
  expect(found).toEqual(expected.map(([code, after]) => [code, { filter: {}, ...after }]));
});
