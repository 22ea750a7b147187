// Cells as departments type them: most dates and amounts in the plain form, a few in the other allowed ones.

import { type Fen, formatYuan } from '../../../kernel/money.ts';
import { formatDate, fromEpochDays } from '../../../kernel/plain-date.ts';
import type { Random } from './random.ts';

const texts = new Map<number, string>();

/** Epoch day as `2022-05-31`, remembered: feeds write the same few hundred days millions of times. */
export function dayText(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = formatDate(fromEpochDays(day));
    texts.set(day, text);
  }
  return text;
}

export function dateCell(random: Random, day: number, oddShare: number): string {
  const text = dayText(day);
  if (!random.chance(oddShare)) return text;
  const [year, month, date] = text.split('-');
  const kind = random.int(3);
  if (kind === 0) return `${year}/${Number(month)}/${Number(date)}`;
  return kind === 1 ? `${year}${month}${date}` : `${year}年${Number(month)}月${Number(date)}日`;
}

export function amountCell(random: Random, fen: Fen, oddShare: number): string {
  const text = formatYuan(fen);
  if (fen < 1000_00 || !random.chance(oddShare)) return text;
  const at = text.length - 6;
  return `"${text.slice(0, at)},${text.slice(at)}"`;
}
