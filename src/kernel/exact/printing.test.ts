import { describe, expect, it, test } from 'vitest';
import { type PrintingRule, printed, roundedText, roundingWords } from './printing.ts';
import {
  compareRatios,
  dividedBy,
  floorOf,
  minus,
  parseDecimal,
  type Ratio,
  ratioOf,
  reduced,
  roundOf,
} from './ratio.ts';

const ratio = (n: bigint, d = 1n): Ratio => ratioOf(n, d);
const rule = (unit: string, digits: number, more: Partial<PrintingRule> = {}): PrintingRule => ({
  ...{ unit, digits, op: '=' },
  ...more,
});

describe('printed', () => {
  test.each<[string, Ratio, PrintingRule, string]>([
    ['fen as 亿元', ratio(867_600_000_000n), rule('亿元', 2), '86.76'],
    ['zeros behind the point are dropped', ratio(515_000_000_000n), rule('亿元', 2), '51.5'],
    ['half away from zero, up', ratio(125_000_000n), rule('亿元', 2), '0.01'],
    ['half away from zero, of a half', ratio(150_000_000n), rule('亿元', 1), '0'],
    ['half away from zero, below zero', ratio(-5n, 1000n), rule('%', 0), '-1'],
    ['persons in 万人', ratio(424_096n), rule('万人', 2), '42.41'],
    ['a share', ratio(2280n, 2473n), rule('%', 1), '92.2'],
    ['yuan a head from fen', ratio(14_951_49n), rule('元', 0), '14951'],
    ['whole hundreds, at least', ratio(1_004_800_000_000n), rule('亿元', -2, { op: '≥' }), '≥100'],
    ['the very value is at least itself', ratio(1_000_000_000_000n), rule('亿元', -2, { op: '≥' }), '≥100'],
    ['at least nothing says the number', ratio(6_730_867_620n), rule('亿元', -2, { op: '≥' }), '0.67'],
    ['more than, rounded down', ratio(96n, 176n), rule('%', 0, { op: '>' }), '>54'],
    ['more than the very value says the number', ratio(55n, 100n), rule('%', 0, { op: '>' }), '55'],
    ['more than a fall says the number', ratio(-8996n, 100_000n), rule('百分点', 0, { op: '>' }), '-9'],
    ['never rounded up to the whole', ratio(9997n, 10_000n), rule('%', 1, { down: true }), '99.9'],
    ['the whole', ratio(7n, 7n), rule('%', 1, { down: true }), '100'],
    ['a claim only of the whole', ratio(7n, 7n), rule('断言', 1, { down: true, claim: '尽' }), '尽'],
    ['a claim of less is a number', ratio(6n, 7n), rule('断言', 1, { down: true, claim: '尽' }), '85.7'],
    ['a count', ratio(2473n), rule('个', 0), '2473'],
    ['nothing', ratio(0n), rule('亿元', 2), '0'],
  ])('%s', (_what, value, how, text) => {
    expect(printed(value, how)).toBe(text);
  });

  it('rounds no float: 0.285 is 0.29 in two decimals', () => {
    expect(roundedText(ratio(285n, 1000n), 2)).toBe('0.29');
  });
});

describe('why it is this number', () => {
  test.each<[string, string, Ratio, PrintingRule]>([
    ['rounded', '18.8037 万人，四舍五入保留 1 位小数为 18.8；到 18.85 才是 18.9', ratio(188_037n), rule('万人', 1)],
    ['a share', '96.0352 %，四舍五入取整为 96；到 96.5 才是 97', ratio(188_037n, 195_800n), rule('%', 0)],
    [
      'never up',
      '99.97 %，只舍不入保留 1 位小数为 99.9；到 100 才是 100',
      ratio(9997n, 10_000n),
      rule('%', 1, { down: true }),
    ],
    ['a whole number', '', ratio(2473n), rule('个', 0)],
    ['the very value', '', ratio(515_000_000_000n), rule('亿元', 2)],
    ['at least', '', ratio(1_004_800_000_000n), rule('亿元', -2, { op: '≥' })],
  ])('%s', (_what, words, value, how) => {
    expect(roundingWords(value, how)).toBe(words);
  });
});

describe('ratios', () => {
  it('are taken apart and put together exactly', () => {
    expect(minus(ratio(1n, 3n), ratio(1n, 6n))).toEqual(ratio(1n, 6n));
    expect(dividedBy(ratio(1n, 3n), ratio(-2n))).toEqual(ratio(-1n, 6n));
    expect(reduced(ratio(55n, 100n))).toEqual(ratio(11n, 20n));
    expect([floorOf(ratio(-3n, 2n)), floorOf(ratio(3n, 2n)), roundOf(ratio(-3n, 2n))]).toEqual([-2n, 1n, -2n]);
    expect(compareRatios(ratio(1n, 3n), ratio(333_333n, 1_000_000n))).toBe(1);
  });

  test.each([
    ['12.50', 125n, 10n],
    ['-3', -3n, 1n],
    ['2000000000.000000', 2_000_000_000n, 1n],
  ])('%s is read', (text, n, d) => {
    expect(parseDecimal(text)).toEqual({ n, d });
  });

  test.each(['', '好', '1,000', '2022-06', '.5'])('“%s” is no number', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});
