import { expect, test } from 'vitest';
import { fileName } from './downloads.ts';

test.each([
  ['attachment; filename="a.xlsx"; filename*=UTF-8\'\'%E5%86%9C%E6%88%B7.xlsx', '农户.xlsx'],
  ['attachment; filename="warnings.csv"', 'warnings.csv'],
  ['inline', undefined],
  [null, undefined],
])('the name in %s is %s', (disposition, name) => {
  expect(fileName(disposition)).toBe(name);
});
