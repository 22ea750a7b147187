// Columns and cells of the forms about assets, and what a form is.

import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { SheetCell, SheetColumn } from '../../../platform/server/tables/xlsx/xlsx-write.ts';

/** Conditions on assets `a`, and the year of income. */
export type FormAsked = { where: RawBuilder<unknown>; year: number };

/** All assets of the region and more. */
export const MOST_ROWS = 100_000;

export const text = (title: string, width?: number): SheetColumn => ({
  title,
  kind: 'text',
  ...(width ? { width } : {}),
});
export const money = (title: string): SheetColumn => ({ title: `${title}（元）`, kind: 'money' });
export const date = (title: string): SheetColumn => ({ title, kind: 'date' });

export const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
export function word(field: { values?: Readonly<Record<string, string>> }, code: string | null): string | null {
  return code === null ? null : (field.values?.[code] ?? code);
}

export type Form = { header: SheetColumn[]; rows: (tx: Tx, asked: FormAsked) => Promise<SheetCell[][]> };
