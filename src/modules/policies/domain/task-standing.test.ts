import { describe, expect, test } from 'vitest';
import { periodOver, standingOf } from './task-standing.ts';

const TASK = { startedOn: '2022-01-10', dueOn: '2022-06-30' };

describe('a task on a day', () => {
  test.each([
    ['before it begins', {}, '2022-01-09', 'not-due'],
    ['in its time', {}, '2022-05-01', 'under-way'],
    ['thirty days before', {}, '2022-05-31', 'due-soon'],
    ['on its last day', {}, '2022-06-30', 'due-soon'],
    ['the day after', {}, '2022-07-01', 'late'],
    ['said to be blocked', { said: 'blocked' }, '2022-05-01', 'blocked'],
    ['blocked and over', { said: 'blocked' }, '2022-07-01', 'late'],
    ['said to be done, without a day', { said: 'done' }, '2022-07-01', 'late'],
    ['done in time', { completedOn: '2022-06-30' }, '2022-07-01', 'done'],
    ['done too late', { completedOn: '2022-07-02' }, '2022-07-03', 'done-late'],
    ['done later than the day that is asked about', { completedOn: '2022-07-02' }, '2022-07-01', 'late'],
    ['cancelled', { said: 'cancelled' }, '2022-07-01', 'cancelled'],
  ] as const)('%s', (_what, more, on, standing) => {
    expect(standingOf({ ...TASK, ...more }, on, 30)).toBe(standing);
  });
});

describe('the period a report is due for', () => {
  test.each([
    ['monthly', '2022-03-15', { name: '2022-02', through: '2022-02-28' }],
    ['monthly', '2022-01-31', undefined],
    ['quarterly', '2022-04-01', { name: '2022-Q1', through: '2022-03-31' }],
    ['quarterly', '2022-03-31', undefined],
    ['half-yearly', '2022-07-01', { name: '2022-H1', through: '2022-06-30' }],
    // Its time is over: the last report is that of the month it ended in.
    ['monthly', '2023-02-01', { name: '2022-06', through: '2022-06-30' }],
    ['yearly', '2023-01-01', { name: '2022', through: '2022-12-31' }],
    ['once', '2022-06-30', undefined],
    ['once', '2022-07-01', { name: '一次', through: '2022-06-30' }],
    [undefined, '2022-07-01', undefined],
  ] as const)('%s on %s', (frequency, on, period) => {
    expect(periodOver({ ...TASK, frequency }, on)).toEqual(period);
  });

  test('ends with the month in which it was done', () => {
    expect(periodOver({ ...TASK, completedOn: '2022-02-10', frequency: 'monthly' }, '2022-05-05')?.name).toBe(
      '2022-02',
    );
  });
});
