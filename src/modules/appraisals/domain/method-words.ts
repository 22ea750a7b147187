// How an indicator is scored, in a few words for screens and papers.

import { METHODS } from './methods.ts';
import type { FrozenIndicator } from './run.ts';

const named = (title: string, value: number | undefined, unit = '') =>
  value === undefined ? [] : [`${title} ${value}${unit}`];

/** 线性：零分值 60，满分值 95；越低越好. */
export function methodWords(indicator: FrozenIndicator): string {
  const { method, better, full, zero, steps, perUnit, leastShare } = indicator;
  if (!method) return '';
  const parameters = [
    ...named('零分值', zero),
    ...named('满分值', full),
    ...(steps ? [steps] : []),
    ...named('每单位扣', perUnit, ' 分'),
    ...named('末名得', leastShare, '%'),
    ...(better === 'lower' ? ['越低越好'] : []),
  ];
  return `${METHODS[method]}${parameters.length > 0 ? `：${parameters.join('，')}` : ''}`;
}
