// A filtered list as a workbook: exactly what is filtered, page by page, and recorded who took how many rows.

import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../db.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../tables/xlsx-write.ts';
import './list-problems.ts';

const MOST_ROWS = 100_000;
export const ROWS_AT_ONCE = 2_000;

export type FileColumn<Row> = SheetColumn & { of: (row: Row) => SheetCell };

export type ListFile<Row> = {
  operation: string;
  name: string;
  columns: FileColumn<Row>[];
  filter: { area?: number | undefined; text?: string | undefined };
  page: (cursor: string | undefined) => Promise<{ items: Row[]; next?: string }>;
};

type Rows<Row> = Pick<ListFile<Row>, 'columns' | 'page'>;

async function* sheetRows<Row>({ columns, page }: Rows<Row>, count: { rows: number }): AsyncGenerator<SheetCell[]> {
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    count.rows += items.length;
    if (count.rows > MOST_ROWS) throw new Problem('lists.too-many-to-export', { limit: MOST_ROWS });
    for (const row of items) yield columns.map(({ of }) => of(row));
    cursor = next;
  } while (cursor);
}

/** The audit says that a text was searched for, not which: people type numbers of IDs into searches. */
export async function listFile<Row>(tx: Tx, file: ListFile<Row>): Promise<Outcome<Buffer>> {
  const { operation, name, columns } = file;
  const count = { rows: 0 };
  const bytes = await writeXlsx({ sheets: [{ name, header: columns, rows: sheetRows(file, count) }] });
  const { text, ...filter } = file.filter;
  const audit = {
    ...{ operation, subjectKind: 'list', subjectId: operation },
    regionCode: filter.area ?? tx.actor.areaCode,
    after: { rows: count.rows, filter, ...(text ? { byText: true } : {}) },
  };
  return { result: Buffer.from(bytes), audit };
}
