import { expect, test } from 'vitest';
import { readWan } from './written-wan.ts';

test.each([
  ['4.2', 4_200_000],
  ['1,234.5', 1_234_500_000],
  ['-3', -3_000_000],
  ['0.000001', 1],
  ['42000元', 4_200_000],
  ['4.2万', 4_200_000],
  ['4.2万元', 4_200_000],
  ['1.5亿', 15_000_000_000],
  ['四万二', 4_200_000],
  ['0', 0],
  ['0.0000001', undefined],
  ['很多', undefined],
  ['', undefined],
])('%s 万元 → %s fen', (text, fen) => {
  expect(readWan(text)).toBe(fen);
});
