import { expect, test } from 'vitest';
import { openDirectory } from '../pairing.ts';
import type { Sheet } from '../sheet.ts';
import { withPresent } from './index.ts';
import { endOld } from './old-rows.ts';

const T0 = '2022-05-31';
const DAY = /^\d{4}-\d{2}(-\d{2})?$/;

const villages = Array.from({ length: 34 }, (_, i) => `1509231${String(i % 5)}${String(i).padStart(4, '0')}`);
const households = Array.from({ length: 120 }, (_, i) => ({
  ...{ number: `H${i}`, countyCode: 150_923, villageCode: villages[i % 31] ?? '', members: 2, isLifted: i % 9 !== 0 },
}));
const persons = households.flatMap(({ number, countyCode, isLifted }, i) =>
  [0, 1].map((n) => ({
    ...{ number: `P${i}${n}`, name: '王建国', household: number, countyCode, birth: 19_800_101 + i * 10, isLifted },
  })),
);
const counties = [
  {
    ...{ county: 150_923, code: '150923000000', league: '150900000000', villages, lifted: 'national' as const },
    ...{ isKey: false, isNationalKey: false, weight: 1, random: { next: () => 0.5 } as never },
  },
];

const made = (today: string, old: readonly Sheet[] = []) =>
  withPresent(old, { today, counties, households, persons, directory: openDirectory() });

/** What a figure of T0 reads by: the day from which a row counts, wherever it has one. */
const daysOf = ({ rows }: Sheet) => rows.flatMap((row) => row.filter((cell) => DAY.test(cell)));

test.each(['2026-01-02', '2026-11-30', '2028-02-29'])('made on %s, every row begins after T0', (today) => {
  expect(
    made(today).flatMap(({ code, ...sheet }) =>
      daysOf({ code, ...sheet })
        .filter((day) => day <= T0)
        .map((day) => `${code} ${day}`),
    ),
  ).toEqual([]);
});

test('the same day gives the same rows, another day others', () => {
  expect(made('2026-11-30')).toEqual(made('2026-11-30'));
  expect(made('2026-11-30')).not.toEqual(made('2026-12-01'));
});

test('a row of T0 keeps what it says, and ends after T0 where it stood open', () => {
  const header = ['项目编号', '列入计划日期', '出库日期', '开工日期', '完工日期', '验收日期', '形成资产'];
  const rows = [
    ['1', '2022-02-20', '', '2022-04-01', '', '', '是'],
    ['2', '2022-02-20', '2022-04-30', '', '', '', '否'],
    ['3', '', '', '', '', '', '否'],
  ];
  const ended = endOld({ code: 'projects', header, rows }, new Set());
  expect(
    ended.rows.map((row) => row.slice(0, 7).map((cell, i) => (rows.find(([n]) => n === row[0])?.[i] ? cell : ''))),
  ).toEqual(rows);
  expect(
    ended.rows.flatMap((row, r) => row.filter((cell, i) => DAY.test(cell) && !rows[r]?.[i] && cell <= T0)),
  ).toEqual([]);
  expect(ended.header).toContain('移交日期');
  expect(ended.rows[1]?.[2]).toBe('2022-04-30');
  expect(ended.rows[2]?.[2]).toBe('2024-12-31');
});
