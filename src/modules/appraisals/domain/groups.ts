// Like with like: groups of the assessed by the size a figure tells, unless the scheme says of one which it belongs to.

import { compareRatios, parseDecimal, type Ratio } from '../../../kernel/exact/ratio.ts';

const BOUND = String.raw`\d+(\.\d+)?`;
export const BOUNDS_PATTERN = `^${BOUND}(、${BOUND})*$`;

export const NO_GROUPS = '全部';
export const UNKNOWN_SIZE = '规模不明';

/** `5000、20000`, from small to large, as they are written. */
export function readBounds(text: string): string[] {
  return text.split('、');
}

/** 5000以下, 5000—20000, 20000以上; a size on a bound belongs above it. Without a size nobody knows. */
export function groupOfSize(size: Ratio | undefined, bounds: readonly string[]): string {
  if (!size) return UNKNOWN_SIZE;
  const above = bounds.filter((bound) => {
    const read = parseDecimal(bound);
    return read !== undefined && compareRatios(size, read) >= 0;
  }).length;
  const [from, to] = [bounds[above - 1], bounds[above]];
  if (from === undefined) return to === undefined ? NO_GROUPS : `${to}以下`;
  return to === undefined ? `${from}以上` : `${from}—${to}`;
}
