// The language of rules: conditions over facts and parameters, kept as data. It compiles to one boolean SQL expression in
// whole numbers, so that every rule runs in one scan and no rounding decides about a family.

import { defineProblems, Problem } from '../../../kernel/problem.ts';
import { findParameter } from '../../parameters/domain/parameters.ts';
import { findFact } from './facts.ts';

defineProblems({
  'warnings.bad-expression': {
    kind: 'invalid',
    sentence: (d) => `规则表达式有误：${d.what}。请对照指标与参数清单改正。`,
  },
});

export type NumberExpression =
  | { fact: string }
  | { param: string }
  | { number: number }
  | { mul: readonly NumberExpression[] }
  | { add: readonly NumberExpression[] };

export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { is: string }
  | { gt: readonly [NumberExpression, NumberExpression] }
  | { gte: readonly [NumberExpression, NumberExpression] }
  | { lt: readonly [NumberExpression, NumberExpression] }
  | { lte: readonly [NumberExpression, NumberExpression] };

const COMPARISONS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** SQL text and how many powers of ten the number is larger than meant (a ratio is kept as ten-thousandths). */
type Scaled = { sql: string; scale: number };

function fail(what: string): never {
  throw new Problem('warnings.bad-expression', { what });
}

function shift(value: Scaled, scale: number): string {
  return value.scale === scale ? value.sql : `${value.sql} * ${10 ** (scale - value.scale)}`;
}

function compileNumber(expression: NumberExpression, p: string): Scaled {
  if ('fact' in expression) {
    const fact = findFact(expression.fact) ?? fail(`没有指标“${expression.fact}”`);
    return { sql: `f.${fact.name}::bigint`, scale: 0 };
  }
  if ('param' in expression) {
    const parameter = findParameter(expression.param) ?? fail(`没有参数“${expression.param}”`);
    return { sql: `${p}${parameter.field}`, scale: parameter.unit === 'ratio' ? 4 : 0 };
  }
  if ('number' in expression) {
    if (!Number.isSafeInteger(expression.number)) fail(`“${expression.number}”不是整数`);
    return { sql: `${expression.number}::bigint`, scale: 0 };
  }
  if ('mul' in expression) {
    const parts = expression.mul.map((part) => compileNumber(part, p));
    return {
      sql: `(${parts.map((part) => part.sql).join(' * ')})`,
      scale: parts.reduce((sum, part) => sum + part.scale, 0),
    };
  }
  if ('add' in expression) {
    const parts = expression.add.map((part) => compileNumber(part, p));
    const scale = Math.max(...parts.map((part) => part.scale));
    return { sql: `(${parts.map((part) => shift(part, scale)).join(' + ')})`, scale };
  }
  return fail('不认识的数值写法');
}

/**
 * A boolean SQL expression over `f` (facts) and `p` (parameters of the household's county); unknown numbers give null.
 * `parameters` is what stands before a parameter's name, so that two sets of values can be compared in one scan.
 */
export function compileCondition(condition: Condition, parameters = 'p.'): string {
  const compile = (part: Condition) => compileCondition(part, parameters);
  if ('all' in condition) return `(${condition.all.map(compile).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(compile).join(' or ')})`;
  if ('not' in condition) return `(not ${compile(condition.not)})`;
  if ('is' in condition) {
    const fact = findFact(condition.is) ?? fail(`没有指标“${condition.is}”`);
    if (fact.unit !== 'yes-no') fail(`“${fact.label}”不是是否类指标`);
    return `f.${fact.name}`;
  }
  for (const [name, operator] of Object.entries(COMPARISONS)) {
    const pair = (condition as Record<string, readonly [NumberExpression, NumberExpression]>)[name];
    if (!pair) continue;
    const [left, right] = [compileNumber(pair[0], parameters), compileNumber(pair[1], parameters)];
    const scale = Math.max(left.scale, right.scale);
    return `(${shift(left, scale)} ${operator} ${shift(right, scale)})`;
  }
  return fail('不认识的条件写法');
}

/** Names of the facts and keys of the parameters an expression speaks of: what its evidence has to show. */
export function namesIn(expression: Condition | NumberExpression): { facts: string[]; params: string[] } {
  const facts = new Set<string>();
  const params = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    else if (node && typeof node === 'object')
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'fact' || key === 'is') && typeof value === 'string') facts.add(value);
        else if (key === 'param' && typeof value === 'string') params.add(value);
        else visit(value);
      }
  };
  visit(expression);
  return { facts: [...facts], params: [...params] };
}
