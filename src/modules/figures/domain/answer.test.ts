import { describe, expect, test } from 'vitest';
import { answerOf, type Totals } from './answer.ts';
import { momentOf, monthEnds, onDay, sameDayBefore, sameDayOfLastMonth, yearBefore } from './asked.ts';
import { differenceOf, type Published, samenessOf } from './comparison.ts';
import { FIGURES, findFigure } from './definitions/index.ts';
import type { FigureDefinition } from './figure.ts';

const ON = onDay('2022-05-31');

function figureOf(id: string): FigureDefinition {
  const found = findFigure(id);
  if (!found) throw new Error(id);
  return found;
}

const whole = (values: Record<string, number | string | undefined>): Totals =>
  new Map(
    Object.entries(values).map(([part, value]) => [
      part,
      typeof value === 'number' ? { n: BigInt(value), d: 1n } : value,
    ]),
  );

describe('the value of the parts', () => {
  test.each<[string, Record<string, number | string | undefined>, string, string]>([
    ['project.count', { '': 3 }, '3', '3'],
    ['project.start_rate', { 分子: 2, 分母: 3 }, '2/3', '66.7'],
    ['project.start_rate', { 分子: 0, 分母: 0 }, 'no-data', '无数据'],
    ['fund.arranged.growth', { 本期: 8_676_000_000, 上期: 8_423_000_000 }, '253000000/8423000000', '3'],
    ['employment.growth', { 本期: 2, 上期: 2 }, '0/2', '0'],
    ['employment.growth', { 本期: 2, 上期: 0 }, 'no-data', '无数据'],
    ['income.per_capita', { 分子: 522_770_315, 分母: 254 }, '522770315/254', '20582'],
    ['income.per_capita.growth', { 本期分子: 300, 本期分母: 2, 上期分子: 100, 上期分母: 1 }, '1/2', '50'],
    ['income.per_capita.growth', { 本期分子: 300, 本期分母: 2, 上期分子: 0, 上期分母: 1 }, 'no-data', '无数据'],
    ['fund.industry_share.rise', { 本期分子: 3, 本期分母: 5, 上期分子: 1, 上期分母: 2 }, '1/10', '10'],
    ['assessment.grade.last_year', { '': '好' }, '好', '好'],
    ['assessment.grade.last_year', { '': undefined }, 'no-data', '无数据'],
    ['wanqi.per_keycounty.min', { '': 3 }, '3', '≥3'],
    ['wanqi.per_keycounty.min', { '': 0 }, '0', '0'],
    ['wanqi.per_keycounty.min', { '': undefined }, 'no-data', '无数据'],
    ['employment.target_date', { 本期: 2, 上期: 1, 分母: 3 }, '2022-06', '2022-06'],
    ['employment.target_date', { 本期: 3, 上期: 1, 分母: 3 }, '2022-05', '已完成'],
    ['employment.target_date', { 本期: 2, 上期: 1, 分母: 9 }, '2022-12', '2022-12'],
    ['employment.target_date', { 本期: 2, 上期: 1, 分母: 10 }, 'no-data', '无数据'],
    ['employment.target_date', { 本期: 2, 上期: 2, 分母: 3 }, 'no-data', '无数据'],
    ['monitoring.helped', { 分子: 4, 分母: 4 }, '4/4', '尽'],
  ])('%s of %j', (id, parts, value, shown) => {
    const answer = answerOf(figureOf(id), whole(parts), ON);
    expect([answer.status === 'value' ? answer.value : answer.status, answer.shown]).toEqual([value, shown]);
  });

  test('a target in per cent is a fraction in lowest terms', () => {
    const floor = answerOf(figureOf('fund.industry_share.floor'), new Map([['', { n: 55n, d: 100n }]]), ON);
    expect([floor.value, floor.shown]).toEqual(['11/20', '55']);
  });
});

describe('days', () => {
  test('years and months before', () => {
    expect(yearBefore(ON).day).toBe('2021-12-31');
    expect(sameDayBefore(onDay('2024-02-29')).day).toBe('2023-02-28');
    expect(sameDayOfLastMonth(ON).day).toBe('2022-04-30');
    expect(monthEnds('2022-03-05', 3)).toEqual(['2022-01-31', '2022-02-28', '2022-03-05']);
  });

  test.each([
    ['2022-06-08', '2022-06-08T23:59:59.999999+08:00'],
    ['2022-06-08T10:00:00', '2022-06-08T10:00:00+08:00'],
    ['2022-06-08T25:00:00', undefined],
    ['2022-02-30', undefined],
    ['June', undefined],
  ])('known by %s', (text, moment) => {
    expect(momentOf(text)).toBe(moment);
  });
});

describe('held against what was published', () => {
  const published = (publishedText: string, more: Partial<Published> = {}): Published => ({
    ...{ publishedText, publishedValue: publishedText, unit: '亿元', comparison: '=', digits: 2 },
    ...more,
  });
  const arranged = answerOf(figureOf('fund.arranged'), whole({ '': 867_612_345_600 }), ON);

  test.each<[string, Published, string, string]>([
    ['prints equal', published('86.76'), '是', '0.001235'],
    ['prints otherwise', published('86.77'), '否', '-0.008765'],
    ['by the digits that were printed', published('86.8', { digits: 1 }), '是', '-0.038765'],
    ['in another unit', published('867612.35', { unit: '万元' }), '是', '-0.0044'],
    ['at least', published('86', { comparison: '≥' }), '是', '0.761235'],
    ['not more than itself', published('86.76123456', { comparison: '>' }), '否', '0'],
  ])('%s', (_what, row, same, difference) => {
    const figure = figureOf('fund.arranged');
    expect([samenessOf(figure, arranged, row), differenceOf(figure, arranged, row)]).toEqual([same, difference]);
  });

  test('words are compared as words, and no data is no difference', () => {
    const grade = figureOf('assessment.grade.last_year');
    const word = published('好', { publishedValue: null, unit: null });
    expect(samenessOf(grade, answerOf(grade, whole({ '': '好' }), ON), word)).toBe('是');
    expect(samenessOf(grade, answerOf(grade, whole({ '': '差' }), ON), word)).toBe('否');
    expect(samenessOf(grade, answerOf(grade, whole({ '': undefined }), ON), word)).toBe('无数据');
  });
});

describe('definitions', () => {
  test('there are 109, each under its own id and aliases', () => {
    const words = FIGURES.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(FIGURES).toHaveLength(109);
    expect(new Set(words).size).toBe(words.length);
    expect(findFigure('sales.2021')?.id).toBe('sales.last_year');
    expect(findFigure('共建产业园区')?.id).toBe('jingmeng.parks');
  });
});
