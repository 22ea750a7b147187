import { expect, test } from 'vitest';
import { fileAddress, fileName } from './downloads.ts';

test.each([
  ['attachment; filename="a.xlsx"; filename*=UTF-8\'\'%E5%86%9C%E6%88%B7.xlsx', '农户.xlsx'],
  ['attachment; filename="warnings.csv"', 'warnings.csv'],
  ['inline', undefined],
  [null, undefined],
])('the name in %s is %s', (disposition, name) => {
  expect(fileName(disposition)).toBe(name);
});

test.each(['entitlements/households/paper', '/entitlements/households/paper'])('%s is fetched below /api', (path) => {
  const url = fileAddress('http://127.0.0.1:8080', path, { format: 'xlsx', area: undefined, clause: '7' });
  expect(url.href).toBe('http://127.0.0.1:8080/api/entitlements/households/paper?format=xlsx&clause=7');
});
