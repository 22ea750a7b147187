import { expect, test } from 'vitest';
import { matchHeaders } from '../../../kernel/match-headers.ts';
import { maskedNumber, NATIONAL_COLUMNS, readNationalRow } from './national-table.ts';

const HEADER = ['序号', '户编码', '监测对象类别', '风险是否已消除', '识别监测时间', '风险消除方式', '帮扶干部'];
const { positions } = matchHeaders('导出.csv', HEADER, NATIONAL_COLUMNS);

test('a row is read by its header, in the forms people write', () => {
  expect(readNationalRow(['1', ' H1 ', '边缘易致贫户', '否', '2022-06', '', '王建国'], positions, 2)).toEqual({
    number: 'H1',
    shown: 'H1',
    line: 2,
    values: {
      category: '边缘易致贫户',
      cleared: '否',
      identified: '202206',
      'clearing-mode': '',
      responsible: '王建国',
    },
  });
});

test.each([
  ['no number', ['1', '', '边缘易致贫户', '否', '', '', ''], '户编号', '没有填写'],
  [
    'another category',
    ['1', 'H1', '边缘户', '否', '', '', ''],
    '监测对象类别',
    '须为脱贫不稳定户、边缘易致贫户、突发严重困难户之一',
  ],
  ['neither yes nor no', ['1', 'H1', '', '未', '', '', ''], '风险是否已消除', '须为“是”或“否”'],
  ['no such month', ['1', 'H1', '', '否', '202213', '', ''], '识别监测时间', '须为 6 位年月，如 202206'],
  ['a number without end', ['1', 'H'.repeat(65), '', '否', '', '', ''], '户编号', '不能超过 64 个字'],
  ['a name without end', ['1', 'H1', '', '否', '', '', '王'.repeat(101)], '帮扶责任人', '不能超过 100 个字'],
  ['another mode', ['1', 'H1', '', '否', '', '其他', ''], '消除方式', '须为帮扶消除、自然消除之一'],
])('%s is refused with its place', (_name, cells, column, reason) => {
  expect(readNationalRow(cells, positions, 7)).toMatchObject({ line: 7, column, reason });
});

test.each([
  ['150923197001010027', '150923********0027'],
  ['13804741234', '138****1234'],
  ['150923101001000017', '150923101001000017'],
  ['15092319700101002', '150923*******1002'],
  ['E12345678', 'E******78'],
  ['150923197001010027/13804741234', '150923********0027/138****1234'],
])('of “%s” in the wrong column is told “%s”', (number, shown) => {
  expect(maskedNumber(number)).toBe(shown);
});

test('an ID in another column is told only in part', () => {
  const row = readNationalRow(['1', 'H1', '150923197001010027', '否', '', '', ''], positions, 7);
  expect(row).toMatchObject({ value: expect.not.stringContaining('19700101') });
});
