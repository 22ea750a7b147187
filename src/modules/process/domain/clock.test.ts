// Soon, due today, late, and up the levels.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/plain-date.ts';
import { clockOf } from './clock.ts';
import { TURNS } from './steps.ts';

const RULES = { warnDays: 2, escalateDays: 3 };

describe('the clock', () => {
  it.each([
    [20220607, 3, 'calm', []],
    [20220608, 2, 'soon', []],
    [20220609, 1, 'soon', []],
    [20220610, 0, 'today', []],
    [20220611, -1, 'late', []],
    [20220612, -2, 'late', []],
    [20220613, -3, 'late', ['township']],
    [20220615, -5, 'late', ['township']],
    [20220616, -6, 'late', ['township', 'county']],
    [20220619, -9, 'late', ['township', 'county', 'league']],
    [20230610, -365, 'late', ['township', 'county', 'league']],
  ] as const)('due 2022-06-10 in the village, on %i', (today, daysLeft, tone, escalatedTo) => {
    expect(clockOf(20220610, today, 'village', RULES)).toEqual({ daysLeft, tone, escalatedTo });
  });

  it('goes up from the level whose turn it is', () => {
    expect(clockOf(20220610, 20220613, 'township', RULES).escalatedTo).toEqual(['county']);
    expect(clockOf(20220610, 20220616, 'county', RULES).escalatedTo).toEqual(['league']);
  });

  it('a due day in the new year', () => {
    expect(clockOf(20230102, 20221231, 'village', RULES)).toMatchObject({ daysLeft: 2, tone: 'soon' });
  });

  it('never goes down again while nothing is done', () => {
    const rules = fc.record({ warnDays: fc.nat(30), escalateDays: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.constantFrom(...TURNS), rules, fc.integer({ min: -50, max: 300 }), (turn, given, days) => {
        const today = clockOf(20220610, addDays(20220610, days), turn, given);
        const tomorrow = clockOf(20220610, addDays(20220610, days + 1), turn, given);
        expect(tomorrow.daysLeft).toBe(today.daysLeft - 1);
        expect(tomorrow.escalatedTo.slice(0, today.escalatedTo.length)).toEqual(today.escalatedTo);
        expect(today.escalatedTo).not.toContain(turn);
      }),
    );
  });
});
