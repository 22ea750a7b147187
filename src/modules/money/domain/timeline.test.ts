import { describe, expect, it } from 'vitest';
import { isLate, monthsOf, spanOf } from './timeline.ts';

describe('a project on the line of months', () => {
  it.each([
    [{ plannedStart: '2022-04-01', plannedFinish: '2022-10-31' }, '2022-04-01', false],
    [{ plannedStart: '2022-04-01', plannedFinish: '2022-10-31' }, '2022-04-02', true],
    [{ plannedStart: '2022-04-01', plannedFinish: '2022-10-31', startedOn: '2022-04-20' }, '2022-10-31', false],
    [{ plannedStart: '2022-04-01', plannedFinish: '2022-10-31', startedOn: '2022-04-20' }, '2022-11-01', true],
    [{ plannedFinish: '2022-10-31', finishedOn: '2022-12-01' }, '2023-01-01', false],
    [{}, '2022-10-31', false],
  ])('%j is late on %s: %s', (project, on, late) => {
    expect(isLate(project, on)).toBe(late);
  });

  it('shows the year, and the months before and after that its projects reach', () => {
    expect(monthsOf(2022, [])).toHaveLength(12);
    const shown = monthsOf(2022, [{ startedOn: '2021-11-20', plannedFinish: '2023-02-10' }]);
    expect([shown[0], shown.at(-1), shown.length]).toEqual(['2021-11', '2023-02', 16]);
    expect(monthsOf(2022, [{ startedOn: '1999-01-01', finishedOn: '2050-01-01' }])).toHaveLength(36);
  });

  it('lays a span on it, cut off at its ends', () => {
    const months = monthsOf(2022, []);
    expect(spanOf(months, '2022-01-01', '2022-12-31')).toEqual({ left: 0, width: 1 });
    expect(spanOf(months, '2021-06-01', '2022-12-31')?.left).toBe(0);
    expect(spanOf(months, '2022-07-02', '2022-07-02')?.width).toBeCloseTo(1 / 365);
    expect(spanOf(months, '2023-01-01', '2023-03-01')).toBeUndefined();
    expect(spanOf(months, '2022-05-01', undefined)).toBeUndefined();
  });
});
