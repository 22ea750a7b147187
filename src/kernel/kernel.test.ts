import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasLostDigits, normalizeCell, normalizeHeader } from './cell.ts';
import {
  arePadded,
  birthOf,
  checkCharacter,
  classifyId,
  idOfCertificate,
  maskId,
  normalizeId,
  repairsOf,
  sexOf,
} from './id-number.ts';
import { matchHeaders } from './match-headers.ts';
import { formatYuan, parseYuan } from './money.ts';
import { normalizeName } from './person-name.ts';
import { addDays, addMonths, formatDate, parseDate, parseMonth } from './plain-date.ts';
import { rangeOf } from './region-code.ts';
import { readYesNo } from './yes-no.ts';

test.each([
  ['  150923 ', '150923'],
  ['１５０９２３', '150923'],
  ["'150923", '150923'],
  ['="150923"', '150923'],
  ['\ufeff张三', '张三'],
  ['　其其格　', '其其格'],
  ['张三', '张三'],
  ['\u202d150923\u202c', '150923'],
  ['’150923`', '150923'],
  ['\u2f42秀\uf9e1\ue863\u2ee2\ufe00', '文秀李䶮马'],
])('normalizeCell %j', (raw, expected) => expect(normalizeCell(raw)).toBe(expected));

test.each([
  ['证件号码（必填）', '证件号码(必填)'],
  [' 证件 号码 ', '证件号码'],
  ['证件\n号码:', '证件号码'],
])('normalizeHeader %j', (raw, expected) => expect(normalizeHeader(raw)).toBe(expected));

test.each([
  ['2022-05-03', 20220503],
  ['2022/5/3', 20220503],
  ['20220503', 20220503],
  ['2022年5月3日', 20220503],
  ['2022-02-30', 0],
  ['2023-02-29', 0],
  ['2024-02-29', 20240229],
  ['2022-13-01', 0],
  ['2022/5/3 0:00', 20220503],
  ['2022-05-03 23:59:59.997', 20220503],
  ['2022年5月3日 星期二 上午 9:05', 20220503],
  ['2022-05-03 25:00', 0],
  ['44684', 20220503],
  ['44684.5', 20220503],
  ['2022', 0],
  ['5/3/2022', 0],
  ['', 0],
  ['2022-5', 0],
])('parseDate %j', (text, expected) => expect(parseDate(text)).toBe(expected));

test.each([
  ['2022-05', 20220501],
  ['2022/5', 20220501],
  ['202205', 20220501],
  ['2022-05-17', 20220501],
  ['44682', 20220501],
  ['May-22', 20220501],
  ['2022年5月', 20220501],
  ['2022-13', 0],
  ['2022', 0],
])('parseMonth %j', (text, expected) => expect(parseMonth(text)).toBe(expected));

describe('dates', () => {
  it('clamps months to their end', () => {
    expect(addMonths(20220531, -12)).toBe(20210531);
    expect(addMonths(20240229, -12)).toBe(20230228);
    expect(addMonths(20220531, -3)).toBe(20220228);
    expect(addMonths(20220131, 13)).toBe(20230228);
  });
  it('counts days over months', () => {
    expect(addDays(20220531, -89)).toBe(20220303);
    expect(formatDate(addDays(20211231, 1))).toBe('2022-01-01');
  });
});

test.each([
  ['1234.5', 123450],
  ['1,234.50', 123450],
  ['-3', -300],
  ['0.00', 0],
  ['12.345', undefined],
  ['427.06元', 42706],
  ['¥1,234.50', 123450],
  ['4.2万元', 4_200_000],
  ['0.10000000000002274', 10],
  ['0.30000000000000004', 30],
  ['-0.09999999999990905', -10],
  ['33.3333333333333', 3333],
  ['1,23', undefined],
  ['abc', undefined],
  ['', undefined],
  ['1e5', undefined],
  ['-0', 0],
])('parseYuan %j', (text, expected) => expect(parseYuan(text)).toBe(expected));

test('formatYuan', () => {
  expect(formatYuan(-5)).toBe('-0.05');
  expect(formatYuan(123450)).toBe('1234.50');
});

