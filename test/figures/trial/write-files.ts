// Rows as files that somebody may hand in: columns in any order, money in any unit, days and amounts written in several ways.

import type { Chance } from './chance.ts';
import { type Cell, columnsOf, groupBy, type Row } from './rows.ts';

export type MadeFile = { name: string; register: string; text: string };

const UNITS: Readonly<Record<string, number>> = { 元: 2, 万元: 6, 亿元: 10 };

/** Fen in a unit, exactly. */
export function written(fen: number, digits: number): string {
  const sign = fen < 0 ? '-' : '';
  const [whole, rest] = [Math.floor(Math.abs(fen) / 10 ** digits), Math.abs(fen) % 10 ** digits];
  const decimals = String(rest).padStart(digits, '0').replace(/0+$/, '');
  return `${sign}${whole}${decimals && `.${decimals}`}`;
}

function dayAs(chance: Chance, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return chance.one([
    day,
    day,
    `${year}/${Number(month)}/${Number(date)}`,
    `${year}${month}${date}`,
    `${year}年${Number(month)}月${Number(date)}日`,
  ]);
}

const grouped = (amount: string): string =>
  amount.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','));

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Columns that any row of the file fills, and those it must have. */
function writeFile(chance: Chance, register: string, rows: readonly Row[], name: string): MadeFile {
  const used = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const all = [...columnsOf(register), ...['作废', '作废原因'].map((title) => ({ title, kind: 'text', unit: '' }))];
  const columns = chance.shuffle(all.filter(({ title }) => used.has(title))).map(({ title, kind, unit }) => {
    const own = kind.startsWith('money') ? chance.one([unit, unit, ...Object.keys(UNITS)]) : '';
    return {
      title,
      kind,
      unit: own,
      header: own && (own !== unit || chance.is(0.5)) ? `${title}${chance.one([`(${own})`, `（${own}）`])}` : title,
    };
  });
  const cell = (value: Cell | undefined, kind: string, unit: string): string => {
    if (typeof value === 'number' && unit) {
      const amount = written(value, UNITS[unit] ?? 2);
      return chance.is(0.2) ? grouped(amount) : amount;
    }
    const text = String(value ?? '');
    return kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(text) ? dayAs(chance, text) : text;
  };
  const lines = chance.is(0.3) ? ['示例台账'] : [];
  lines.push(columns.map(({ header }) => header).join(','));
  for (const one of rows) {
    if (chance.is(0.02)) lines.push(chance.one(['', columns.map((_, i) => (i === 0 ? '合计' : '')).join(',')]));
    one.file = name;
    one.line = lines.length + 1;
    lines.push(columns.map(({ title, kind, unit }) => quoted(cell(one.cells[title], kind, unit))).join(','));
  }
  return { name, register, text: `${chance.one(['', '\ufeff'])}${lines.join(chance.one(['\n', '\r\n']))}\n` };
}

/** One or two files for each register; the rows in any order. */
export function writeFiles(chance: Chance, rows: readonly Row[], set: string): MadeFile[] {
  return [...groupBy(chance.shuffle(rows), ({ register }) => register)].flatMap(([register, own]) => {
    const half = own.length > 20 && chance.is(0.5) ? Math.floor(own.length / 2) : own.length;
    const parts = [own.slice(0, half), own.slice(half)].filter((part) => part.length > 0);
    return parts.map((part, i) => writeFile(chance, register, part, `${register}-${set}${i + 1}.csv`));
  });
}
