// How the phone says times, days and amounts.

import { formatYuan } from '../../../../kernel/money.ts';

const CLOCK = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric' });

/** `14:02`, by the clock of the phone. */
export function clockTime(instant: string): string {
  return CLOCK.format(new Date(instant));
}

/** `11月30日 14:02`. */
export function dayAndClock(instant: string): string {
  const parts = Object.fromEntries(DAY.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts.month}月${parts.day}日 ${clockTime(instant)}`;
}

/** Today as `yyyy-mm-dd`, by the clock of the phone. */
export function localToday(): string {
  return localDay(new Date());
}

/** The day of a moment as `yyyy-mm-dd`, by the clock of the phone. */
export function localDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** `剩 3 天`, `今天到期`, `逾期 2 天`. */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return '今天到期';
  return daysLeft > 0 ? `剩 ${daysLeft} 天` : `逾期 ${-daysLeft} 天`;
}

/** Whole yuan with thousands: a household's income is talked about in these. */
export function yuanWords(fen: number): string {
  return `${Math.round(Number(formatYuan(fen))).toLocaleString('zh-CN')} 元`;
}
