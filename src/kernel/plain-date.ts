// A day without time zone, kept as the integer yyyymmdd: it sorts, compares and prints without a library, and
// millions of them cost no objects.

/** A calendar day as yyyymmdd, for example 20220531. */
export type PlainDate = number;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/** The day as yyyymmdd, or 0 where no such day exists (years 1800 to 2199 are taken). */
export function dateOf(year: number, month: number, day: number): PlainDate {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 0;
  return year * 10000 + month * 100 + day;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return from < to ? value : -1;
}

const LOOSE = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(.*)$/;
/** A time of day after the day, or the day of the week: neither says anything about the day. */
const AFTER_DAY =
  /^[ T]*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)? *(?:(?:上午|下午|凌晨|中午|晚上|[AP]M) *)?(?:(?:[01]?\d|2[0-4])(?::|时)[0-5]?\d(?:(?::|分)(?:\d{1,2}(?:[.,]\d+)?)?秒?)? *(?:[AP]M)?)? *(?:Z|[+-]\d{2}:?\d{2})?$/i;
/** A day as a spreadsheet counts it: five digits are 1927 to 2173, shorter ones are likelier to be something else. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const FIRST_SERIAL = 10_000;
/** Days from 1899-12-30, where a spreadsheet's count begins for days after February 1900, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

/**
 * Reads `2022-05-03`, `2022/5/3`, `20220503`, `2022年5月3日` (contract §1), with a time of day behind it or none, and a
 * spreadsheet's serial number such as `44684`. Returns 0 for anything that is not a real day.
 */
export function parseDate(text: string): PlainDate {
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45)
    return dateOf(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  if (text.length === 8 && digits(text, 0, 8) > 0)
    return dateOf(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8));
  const match = LOOSE.exec(text.replace(/\s*([年月日/-])\s*(?=\d)/g, '$1').replace(/\s+(?=[年月日])/g, ''));
  if (!match) return parseSerial(text);
  return AFTER_DAY.test(match[4] ?? '') ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : 0;
}

/** 0 where the text is no serial number of a spreadsheet's day. */
function parseSerial(text: string): PlainDate {
  const serial = Number(SERIAL.exec(text)?.[1] ?? 0);
  return serial < FIRST_SERIAL ? 0 : fromEpochDays(serial - SERIAL_OF_1970);
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a month `2022-05`, `2022/5`, `202205`, `2022年5月`, or `May-22` as English spreadsheets write it, as the first of that
 * month; of a day, as a spreadsheet makes of a month that is typed into it, the month. 0 if it is none.
 */
export function parseMonth(text: string): PlainDate {
  const match = /^(\d{4})(?:[-/.]|年)?(\d{1,2})月?(?:份)?$/.exec(text.replace(/\s+(?=[年月份])|(?<=[年])\s+/g, ''));
  const month = match ? dateOf(Number(match[1]), Number(match[2]), 1) : 0;
  if (month !== 0) return month;
  const english = /^([a-z]{3})-(\d{2})$/i.exec(text);
  if (english) return dateOf(2000 + Number(english[2]), MONTH_NAMES.indexOf((english[1] ?? '').toLowerCase()) + 1, 1);
  const day = parseDate(text);
  return day === 0 ? 0 : firstOfMonth(day);
}

/** A year `2022`, `2022年`, `2022年度`, or a day, as a spreadsheet makes of a year that is typed into a cell of dates; 0 if it is none. */
export function parseYear(text: string): number {
  const match = /^(\d{4})(?:年度?|\.0+)?$/.exec(text);
  const year = match ? Number(match[1]) : /[-/年]/.test(text) ? yearOf(parseDate(text)) : 0;
  return year >= 1900 && year <= 2199 ? year : 0;
}

/** yyyymmdd → `2022-05-31`. */
export function formatDate(date: PlainDate): string {
  const text = String(date);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

export type Period = { from: PlainDate; to: PlainDate };

const LONGEST: Period = { from: 19000101, to: 21991231 };

/** Of days as they are asked for; without them, all time. */
export function periodOf(from: string | undefined, to: string | undefined): Period {
  return { from: from ? parseDate(from) : LONGEST.from, to: to ? parseDate(to) : LONGEST.to };
}

/** Days since 1970-01-01. */
export function toEpochDays(date: PlainDate): number {
  return Date.UTC(Math.floor(date / 10000), (Math.floor(date / 100) % 100) - 1, date % 100) / 86_400_000;
}

export function fromEpochDays(days: number): PlainDate {
  const date = new Date(days * 86_400_000);
  return date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDays(toEpochDays(date) + days);
}

/** Same day `months` later or earlier, clamped to the end of the month: 2022-05-31 minus 3 months is 2022-02-28. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = Math.floor(date / 10000) * 12 + (Math.floor(date / 100) % 100) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dateOf(year, month, Math.min(date % 100, daysInMonth(year, month)));
}

export function firstOfMonth(date: PlainDate): PlainDate {
  return date - (date % 100) + 1;
}

export function yearOf(date: PlainDate): number {
  return Math.floor(date / 10000);
}
