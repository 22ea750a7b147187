import { expect, test } from 'vitest';
import { isConfirmed, refuseAssign, refuseCheck, refuseReopen, type WarningStanding } from './lifecycle.ts';

const standing = (given: Partial<WarningStanding>): WarningStanding => ({
  state: 'open',
  active: true,
  superseded: false,
  ...given,
});

test.each([
  [standing({}), undefined],
  [standing({ state: 'no-risk' }), 'warnings.already-checked'],
  [standing({ active: false }), 'warnings.no-longer-hit'],
  [standing({ superseded: true, state: 'no-risk' }), 'warnings.superseded'],
])('%j may be assigned and checked: %s', (given, code) => {
  expect(refuseAssign(given)?.code).toBe(code);
  expect(refuseCheck(given)?.code).toBe(code);
});

test.each([
  [standing({}), 'township-officer', 'warnings.not-checked'],
  [standing({ state: 'no-risk', checkedById: 7 }), 'village-worker', undefined],
  [standing({ state: 'no-risk', checkedById: 8 }), 'village-worker', 'warnings.not-own-check'],
  [standing({ state: 'no-risk', checkedById: 8 }), 'township-officer', undefined],
  [standing({ state: 'no-risk', checkedById: 8, superseded: true }), 'township-officer', 'warnings.superseded'],
])('%j may be taken back by %s: %s', (given, role, code) => {
  expect(refuseReopen(given, { accountId: 7, role })?.code).toBe(code);
});

test('everything but no risk confirms the clue', () => {
  expect(
    (['open', 'no-risk', 'handled-by-department', 'to-be-monitored', 'already-monitored'] as const).map(isConfirmed),
  ).toEqual([false, false, true, true, true]);
});
