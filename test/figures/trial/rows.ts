// Rows of registers as plain data: money in fen, days as ISO text, everything else as it is written.

import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Cell = string | number;

export type Row = {
  register: string;
  cells: Record<string, Cell>;
  /** Why the row is refused by itself, told when it was made. */
  planted: string[];
  /** What the reading of the whole set adds. */
  codes: string[];
  file: string;
  line: number;
};

type Column = { title: string; kind: string; unit: string; isKey: boolean; note: string };

const TABLE = path.join(import.meta.dirname, '../../fixtures/registers.tsv');

/** Columns by register, in the order of the contract. */
export const COLUMNS: ReadonlyMap<string, Column[]> = (() => {
  const found = new Map<string, Column[]>();
  const keys = new Map<string, string[]>();
  for (const line of readFileSync(TABLE, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [register = '', , , key = '', title = '', kind = '', , , unit = '', , note = ''] = line.split('\t');
    if (key) keys.set(register, key.split('|'));
    const own = found.get(register) ?? [];
    own.push({ title, kind, unit, isKey: keys.get(register)?.includes(title) ?? false, note });
    found.set(register, own);
  }
  return found;
})();

export const columnsOf = (register: string): Column[] => COLUMNS.get(register) ?? [];

export function row(register: string, cells: Record<string, Cell>, planted: string[] = []): Row {
  return { register, cells, planted, codes: [], file: '', line: 0 };
}

export const text = ({ cells }: Row, column: string): string => String(cells[column] ?? '');
export const fen = ({ cells }: Row, column: string): number => Number(cells[column] ?? 0);
export const number = fen;

const KEYS: ReadonlyMap<string, string[]> = new Map(
  [...COLUMNS].map(([register, columns]) => [register, columns.filter(({ isKey }) => isKey).map(({ title }) => title)]),
);

export function keyOf(one: Row): string {
  return (KEYS.get(one.register) ?? []).map((title) => text(one, title)).join(' ');
}

export const isRefused = ({ planted, codes }: Row): boolean => planted.length + codes.length > 0;

const dayOf = (one: Row, role: string): string | undefined => {
  const column = columnsOf(one.register).find(({ note }) => note === role || note.startsWith(`${role};`));
  return (column && text(one, column.title)) || undefined;
};

export const since = (one: Row): string => dayOf(one, 'since') ?? '';

/** The order in which rows that want the same are judged. */
export function inOrder(a: Row, b: Row): number {
  return since(a).localeCompare(since(b)) || a.file.localeCompare(b.file, 'en') || a.line - b.line;
}

export function groupBy<T>(of: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of of) {
    const group = found.get(key(one));
    if (group) group.push(one);
    else found.set(key(one), [one]);
  }
  return found;
}
