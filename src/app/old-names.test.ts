import { expect, test } from 'vitest';
import { listOperations } from '../kernel/list-operations.ts';
import { rawRoutes } from './api.ts';
import { AUDIT_TITLES } from './audit-titles.ts';
import { contract } from './contract.ts';
import { movedAddress, OLD_OPERATIONS } from './old-names.ts';

test('entries of the audit under an old name are read as those under the new one', () => {
  expect(OLD_OPERATIONS.size).toBe(124);
  const untitled = ['cases.file', 'declare.clue-file', 'declare.photo'];
  for (const [old, now] of OLD_OPERATIONS) {
    if (untitled.includes(now)) continue;
    expect(AUDIT_TITLES.operations.get(old), old).toMatch(/\p{Script=Han}/u);
    expect(AUDIT_TITLES.operations.get(old)).toBe(AUDIT_TITLES.operations.get(now));
  }
});

test('every operation that has an old name is there under the new one', () => {
  const recorded = [
    'registry-import.import',
    'parameters.import',
    'cases.recompute',
    'national.end-export-comparison',
    'declare.photo',
  ];
  const names = [...listOperations(contract).map(({ meta }) => meta.name), ...rawRoutes.map(({ meta }) => meta.name)];
  expect([...OLD_OPERATIONS.values()].filter((now) => !names.includes(now) && !recorded.includes(now))).toEqual([]);
});

test.each([
  ['/api/monitoring/cases?desk=mine&limit=50', '/api/cases?desk=mine&limit=50'],
  ['/api/monitoring/cases/150923/42/verify', '/api/cases/150923/42/verify'],
  ['/api/monitoring/clues/150923/7/files/x', '/api/clues/150923/7/files/x'],
  ['/api/monitoring/households/150923/7', '/api/cases/households/150923/7'],
  ['/api/monitoring/households/150923/7/help', '/api/help/households/150923/7'],
  ['/api/monitoring/worklist', '/api/cases/worklist'],
  ['/api/monitoring/templates', '/api/process/templates'],
  ['/api/monitoring/calendar/check?year=2026', '/api/process/calendar/check?year=2026'],
  ['/api/monitoring/documents/notices?area=1', '/api/papers/notices/print?area=1'],
  ['/api/monitoring/measure-libraries', '/api/help/measure-libraries'],
  ['/api/monitoring/national/comparisons/3/refused.csv', '/api/national/comparisons/3/refused.csv'],
  ['/api/monitoring/bulletin/export?from=2026-01-01', '/api/bulletin/export?from=2026-01-01'],
  ['/api/monitoring/nothing', undefined],
  ['/api/households', undefined],
])('%s is now %s', (old, now) => {
  expect(movedAddress(old)).toBe(now);
});
