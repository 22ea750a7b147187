import { expect, test } from 'vitest';
import { HouseholdSummary } from './household-summary.ts';
import { MemberRuns } from './member-runs.ts';

type Member = { household: number; name: string; isHead?: boolean };

function summaryOf(members: Member[], chunk: number): HouseholdSummary {
  const summary = new HouseholdSummary(9);
  const runs = new MemberRuns();
  for (const [i, { household, name, isHead = false }] of members.entries()) {
    const bytes = Buffer.from(name);
    runs.add(household, { bytes, start: 0, end: bytes.length }, isHead, i + 2);
    if (i % chunk === 0) summary.add(runs.take());
  }
  summary.add(runs.take());
  return summary;
}

const MEMBERS: Member[] = [
  { household: 2, name: '王秀英', isHead: true },
  { household: 2, name: '白云' },
  { household: 3, name: '其其格' },
  { household: 0, name: '无户' },
  { household: 3, name: '乌云' },
  { household: 3, name: '乌云娜' },
  { household: 4, name: '巴图', isHead: true },
  { household: 4, name: '巴特', isHead: true },
  { household: 2, name: '丁一', isHead: true },
  { household: 5, name: '娜仁', isHead: true },
];

test.each([1, 3, 100])('members, head and second heads come together from runs, %i members a chunk', (chunk) => {
  const summary = summaryOf(MEMBERS, chunk);
  const seen = [2, 3, 4, 5, 6].map((line) => {
    const { bytes, start, end } = summary.nameOf(line);
    return [summary.membersOf(line), Buffer.from(bytes.subarray(start, end)).toString()];
  });
  expect(seen).toEqual([
    [3, '丁一'],
    [3, '乌云'],
    [2, '巴图'],
    [1, '娜仁'],
    [0, ''],
  ]);
  expect([...summary.secondHeads].sort()).toEqual([
    [2, 10],
    [4, 9],
  ]);
});
