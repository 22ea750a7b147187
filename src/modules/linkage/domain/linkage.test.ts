import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../kernel/register/states.ts';
import { LINKAGE_CONTRACT_STATES } from '../../industry/domain/linkage-contract-states.ts';
import { wordKept } from './fulfilment.ts';
import { CHECK_STATES } from './registers/linkage-check-register.ts';
import { PROPOSAL_STATES } from './registers/linkage-proposal-register.ts';

test.each([
  ['nothing was paid', 100, 0, 'unpaid'],
  ['nothing was paid, and nothing was agreed either', undefined, 0, 'unpaid'],
  ['more was called back than paid', 100, -5, 'unpaid'],
  ['less than agreed', 100, 99, 'partly'],
  ['what was agreed', 100, 100, 'kept'],
  ['more than agreed', 100, 101, 'kept'],
  ['something, where nothing was agreed', undefined, 1, 'unpriced'],
  ['something, where zero was agreed', 0, 1, 'unpriced'],
] as const)('%s', (_what, promised, paid, word) => expect(wordKept(promised, paid)).toBe(word));

describe('states', () => {
  test.each([
    ['signed by both', {}, undefined, 'signed'],
    ['witnessed by the township', {}, 'performing', 'performing'],
    ['its last day is today', { through: '2022-05-31' }, 'performing', 'performing'],
    ['its last day was yesterday', { through: '2022-05-30' }, 'performing', 'ended'],
    ['dissolved', { dissolvedOn: '2022-03-01' }, 'performing', 'ended'],
  ] as const)('of a contract: %s', (_what, row, last, state) =>
    expect(stateOf(LINKAGE_CONTRACT_STATES, row, last, '2022-05-31')).toBe(state),
  );

  test.each([
    ['looked at', {}, undefined, 'checked'],
    ['sent back', {}, 'returned', 'returned'],
    ['confirmed', { confirmedOn: '2022-02-01' }, 'checked', 'confirmed'],
  ] as const)('of a check: %s', (_what, row, last, state) => expect(stateOf(CHECK_STATES, row, last)).toBe(state));

  test.each([
    ['to be visited', {}, 'proposed'],
    ['visited', { visitedOn: '2022-05-01', answer: 'agreed' }, 'visited'],
    ['the household does not want', { visitedOn: '2022-05-01', answer: 'declined' }, 'declined'],
    ['signed', { visitedOn: '2022-05-01', answer: 'agreed', agreementNumber: 'X' }, 'signed'],
  ] as const)('of a proposal: %s', (_what, row, state) => expect(stateOf(PROPOSAL_STATES, row)).toBe(state));
});
