import { describe, expect, test } from 'vitest';
import {
  deadlineWords,
  formatBytes,
  formatCount,
  formatDay,
  formatDuration,
  formatInstant,
  formatMoney,
  formatRate,
  moneyTitle,
  UNKNOWN,
} from './numbers.ts';

describe('numbers on screen', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [8112, '8,112'],
    [-1234567, '-1,234,567'],
    [undefined, UNKNOWN],
    [Number.NaN, UNKNOWN],
  ])('formatCount(%s) is %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  test.each([
    [123456, '元', '1,234.56'],
    [-5, '元', '-0.05'],
    [1234567890, '万元', '1,234.57'],
    [123456789012345, '亿元', '12,345.68'],
    [undefined, '元', UNKNOWN],
  ] as const)('formatMoney(%s, %s) is %s', (fen, unit, text) => {
    expect(formatMoney(fen, unit)).toBe(text);
  });

  test('the hover of a rounded amount is the raw one', () => {
    expect(moneyTitle(1234567890)).toBe('12,345,678.90 元');
  });

  test.each([
    [1, 3, '33.3%', '1 / 3'],
    [0, 120, '0.0%', '0 / 120'],
    [5, 0, UNKNOWN, '5 / 0'],
    [undefined, 10, UNKNOWN, '— / 10'],
  ])('formatRate(%s, %s) is %s', (part, whole, text, title) => {
    expect(formatRate(part, whole)).toEqual({ text, title });
  });

  test.each([
    [20220531, '2022-05-31'],
    ['2022-05-31T00:00:00Z', '2022-05-31'],
    [0, UNKNOWN],
  ])('formatDay(%s) is %s', (day, text) => {
    expect(formatDay(day)).toBe(text);
  });

  test('an instant is shown in Beijing time', () => {
    expect(formatInstant('2022-05-31T17:30:05Z')).toBe('2022-06-01 01:30');
    expect(formatInstant('2022-05-31T17:30:05Z', 'second')).toBe('2022-06-01 01:30:05');
    expect(formatInstant('nonsense')).toBe(UNKNOWN);
  });

  test.each([
    [3, 'natural', '剩 3 天'],
    [0, 'natural', '今日到期'],
    [-2, 'natural', '逾期 2 天'],
    [5, 'working', '剩 5 个工作日'],
    [undefined, 'natural', UNKNOWN],
  ] as const)('deadlineWords(%s, %s) is %s', (days, calendar, text) => {
    expect(deadlineWords(days, calendar)).toBe(text);
  });

  test.each([
    [512, '512 B'],
    [1536, '1.5 KB'],
    [5 * 1024 ** 2, '5.0 MB'],
    [3 * 1024 ** 3, '3.00 GB'],
  ])('formatBytes(%s) is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test.each([
    [7.4, '7 秒'],
    [75, '1 分 15 秒'],
    [3725, '1 小时 2 分'],
  ])('formatDuration(%s) is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
