// The language of rules: conditions over named facts and parameters, kept as data. It compiles to one boolean SQL expression in whole
// numbers, so that every rule runs in one scan and no rounding decides about a family. What the names mean is told by who asks.

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
export type Scaled = { sql: string; scale: number };

/** What names stand for, each as SQL; whatever cannot be said fails with a sentence. */
export type Words = {
  fact: (name: string) => string;
  yesNo: (name: string) => string;
  param: (key: string) => Scaled;
  fail: (what: string) => never;
};

function shift(value: Scaled, scale: number): string {
  return value.scale === scale ? value.sql : `${value.sql} * ${10 ** (scale - value.scale)}`;
}

function compileNumber(expression: NumberExpression, words: Words): Scaled {
  if ('fact' in expression) return { sql: `${words.fact(expression.fact)}::bigint`, scale: 0 };
  if ('param' in expression) return words.param(expression.param);
  if ('number' in expression) {
    if (!Number.isSafeInteger(expression.number)) words.fail(`“${expression.number}”不是整数`);
    return { sql: `${expression.number}::bigint`, scale: 0 };
  }
  if ('mul' in expression) {
    const parts = expression.mul.map((part) => compileNumber(part, words));
    return {
      sql: `(${parts.map((part) => part.sql).join(' * ')})`,
      scale: parts.reduce((sum, part) => sum + part.scale, 0),
    };
  }
  if ('add' in expression) {
    const parts = expression.add.map((part) => compileNumber(part, words));
    const scale = Math.max(...parts.map((part) => part.scale));
    return { sql: `(${parts.map((part) => shift(part, scale)).join(' + ')})`, scale };
  }
  return words.fail('不认识的数值写法');
}

/** A boolean SQL expression; unknown numbers give null. */
export function conditionSql(condition: Condition, words: Words): string {
  const compile = (part: Condition) => conditionSql(part, words);
  if ('all' in condition) return `(${condition.all.map(compile).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(compile).join(' or ')})`;
  if ('not' in condition) return `(not ${compile(condition.not)})`;
  if ('is' in condition) return words.yesNo(condition.is);
  for (const [name, operator] of Object.entries(COMPARISONS)) {
    const pair = (condition as Record<string, readonly [NumberExpression, NumberExpression]>)[name];
    if (!pair) continue;
    const [left, right] = [compileNumber(pair[0], words), compileNumber(pair[1], words)];
    const scale = Math.max(left.scale, right.scale);
    return `(${shift(left, scale)} ${operator} ${shift(right, scale)})`;
  }
  return words.fail('不认识的条件写法');
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
