// How numbers, money, days and instants are written on screen. `—` means unknown; 0 means zero.

import { type Fen, formatYuan } from '../../kernel/money.ts';
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts';

export const UNKNOWN = '—';

export type MoneyUnit = '元' | '万元' | '亿元';

const FEN_PER: Record<MoneyUnit, number> = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 };

type Unknown = undefined | null;

function group(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 8112 → `8,112`. */
export function formatCount(count: number | Unknown): string {
  return count === undefined || count === null || !Number.isFinite(count) ? UNKNOWN : group(String(count));
}

/** An amount without its unit, which stands in the header: 元 with two decimals, 万元 and 亿元 with two. */
export function formatMoney(fen: Fen | Unknown, unit: MoneyUnit = '元'): string {
  if (fen === undefined || fen === null) return UNKNOWN;
  return group(unit === '元' ? formatYuan(fen) : (fen / FEN_PER[unit]).toFixed(2));
}

/** The raw amount in yuan, for the hover beside a rounded one. */
export function moneyTitle(fen: Fen | Unknown): string {
  return fen === undefined || fen === null ? UNKNOWN : `${group(formatYuan(fen))} 元`;
}

/** A rate in percent with one decimal, and its numerator and denominator for the hover. */
export function formatRate(part: number | Unknown, whole: number | Unknown): { text: string; title: string } {
  const title = `${formatCount(part)} / ${formatCount(whole)}`;
  if (part === undefined || part === null || !whole) return { text: UNKNOWN, title };
  return { text: `${((part / whole) * 100).toFixed(1)}%`, title };
}

/** A day as `2022-05-31`, from yyyymmdd or ISO text. */
export function formatDay(day: PlainDate | string | Unknown): string {
  if (!day) return UNKNOWN;
  return typeof day === 'number' ? formatDate(day) : day.slice(0, 10);
}

const INSTANT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant in Beijing time as `2022-05-31 14:02`, with seconds where they matter. */
export function formatInstant(instant: string | Date | Unknown, precision: 'minute' | 'second' = 'minute'): string {
  if (!instant) return UNKNOWN;
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return UNKNOWN;
  return INSTANT.format(date).slice(0, precision === 'minute' ? 16 : 19);
}

/** Days left until a deadline, in words: 3 → `剩 3 天`, 0 → `今日到期`, -2 → `逾期 2 天`. */
export function deadlineWords(daysLeft: number | Unknown, calendar: 'natural' | 'working' = 'natural'): string {
  if (daysLeft === undefined || daysLeft === null) return UNKNOWN;
  const unit = calendar === 'working' ? '个工作日' : '天';
  if (daysLeft === 0) return '今日到期';
  return daysLeft > 0 ? `剩 ${daysLeft} ${unit}` : `逾期 ${-daysLeft} ${unit}`;
}

export function formatBytes(bytes: number | Unknown): string {
  if (bytes === undefined || bytes === null) return UNKNOWN;
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}

/** A stretch of time in words: 75 → `1 分 15 秒`. */
export function formatDuration(seconds: number | Unknown): string {
  if (seconds === undefined || seconds === null || !Number.isFinite(seconds)) return UNKNOWN;
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} 秒`;
  if (whole < 3600) return `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
  return `${Math.floor(whole / 3600)} 小时 ${Math.floor((whole % 3600) / 60)} 分`;
}
