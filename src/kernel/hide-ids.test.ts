import { expect, test } from 'vitest';
import { hideIds, hideIdsWithin } from './hide-ids.ts';

test.each([
  ['152624197601120326', '**************0326'],
  ['身份证 15262419760112032X。', '身份证 **************032X。'],
  ['152624 19760112 0326', '**************0326'],
  ['１５２６２４１９７６０１１２０３２６', '**************0326'],
  ['电话13800138000', '电话*******8000'],
  ['150923101001', '150923101001'],
  ['2022-02-30', '2022-02-30'],
  ['1,234.50', '1,234.50'],
  [
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ],
])('%s', (text, shown) => expect(hideIds(text)).toBe(shown));

test('within what is kept as JSON', () => {
  const filter = { filters: { text: '152624197601120326', area: 150923000000 }, count: 1 };
  expect(hideIdsWithin(filter)).toEqual({ ...filter, filters: { ...filter.filters, text: '**************0326' } });
  expect(hideIdsWithin(undefined)).toBeUndefined();
});
