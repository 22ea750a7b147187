import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../../kernel/register/states.ts';
import { dueStep, overdueShare } from './loan-needs.ts';
import { LOAN_STATES } from './loan-states.ts';

test.each([
  [-1, undefined],
  [0, 'due-7'],
  [7, 'due-7'],
  [8, 'due-30'],
  [30, 'due-30'],
  [31, 'due-90'],
  [90, 'due-90'],
  [91, undefined],
])('%i days before it is due: %s', (days, step) => expect(dueStep(days)).toBe(step));

test.each([
  [0, 0, undefined],
  [0, 100, 0],
  [1, 3, 3333],
  [3, 3, 10_000],
])('%i of %i is overdue', (overdue, balance, share) => expect(overdueShare(overdue, balance)).toBe(share));

describe('the state of a loan', () => {
  test.each([
    ['lent', {}, undefined, 'lent'],
    ['extended', { extendedTo: '2023-05-01' }, undefined, 'extended'],
    [
      'overdue again after it was extended',
      { extendedTo: '2022-05-01', overdueFrom: '2022-05-02' },
      undefined,
      'overdue',
    ],
    ['paid by the pool, though the bank says overdue', { overdueFrom: '2022-05-02' }, 'compensated', 'compensated'],
    ['settled, whatever came before', { overdueFrom: '2022-05-02', settledOn: '2022-06-01' }, 'compensated', 'settled'],
  ] as const)('%s', (_what, row, last, state) => expect(stateOf(LOAN_STATES, row, last)).toBe(state));
});
