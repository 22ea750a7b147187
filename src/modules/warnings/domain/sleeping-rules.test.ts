import { describe, expect, it } from 'vitest';
import { canHold } from '../../../kernel/conditions/can-hold.ts';
import type { Condition } from '../../../kernel/conditions/condition.ts';
import { REGISTER_RULES } from './register-rules.ts';
import { DEFAULT_RULES } from './rules.ts';

const ON: Condition = { gt: [{ param: 'loan.overdueDays' }, { number: 0 }] };
const OF_FACT: Condition = { gte: [{ fact: 'loan_overdue_days' }, { param: 'loan.overdueDays' }] };
const at = (value: number | undefined) => () => value;

describe('what thresholds alone decide', () => {
  it.each<[string, Condition, number | undefined, boolean]>([
    ['a switch that is off', ON, 0, false],
    ['a switch that is on', ON, 1, true],
    ['a switch nobody set', ON, undefined, true],
    ['a fact', OF_FACT, 0, true],
    ['all with one that cannot be', { all: [OF_FACT, ON] }, 0, false],
    ['all with a switch that is on', { all: [OF_FACT, ON] }, 30, true],
    ['any of which one may be', { any: [OF_FACT, ON] }, 0, true],
    ['any of which none can be', { any: [ON, ON] }, 0, false],
    ['not what is always so', { not: ON }, 1, false],
    ['not what never is', { not: ON }, 0, true],
    ['not what depends', { not: OF_FACT }, 0, true],
    ['yes or no', { all: [{ is: 'focus' }, ON] }, 0, false],
    ['a product', { lt: [{ mul: [{ param: 'x' }, { number: 2 }] }, { number: 1 }] }, 1, false],
    ['a sum', { lte: [{ add: [{ param: 'x' }, { number: 2 }] }, { number: 3 }] }, 1, true],
    ['a product with a fact', { lt: [{ mul: [{ param: 'x' }, { fact: 'net_fen' }] }, { number: 1 }] }, 0, true],
  ])('%s', (_, condition, value, expected) => {
    expect(canHold(condition, at(value))).toBe(expected);
  });
});

it('each rule of a register sleeps at 0 and wakes above; the others never sleep', () => {
  const registers = new Set(REGISTER_RULES.map(({ code }) => code));
  for (const { code, when } of DEFAULT_RULES) {
    expect([code, canHold(when, at(0))]).toEqual([code, !registers.has(code)]);
    expect([code, canHold(when, at(1))]).toEqual([code, true]);
  }
});
