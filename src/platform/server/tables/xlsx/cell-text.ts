// A workbook's cell as text: what a person sees in it, and what the rest of the program reads like a cell of a CSV file.

import type { NumberStyle } from './workbook-parts.ts';
import { cellString } from './xml-scan.ts';

const DAY_MS = 86_400_000;
/** Spreadsheets keep 15 digits: of a whole number from here on the last ones are lost. */
const FIRST_LOST = 1e15;
const SIGNIFICANT = 15;
/** A tenth of a millisecond: what arithmetic may take from midnight. Anything more belongs to the day before. */
const MIDNIGHT = 1e-9;
/** Days of the count that begins in 1904 in the one that begins in 1900. */
const FROM_1904 = 1462;
/** The count has a 29 February 1900, which was none. */
const FIRST_SOUND_DAY = 61;
const AFTER_LAST_DAY = 2_958_466;

/**
 * The value of a cell of type `type` (ECMA-376 part 1, 18.18.11) other than text. Numbers in plain digits, those that have
 * lost some in scientific notation; dates as yyyy-mm-dd, times of day as hh:mm:ss; TRUE or FALSE.
 */
export function valueText(type: string, value: string, style: NumberStyle, is1904: boolean): string {
  if (type === 'str' || type === 'e') return cellString(value);
  const text = value.trim();
  if (type === 'b') return /^(?:1|true)$/i.test(text) ? 'TRUE' : text === '' ? '' : 'FALSE';
  if (type === 'd') return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text;
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) return cellString(text);
  if (style === 'date') return dateText(is1904 ? number + FROM_1904 : number);
  return style === 'percent' ? `${numberText(number * 100)}%` : numberText(number);
}

/** Of a fraction, what lies beyond 15 digits is noise of binary arithmetic. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const kept = Number(value.toPrecision(SIGNIFICANT));
  if (Math.abs(kept) >= FIRST_LOST) return kept.toExponential().toUpperCase();
  const text = String(kept);
  return text.includes('e') ? kept.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** A day stays the day it is, however late: only what is midnight but for an error of arithmetic becomes the next one. */
function dateText(serial: number): string {
  const day = Math.floor(serial + MIDNIGHT);
  // A number shown as a date that no calendar has: the spreadsheet fills the cell with #.
  if (!(day >= 0 && day < AFTER_LAST_DAY)) return '####';
  if (day === 0) return new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19);
  const base = Date.UTC(1899, 11, day < FIRST_SOUND_DAY ? 31 : 30);
  return new Date(base + day * DAY_MS).toISOString().slice(0, 10);
}
