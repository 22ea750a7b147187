import { expect, test } from 'vitest';
import { describeCondition } from './describe.ts';
import { DEFAULT_RULES } from './rules.ts';

const conditionOf = (code: string) => {
  const rule = DEFAULT_RULES.find((each) => each.code === code);
  if (!rule) throw new Error(code);
  return describeCondition(rule.when);
};

test('conditions read as Chinese', () => {
  expect(conditionOf('R04')).toBe('是重点户（脱贫户或在监测），并且窗口期内停水天数 大于 【窗口期内停水天数】');
  expect(conditionOf('R10')).toContain('2 × 生产经营性收入 大于 四项收入合计');
  expect(conditionOf('R01')).toContain('不是重点户');
});

test('no rule speaks of something without a name', () => {
  for (const rule of DEFAULT_RULES) expect(describeCondition(rule.when)).not.toMatch(/[a-z]/);
});
