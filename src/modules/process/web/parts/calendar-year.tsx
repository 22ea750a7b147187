// The twelve months of a year, each day with what the calendar says of it.

import { addDays, formatDate, type PlainDate, parseDate, toEpochDays } from '../../../../kernel/plain-date.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import type { CalendarDay } from '../api.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const NOTHING_SET = new Map<number, boolean>();

/** Monday is 0. */
function weekdayOf(day: PlainDate): number {
  return (toEpochDays(day) + 3) % 7;
}

/** Weeks of a month from Monday; days of other months are left out. */
function weeksOf(year: number, month: number): (PlainDate | undefined)[][] {
  const first = year * 10_000 + month * 100 + 1;
  const cells: (PlainDate | undefined)[] = Array.from({ length: weekdayOf(first) }, () => undefined);
  for (let day = first; Math.floor(day / 100) % 100 === month; day = addDays(day, 1)) cells.push(day);
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

type CalendarYearProps = {
  year: number;
  days: readonly CalendarDay[];
  /** With the value the day would get. Left out where nothing may be changed. */
  onToggle?: (day: string, working: boolean) => void;
};

export function CalendarYear({ year, days, onToggle }: CalendarYearProps) {
  const byDay = new Map(days.map((each) => [parseDate(each.day), each]));
  return (
    <div className="sw-calendar">
      {MONTHS.map((month) => (
        <table key={month} className="sw-month">
          <caption>{month} 月</caption>
          <thead>
            <tr>
              {WEEKDAYS.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week, i) => (
              <tr key={week.find((day) => day !== undefined) ?? i}>
                {week.map((day, weekday) => (
                  <td key={day ?? WEEKDAYS[weekday]}>
                    {day === undefined ? null : (
                      <Day day={day} entry={byDay.get(day)} {...(onToggle ? { onToggle } : {})} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

type DayProps = { day: PlainDate; entry: CalendarDay | undefined; onToggle?: (day: string, working: boolean) => void };

function Day({ day, entry, onToggle }: DayProps) {
  const usual = isWorkingDay(day, NOTHING_SET);
  const working = entry?.working ?? usual;
  const mark = entry ? (working ? '班' : '休') : '';
  const tone = mark === '休' ? 'sw-day-free' : mark === '班' ? 'sw-day-worked' : usual ? '' : 'sw-day-weekend';
  const label = `${formatDate(day)} 周${WEEKDAYS[weekdayOf(day)]} ${working ? '上班' : '休息'}${entry?.name ? ` ${entry.name}` : ''}`;
  const content = (
    <>
      {day % 100}
      {mark ? <small>{mark}</small> : null}
    </>
  );
  if (!onToggle)
    return (
      <span className={`sw-day ${tone}`} title={label}>
        {content}
      </span>
    );
  return (
    <button
      type="button"
      className={`sw-day ${tone}`}
      title={label}
      aria-label={label}
      aria-pressed={entry !== undefined}
      onClick={() => onToggle(formatDate(day), !usual)}
    >
      {content}
    </button>
  );
}
