import { expect, test } from 'vitest';
import { clueCountsUntil, type NewRisk, newRiskWords } from './new-risk.ts';

const OPEN: NewRisk = { kind: 'open-clue', on: 20220901, channel: 'department' };
const TAKEN: NewRisk = { kind: 'case-clue', on: 20220831, channel: 'visit' };
const WARNED: NewRisk = { kind: 'warning', on: 20221001 };

test.each<[string, NewRisk[], number, string]>([
  ['nothing', [], 6, '没有未处理的线索和预警，审定后近 6 个月没有并入新线索'],
  ['nothing, and no months asked for', [], 0, '没有未处理的线索和预警'],
  ['an open clue', [OPEN], 6, '2022-09-01 的线索（部门筛查预警）未处理'],
  ['a clue in the case', [TAKEN], 6, '2022-08-31 的线索（干部走访排查）已并入本个案，收到后须满 6 个月，2023-02-28 满'],
  ['several', [OPEN, WARNED], 6, '2022-09-01 的线索（部门筛查预警）未处理；2022-10-01 的预警未处理'],
  [
    'many',
    [WARNED, WARNED, WARNED, WARNED],
    6,
    '2022-10-01 的预警未处理；2022-10-01 的预警未处理；2022-10-01 的预警未处理；等共 4 条',
  ],
])('%s', (_, risks, months, expected) => {
  expect(newRiskWords(risks, months)).toBe(expected);
});

test.each([
  [20220301, 6, 20220901],
  [20220831, 6, 20230228],
  [20220831, 0, 20220831],
])('a clue of %s counts for %s months, until %s', (on, months, until) => {
  expect(clueCountsUntil(on, months)).toBe(until);
});
