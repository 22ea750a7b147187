// What the names of a rule's condition stand for in a screening: facts of the household, parameters of its county.

import { type Condition, conditionSql } from '../../../kernel/conditions/condition.ts';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import { findParameter } from '../../parameters/domain/parameters.ts';
import { findFact } from './facts.ts';

defineProblems({
  'warnings.bad-expression': {
    kind: 'invalid',
    sentence: (d) => `规则表达式有误：${d.what}。请对照指标与参数清单改正。`,
  },
});

function fail(what: string): never {
  throw new Problem('warnings.bad-expression', { what });
}

const factOf = (name: string) => findFact(name) ?? fail(`没有指标“${name}”`);

/**
 * A boolean SQL expression over `f` (facts) and `p` (parameters of the household's county); unknown numbers give null.
 * `parameters` is what stands before a parameter's name, so that two sets of values can be compared in one scan.
 */
export function compileCondition(condition: Condition, parameters = 'p.'): string {
  return conditionSql(condition, {
    fact: (name) => `f.${factOf(name).name}`,
    yesNo: (name) => {
      const fact = factOf(name);
      return fact.unit === 'yes-no' ? `f.${fact.name}` : fail(`“${fact.label}”不是是否类指标`);
    },
    param: (key) => {
      const parameter = findParameter(key) ?? fail(`没有参数“${key}”`);
      return { sql: `${parameters}${parameter.field}`, scale: parameter.unit === 'ratio' ? 4 : 0 };
    },
    fail,
  });
}