describe('id numbers', () => {
  test.each([
    ['150923197601113261', 'sound'],
    ['150923197601113262', 'readable'],
    ['15092319760111326', 'damaged'],
    ['150923197613113261', 'damaged'],
    ['1509231976', 'hopeless'],
    ['', 'hopeless'],
    ['15222220010104082X', 'sound'],
  ])('classifyId %s is %s', (id, expected) => expect(classifyId(id)).toBe(expected));

  it('reads birth and sex', () => {
    expect(birthOf('150923197601113261')).toBe(19760111);
    expect(sexOf('150923197601113261')).toBe(2);
    expect(birthOf('150923197602303261')).toBe(0);
  });

  it('takes the number out of a certificate', () => {
    expect(idOfCertificate('15092319880222066633')).toBe('150923198802220666');
    expect(idOfCertificate('1509231988022206663')).toHaveLength(17);
  });

  /** All that one edit makes of it, with any character. */
  function neighbours(id: string): string[] {
    const found: string[] = [];
    for (let i = 0; i <= id.length; i++) {
      for (const character of '0123456789X') {
        found.push(id.slice(0, i) + character + id.slice(i + 1), id.slice(0, i) + character + id.slice(i));
      }
      if (i + 1 < id.length) found.push(id.slice(0, i) + id[i + 1] + id[i] + id.slice(i + 2));
    }
    return found;
  }

  it('knows every sound number that one edit makes of a damaged one', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2022-12-31'), noInvalidDate: true });
    const damage = fc.record({ at: fc.nat(17), character: fc.constantFrom(...'0123456789XO', '') });
    fc.assert(
      fc.property(day, digits, fc.array(damage, { minLength: 1, maxLength: 2 }), (born, order, damages) => {
        const first17 = `150923${born.toISOString().slice(0, 10).replaceAll('-', '')}${order.join('')}`;
        let id = first17 + checkCharacter(first17);
        for (const { at, character } of damages) id = id.slice(0, at) + character + id.slice(at + 1);
        fc.pre(classifyId(id) !== 'sound');
        const sound = id.length < 17 ? [] : neighbours(id).filter((other) => classifyId(other) === 'sound');
        expect(new Set(repairsOf(id))).toEqual(new Set(sound));
        expect(repairsOf(id)).toHaveLength(new Set(sound).size);
      }),
      { numRuns: 2000 },
    );
  });

  it('normalises and masks', () => {
    expect(normalizeId('152222 20010104082x')).toBe('15222220010104082X');
    expect(maskId('150923197601113261')).toBe('150923********3261');
  });

  it.each([
    ['E12345678', 'E******78'],
    ['19850312', '1*****12'],
    ['H012345678', 'H0******78'],
    ['120', '***'],
    ['', ''],
    ['150923850312042', '150*********042'],
    ['护照𠮷田生号九', '护*****九'],
  ])('of %s it shows %s', (id, masked) => expect(maskId(id)).toBe(masked));

  it('hides half or seven characters of whatever is given, in its length, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const given = [...text.replaceAll('*', '-')];
        const masked = [...maskId(given.join(''))];
        expect(masked).toHaveLength(given.length);
        const hidden = masked.filter((character) => character === '*').length;
        expect(hidden).toBeGreaterThanOrEqual(Math.min(7, Math.ceil(given.length / 2)));
        expect(masked.every((character, i) => character === '*' || character === given[i])).toBe(true);
      }),
    );
  });
});

test('normalizeName', () => {
  expect(normalizeName('张 三')).toBe('张三');
  expect(normalizeName('买买提•艾力')).toBe('买买提·艾力');
});

test('rangeOf', () => {
  expect(rangeOf(150923101200, 'county')).toEqual({ low: 150923000000, high: 150923999999 });
  expect(rangeOf(150923101200, 'village')).toEqual({ low: 150923101200, high: 150923101200 });
});

test.each([
  ['是', true],
  ['√', true],
  ['true', true],
  ['y', true],
  ['1', true],
  ['是(县外)', true],
  ['否', false],
  ['×', false],
  ['FALSE', false],
  ['否,已外出', false],
  ['是否', undefined],
  ['已消除', undefined],
  ['', undefined],
])('readYesNo %j', (text, expected) => expect(readYesNo(text)).toBe(expected));

test.each([
  ['1.50923E+17', true],
  ['1.50923197001023e+17', true],
  ['2E17', true],
  ['E17', false],
  ['CS1E17', false],
  ['150923197001023262', false],
])('hasLostDigits %j', (text, expected) => expect(hasLostDigits(text)).toBe(expected));

test('an ID whose digits are lost is none, and two padded ones give a column away', () => {
  expect(normalizeId('1.50923197001023E+17')).toBe('');
  expect(arePadded(['150923197001023000', '150923198503120000', ''])).toBe(true);
  expect(arePadded(['150923197001023000', '150923197001023000'])).toBe(false);
  expect(arePadded(['150923197001023000', '150923198503120000', '15092319850312042X'])).toBe(false);
});

test('headers with units are converted, or refused where the unit is not known', () => {
  const columns = [{ title: '金额', required: true, money: true }];
  const unitsOf = (header: string, note?: number) => matchHeaders('f', [header], columns, { unit: note }).units;
  expect(unitsOf('金额（元）')).toEqual([1]);
  expect(unitsOf('金额(单位:万元)')).toEqual([10_000]);
  expect(unitsOf('金额/亿元')).toEqual([100_000_000]);
  expect(unitsOf('金额', 10_000)).toEqual([10_000]);
  expect(unitsOf('金额(元)', 10_000)).toEqual([1]);
  expect(unitsOf('金额(含自费)')).toEqual([1]);
  expect(() => unitsOf('金额(美元)')).toThrow('美元');
});
