// The official holidays of a year, from a package that is updated after each announcement of the State Council. A proposal:
// people look at it before it is saved.

// The package is CommonJS: under Node its functions come with the default export only.
import chineseDays from 'chinese-days';
import { addDays, formatDate, yearOf } from '../../../kernel/plain-date.ts';
import { isWorkingDay } from '../domain/calendar.ts';

type OfficialDay = { day: string; working: boolean; name: string };

const NO_CALENDAR = new Map<number, boolean>();

/** The name stands between commas, `National Day,国庆节,3`; an ordinary day has none. */
function nameOf(text: string): string | undefined {
  return text.split(',')[1];
}

/** Holidays, and weekends worked instead of them; nothing where the year was not announced when the package was made. */
export function officialHolidays(year: number): OfficialDay[] {
  const days: OfficialDay[] = [];
  for (let day = year * 10_000 + 101; yearOf(day) === year; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(formatDate(day));
    const holiday = nameOf(name);
    if (holiday === undefined || (work && isWorkingDay(day, NO_CALENDAR))) continue;
    days.push({ day: formatDate(day), working: work, name: work ? `${holiday}调休` : holiday });
  }
  return days;
}
