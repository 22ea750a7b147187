import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYuan } from './money.ts';
import { readMoney, readNumber } from './written-number.ts';

describe('amounts of money', () => {
  const amounts: [string, number][] = [
    ['42000', 42000],
    ['42,000', 42000],
    ['42，000.5', 42000.5],
    ['42 000', 42000],
    ['４２０００', 42000],
    ['４．２万', 42000],
    ['4。2万', 42000],
    ['4.2万', 42000],
    ['4.2 万元', 42000],
    ['4万2', 42000],
    ['4万2千', 42000],
    ['4万500', 40500],
    ['四万二', 42000],
    ['四万二千五百', 42500],
    ['四万零五百', 40500],
    ['四万零五', 40005],
    ['肆万贰仟元整', 42000],
    ['两千三', 2300],
    ['三千零五', 3005],
    ['一百二', 120],
    ['一百二十', 120],
    ['十五', 15],
    ['五十', 50],
    ['一百一十五', 115],
    ['三百五十万', 3_500_000],
    ['1.2亿', 0.12e9],
    ['二〇二二', 2022],
    ['五千万', 50_000_000],
    ['0', 0],
    ['0.00', 0],
    ['.5', 0.5],
    ['500.', 500],
    ['¥1,200.50', 1200.5],
    ['￥1200', 1200],
    ['人民币 300 元', 300],
    ['427.06元', 427.06],
    ['427元5角', 427.5],
    ['三块五毛', 3.5],
    ['3千', 3000],
    ['+80', 80],
    ['-0', 0],
    ['1200.500', 1200.5],
  ];
  test.each(amounts)('%s is %d yuan', (text, yuan) => {
    expect(readMoney(text, { most: 1e12 })).toEqual({ fen: Math.round(yuan * 100) });
  });

  const refused: [string, RegExp][] = [
    ['', /不是金额/],
    ['万', /不是金额/],
    ['约4万', /不是金额/],
    ['4万多', /不是金额/],
    ['几万', /不是金额/],
    ['4-5万', /不是金额/],
    ['3到4千', /不是金额/],
    ['1,23', /不是金额/],
    ['1,2345', /不是金额/],
    ['1.2.3', /不是金额/],
    ['12 34', /不是金额/],
    ['1e5', /不是金额/],
    ['4.27E+05', /不是金额/],
    ['无', /不是金额/],
    ['42000美元', /不是金额/],
    ['五百三千', /不是金额/],
    ['三四万', /不是金额/],
    ['一二百', /不是金额/],
    ['4万42000', /不是金额/],
    ['12.345', /两位小数/],
    ['-500', /负数/],
    ['－500', /负数/],
    ['负五百', /负数/],
    ['2亿', /超过了 1 亿元/],
  ];
  test.each(refused)('%s is refused', (text, sentence) => {
    expect(readMoney(text).fault).toMatch(sentence);
  });

  test('less than nothing where it makes sense', () => {
    expect(readMoney('-500.5', { mayBeNegative: true })).toEqual({ fen: -50050 });
    expect(readMoney('－3万', { mayBeNegative: true })).toEqual({ fen: -3_000_000 });
  });

  test('every amount is read as it is written, whatever the width of its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        const plain = formatYuan(fen);
        const wide = plain.replace(/[\d.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        return [plain, wide, grouped].every((text) => readMoney(text).fen === fen);
      }),
    );
  });
});

describe('numbers', () => {
  const numbers: [string, string, number | undefined][] = [
    ['３', '人', 3],
    ['3人', '人', 3],
    ['三 人', '人', 3],
    ['12.5%', '%', 12.5],
    ['１２．５％', '%', 12.5],
    ['-4', '', -4],
    ['十天', '天', 10],
    ['三四', '', undefined],
    ['', '', undefined],
    ['三四个', '个', undefined],
    ['多', '', undefined],
    ['3人', '天', undefined],
    ['99999999999999999999', '', undefined],
  ];
  test.each(numbers)('%s with %s is %s', (text, unit, number) => {
    expect(readNumber(text, unit)).toBe(number);
  });
});
