import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../kernel/plain-date.ts';
import { dueText, tellingsOf } from './dues.ts';

const PLACE = 150_923_000_000;
const day = parseDate;

describe('who is told of a term', () => {
  const rows = [{ placeCode: PLACE, dueOn: '2022-06-10' }];
  it.each([
    ['2022-06-06', []],
    ['2022-06-07', [['due', 'county']]],
    ['2022-06-10', []],
    [
      '2022-06-11',
      [
        ['overdue', 'county'],
        ['escalated', 'league'],
      ],
    ],
    ['2022-06-17', []],
  ])('on %s: %j', (on, told) => {
    const found = tellingsOf(rows, 'county', day(on), day(on) - 1);
    expect(found.map(({ kind, level }) => [kind, level])).toEqual(told);
  });

  it('goes up two levels from the village', () => {
    const found = tellingsOf(rows, 'village', day('2022-06-17'), day('2022-06-16'));
    expect(found).toEqual([{ kind: 'escalated', level: 'county', placeCode: PLACE }]);
  });

  it('makes up for a day on which the program stood still, and tells nothing twice', () => {
    expect(tellingsOf(rows, 'county', day('2022-06-09'), day('2022-06-05'))).toHaveLength(1);
    expect(tellingsOf(rows, 'county', day('2022-06-09'), day('2022-06-07'))).toEqual([]);
  });
});

it('says what, how many and until when', () => {
  expect(dueText('due', 3, '项目开工', '个', day('2022-06-07'))).toBe(
    '项目开工：3 个将于 2022-06-10 到期，须由本级办理。',
  );
  expect(dueText('overdue', 1, '资金分配', '笔', day('2022-06-11'))).toBe('资金分配：1 笔超过期限，须由本级尽快办理。');
});
