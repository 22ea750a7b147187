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

let ahead = 0;

/** By how much the phone's clock is known to be ahead of the office's, in milliseconds. */
export const clockAhead = (): number => ahead;

export function setClockAhead(ms: number): void {
  ahead = ms;
}

/** Today as `yyyy-mm-dd`: of the office's day, also where the clock of the phone is wrong. When something was made is said by the phone's. */
export function localToday(): string {
  return localDay(new Date(Date.now() - ahead));
}

const HOUR_MS = 3_600_000;
const CLOCK_IS_WRONG_MS = 10 * 60_000;

/** A sentence where the phone's clock is off by so much that times it notes would surprise somebody. */
export function wrongClockWords(ms: number): string | undefined {
  if (Math.abs(ms) < CLOCK_IS_WRONG_MS) return undefined;
  const off = Math.abs(ms);
  const words = off >= HOUR_MS ? `${Math.round((off / HOUR_MS) * 10) / 10} 小时` : `${Math.round(off / 60_000)} 分钟`;
  return `手机时间比单位${ms > 0 ? '快' : '慢'} ${words}。记录照常保存和上传，会同时写明手机时间和送达时间。请在手机设置里打开“自动确定日期和时间”。`;
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
