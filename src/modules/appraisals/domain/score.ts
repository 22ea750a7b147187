// From the values of one indicator to its scores. A value that is missing has no score: it is not zero.

import { compareRatios, minus, parseDecimal, type Ratio } from '../../../kernel/exact/ratio.ts';
import { clamped, hundredths, ONE, over, plus, times, ZERO } from './exact.ts';
import type { Method } from './methods.ts';

export type Step = { from: Ratio; rate: Ratio };

/** How an indicator is scored. `least` is the rate of who is last, by the methods that compare. */
export type Rule = {
  method: Method;
  /** Points of the full score. */
  weight: Ratio;
  better: 'higher' | 'lower';
  full?: Ratio;
  zero?: Ratio;
  perUnit?: Ratio;
  steps?: readonly Step[];
  least?: Ratio;
};

/** In the unit the figure is printed in; `before`: the same day of the year before. */
export type Measured = { value?: Ratio; before?: Ratio };

const HUNDRED: Ratio = { n: 100n, d: 1n };

/** `95:100、90:80`; throws where the text is none, which the register does not take. */
export function readSteps(text: string): Step[] {
  return text.split('、').map((step) => {
    const [from, rate] = step.split(/[:：]/).map((part) => parseDecimal(part));
    if (!from || !rate) throw new Error(`no step: ${step}`);
    return { from, rate: clamped(over(rate, HUNDRED) ?? ZERO) };
  });
}

/** Above 0 where `a` is the better. */
function better({ better: which }: Rule, a: Ratio, b: Ratio): number {
  const compared = compareRatios(a, b);
  return which === 'lower' ? -compared : compared;
}

/** Between the rate of the last and the whole. */
function fromLeast({ least = ZERO }: Rule, rate: Ratio): Ratio {
  return plus(least, times(rate, minus(ONE, least)));
}

function ranked(rule: Rule, value: Ratio, all: readonly Ratio[]): Ratio {
  if (all.length < 2) return ONE;
  const above = all.filter((other) => better(rule, other, value) > 0).length;
  const behind = over({ n: BigInt(above), d: 1n }, { n: BigInt(all.length - 1), d: 1n }) ?? ZERO;
  return fromLeast(rule, minus(ONE, behind));
}

function ofGap(rule: Rule, value: Ratio, all: readonly Ratio[]): Ratio {
  const sorted = [...all].sort((a, b) => better(rule, b, a));
  const [best = value, worst = value] = [sorted[0], sorted.at(-1)];
  const rate = over(minus(value, worst), minus(best, worst));
  return rate ? fromLeast(rule, rate) : ONE;
}

function ratio({ better: which, full = ONE }: Rule, value: Ratio): Ratio {
  // Nothing of what should be little is the best there is.
  if (which === 'lower') return value.n <= 0n ? ONE : clamped(over(full, value) ?? ONE);
  return clamped(over(value, full) ?? ONE);
}

function deducted({ weight, perUnit = ZERO }: Rule, value: Ratio): Ratio {
  return clamped(over(minus(weight, times(value, perUnit)), weight) ?? ZERO);
}

function improved({ better: which, full = ONE }: Rule, value: Ratio, before: Ratio): Ratio {
  const rise = which === 'lower' ? minus(before, value) : minus(value, before);
  return clamped(over(rise, full) ?? ONE);
}

/** The part of the full score, 0 to 1; undefined where nothing can be said. `all`: the values of the group, this one among them. */
export function rateOf(rule: Rule, { value, before }: Measured, all: readonly Ratio[]): Ratio | undefined {
  if (!value) return undefined;
  switch (rule.method) {
    case 'ratio':
      return ratio(rule, value);
    case 'linear':
      return clamped(over(minus(value, rule.zero ?? ZERO), minus(rule.full ?? ONE, rule.zero ?? ZERO)) ?? ONE);
    case 'steps':
      return rule.steps?.find(({ from }) => better(rule, value, from) >= 0)?.rate ?? ZERO;
    case 'rank':
      return ranked(rule, value, all);
    case 'reach':
      return better(rule, value, rule.full ?? ZERO) >= 0 ? ONE : ZERO;
    case 'gap':
      return ofGap(rule, value, all);
    case 'improve':
      return before ? improved(rule, value, before) : undefined;
    case 'deduct':
      return deducted(rule, value);
    case 'expert':
      return clamped(over(value, HUNDRED) ?? ZERO);
  }
}

/** Scores in hundredths of a point of the members of one group, in their order; undefined where there is no value. */
export function scoresOf(rule: Rule, members: readonly Measured[]): (number | undefined)[] {
  const all = members.flatMap(({ value }) => (value ? [value] : []));
  return members.map((member) => {
    const rate = rateOf(rule, member, all);
    return rate && hundredths(times(rate, rule.weight));
  });
}
