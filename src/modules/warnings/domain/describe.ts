// A rule's condition in Chinese, made from its expression: what the screen shows is what the screening computes.

import type { Condition, NumberExpression } from '../../../kernel/conditions/condition.ts';
import { findParameter } from '../../parameters/domain/parameters.ts';
import { findFact } from './facts.ts';

const COMPARISONS = { gt: '大于', gte: '不低于', lt: '小于', lte: '不超过' } as const;

function describeNumber(expression: NumberExpression): string {
  if ('fact' in expression) return findFact(expression.fact)?.label ?? expression.fact;
  if ('param' in expression) return `【${findParameter(expression.param)?.label ?? expression.param}】`;
  if ('number' in expression) return String(expression.number);
  if ('mul' in expression) return expression.mul.map(describeNumber).join(' × ');
  return expression.add.map(describeNumber).join(' + ');
}

function describeGroup(parts: readonly Condition[], word: string): string {
  return parts.map((part) => ('all' in part || 'any' in part ? `(${describe(part)})` : describe(part))).join(word);
}

function describe(condition: Condition): string {
  if ('all' in condition) return describeGroup(condition.all, '，并且');
  if ('any' in condition) return describeGroup(condition.any, '，或者');
  if ('is' in condition) return `是${findFact(condition.is)?.label ?? condition.is}`;
  if ('not' in condition) return `不${describe(condition.not)}`;
  for (const [name, word] of Object.entries(COMPARISONS)) {
    const pair = (condition as Record<string, readonly [NumberExpression, NumberExpression]>)[name];
    if (pair) return `${describeNumber(pair[0])} ${word} ${describeNumber(pair[1])}`;
  }
  return '';
}

/** 住房鉴定等级 不低于 3,… Parameters stand in 【】: their values differ by county and date. */
export function describeCondition(condition: Condition): string {
  return describe(condition);
}
