import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormula } from '../../../../kernel/guard-formula.ts';
import { parseCsv } from './csv-parse.ts';
import { type CsvCell, csvLine } from './csv-write.ts';

test.each<[CsvCell[], string]>([
  [['a', 'b'], 'a,b\n'],
  [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"\n'],
  [[1, -2.5, null, ''], '1,-2.5,,\n'],
  [[''], '""\n'],
  [[null], '""\n'],
])('csvLine %j', (cells, expected) => expect(csvLine(cells)).toBe(expected));

test.each([
  ['=1+1', "'=1+1"],
  ['+86 188', "'+86 188"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ['-12.50', '-12.50'],
  ['其其格', '其其格'],
  ['', ''],
])('guardFormula %j', (text, expected) => expect(guardFormula(text)).toBe(expected));

test('formulas are guarded only where asked, and never in numbers', () => {
  expect(csvLine(['=A1', -1])).toBe('=A1,-1\n');
  expect(csvLine(['=A1', -1], { forSpreadsheets: true })).toBe("'=A1,-1\n");
  expect(csvLine(['15092319850312042X', '1234.5'], { forSpreadsheets: true })).toBe("'15092319850312042X,1234.5\n");
});

test('what csvLine writes, parseCsv reads', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a",\n\r 中]{0,6}$/));
  const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 10 });
  fc.assert(
    fc.property(records, (expected) => {
      const read: string[][] = [];
      parseCsv(expected.map((cells) => csvLine(cells)).join(''), 1, (cells) => read.push(cells.slice()));
      expect(read).toEqual(expected);
    }),
  );
});
