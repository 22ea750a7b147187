import { describe, expect, test } from 'vitest';
import { type PointChange, refuseOverspent } from './balance.ts';
import { judgeShares, type ShareSpell } from './shares.ts';
import { refuseBeyond, type SumEntry } from './sums.ts';

describe('sums beyond their limit', () => {
  type Row = [side: SumEntry['side'], ord: number, since: string, delta: number];
  const refused = (...rows: Row[]) =>
    refuseBeyond(rows.map(([side, ord, since, delta]) => ({ side, register: 'r', ord, since, delta })))
      .map(({ ord }) => ord)
      .sort();

  test.each<[string, Row[], number[]]>([
    [
      'by beginning, and later ones that fit are taken',
      [
        ['limit', 0, '', 100],
        ['used', 1, '2022-03-01', 40],
        ['used', 2, '2022-01-01', 70],
        ['used', 3, '2022-04-01', 30],
      ],
      [1],
    ],
    [
      'on one day by file and line',
      [
        ['limit', 0, '', 100],
        ['used', 2, '2022-01-01', 60],
        ['used', 1, '2022-01-01', 60],
      ],
      [2],
    ],
    [
      'what lessens the sum comes first, whatever its day',
      [
        ['limit', 0, '', 100],
        ['used', 1, '2022-01-01', 120],
        ['used', 2, '2022-06-01', -20],
      ],
      [],
    ],
    ['without a limit nothing fits', [['used', 1, '2022-01-01', 1]], [1]],
    [
      'a limit is not lowered below what stands',
      [
        ['limit', 0, '', 100],
        ['used', 0, '', 80],
        ['limit', 1, '2022-01-01', -30],
      ],
      [1],
    ],
    [
      'but below what comes with it: that is refused',
      [
        ['limit', 0, '', 100],
        ['limit', 1, '2022-01-01', -30],
        ['used', 2, '2022-01-01', 80],
      ],
      [2],
    ],
    [
      'a limit may fall with what stands on it',
      [
        ['limit', 0, '', 100],
        ['used', 0, '', 80],
        ['limit', 1, '2022-01-01', -30],
        ['used', 2, '2022-01-01', -10],
      ],
      [],
    ],
    [
      'the limit of the set counts for its rows',
      [
        ['limit', 1, '2022-12-01', 50],
        ['used', 2, '2022-01-01', 50],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(refused(...rows)).toEqual(expected);
  });
});

describe('shares of a right', () => {
  const spell = (ord: number, from: string, to: string, percent: number | null): ShareSpell => ({
    ...{ ord, from, to, taken: ord === 0 },
    share: percent === null ? null : percent * 1_000_000,
  });

  test.each<[string, ShareSpell[], boolean, { second: number[]; unfit: number[] }]>([
    [
      'whole at every time',
      [spell(1, '2020', '2021', 100), spell(2, '2021', '9999', 60), spell(3, '2021', '9999', 40)],
      true,
      { second: [], unfit: [] },
    ],
    [
      'too little for some days',
      [spell(1, '2020', '2022', 60), spell(2, '2020', '2021', 40)],
      true,
      { second: [], unfit: [1, 2] },
    ],
    [
      'days without a holder are not judged',
      [spell(1, '2020', '2021', null), spell(2, '2022', '2023', null)],
      true,
      { second: [], unfit: [] },
    ],
    [
      'a second one beside who holds it all',
      [spell(1, '2020', '9999', null), spell(2, '2021', '9999', 50)],
      true,
      { second: [2], unfit: [] },
    ],
    [
      'two may use without shares',
      [spell(1, '2020', '9999', null), spell(2, '2021', '9999', null)],
      false,
      { second: [], unfit: [] },
    ],
    [
      'a share beside a user without one is too much',
      [spell(1, '2020', '9999', null), spell(2, '2021', '9999', 50)],
      false,
      { second: [], unfit: [1, 2] },
    ],
    [
      'what is stored is not refused',
      [spell(0, '2020', '9999', 60), spell(1, '2020', '9999', 30)],
      true,
      { second: [], unfit: [1] },
    ],
  ])('%s', (_, spells, isSole, expected) => {
    expect(judgeShares(spells, isSole)).toEqual(expected);
  });
});

describe('points spent', () => {
  const row = (ord: number, day: string, kind: 'earned' | 'taken-off' | 'spent', points: number): PointChange => ({
    ord,
    after: { day, kind, points },
  });

  test.each<[string, PointChange[], number[]]>([
    ['all of the day is earned first', [row(1, '2022-01-01', 'spent', 10), row(2, '2022-01-01', 'earned', 10)], []],
    ['nothing that comes later', [row(1, '2022-01-01', 'spent', 10), row(2, '2022-01-02', 'earned', 10)], [1]],
    [
      'what is taken off is not there',
      [row(1, '2022-01-01', 'earned', 10), row(2, '2022-01-02', 'taken-off', 5), row(3, '2022-01-03', 'spent', 6)],
      [3],
    ],
    [
      'an earlier one does not take from a later one that stands',
      [row(1, '2022-01-01', 'earned', 10), row(2, '2022-01-03', 'spent', 8), row(3, '2022-01-02', 'spent', 4)],
      [2],
    ],
  ])('%s', (_, changes, expected) => {
    expect(refuseOverspent([], changes)).toEqual(expected);
  });

  test('what was earned is not taken back once it is spent', () => {
    const stored = [
      { day: '2022-01-01', kind: 'earned' as const, points: 10 },
      { day: '2022-01-02', kind: 'spent' as const, points: 10 },
    ];
    expect(refuseOverspent(stored, [{ ord: 1, before: stored[0] }])).toEqual([1]);
    expect(refuseOverspent(stored, [{ ord: 1, before: stored[1] }])).toEqual([]);
  });
});
