import { expect, test } from 'vitest';
import { officialHolidays } from '../../process/server/official-holidays.ts';
import { DEMO_HOLIDAYS } from '../domain/cases/holidays.ts';

test.each(DEMO_HOLIDAYS)('the holidays of $year are those of the list that is kept up to date', ({ year, days }) => {
  const bare = (list: readonly { day: string; working: boolean }[]) =>
    list.map(({ day, working }) => `${day} ${working}`).toSorted();
  expect(bare(days)).toEqual(bare(officialHolidays(year)));
});
