// Whether a condition can be so at all with given thresholds, whatever the facts: one that a county switched off cannot.

import type { Condition, NumberExpression } from './condition.ts';

export type ParameterValues = (key: string) => number | undefined;

function numberOf(expression: NumberExpression, values: ParameterValues): number | undefined {
  if ('number' in expression) return expression.number;
  if ('param' in expression) return values(expression.param);
  if ('fact' in expression) return undefined;
  const parts = ('mul' in expression ? expression.mul : expression.add).map((part) => numberOf(part, values));
  return parts.reduce((one, other) => {
    if (one === undefined || other === undefined) return undefined;
    return 'mul' in expression ? one * other : one + other;
  });
}

const COMPARE = {
  gt: (a: number, b: number) => a > b,
  gte: (a: number, b: number) => a >= b,
  lt: (a: number, b: number) => a < b,
  lte: (a: number, b: number) => a <= b,
};

/** True or false where the thresholds alone decide, undefined where it depends on facts. */
function decide(condition: Condition, values: ParameterValues): boolean | undefined {
  if ('all' in condition || 'any' in condition) {
    const decisive = 'any' in condition;
    const parts = ('any' in condition ? condition.any : condition.all).map((part) => decide(part, values));
    if (parts.includes(decisive)) return decisive;
    return parts.includes(undefined) ? undefined : !decisive;
  }
  if ('not' in condition) {
    const inner = decide(condition.not, values);
    return inner === undefined ? undefined : !inner;
  }
  if ('is' in condition) return undefined;
  for (const [name, compare] of Object.entries(COMPARE)) {
    const pair = (condition as Record<string, readonly [NumberExpression, NumberExpression]>)[name];
    if (!pair) continue;
    const [left, right] = [numberOf(pair[0], values), numberOf(pair[1], values)];
    return left === undefined || right === undefined ? undefined : compare(left, right);
  }
  return undefined;
}

export function canHold(condition: Condition, values: ParameterValues): boolean {
  return decide(condition, values) !== false;
}
