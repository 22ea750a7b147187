// The everyday name of a village. The statistical bureau's codes name its committee (宋家村村民委员会); people, maps and
// tables say 宋家村. The full name is kept beside it.

const COMMITTEES: readonly [RegExp, string][] = [
  [/社区居(?:民委员|委)会$/, '社区'],
  [/居民委员会$/, '居委会'],
  [/(村|嘎查)(?:村民委员会|村委会|委员会)$/, '$1'],
  [/(?:村民委员会|村委会)$/, '村'],
];

/** 宋家村村民委员会 → 宋家村, 巴彦陶海村委会 → 巴彦陶海村; a name that no rule fits stays as it is. */
export function everydayName(official: string): string {
  for (const [ending, replacement] of COMMITTEES)
    if (ending.test(official)) return official.replace(ending, replacement);
  return official;
}
