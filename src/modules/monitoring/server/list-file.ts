// A filtered list as a workbook: exactly what is filtered, page by page, and recorded who took how many rows.

import type { PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx-write.ts';
import { exportHead } from '../../regions/server/index.ts';
import '../domain/problems.ts';

const MOST_ROWS = 100_000;
export const ROWS_AT_ONCE = 2_000;

export type FileColumn<Row> = SheetColumn & {
  of: (row: Row) => SheetCell;
  /** Only where the list reaches over several counties. */
  aboveCounty?: boolean;
};

export type MadeFile = { headers: Record<string, string>; body: Buffer };

export type ListFile<Row> = {
  operation: string;
  name: string;
  day: PlainDate;
  /** What it was filtered by, in words. */
  words?: readonly string[];
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
    if (count.rows > MOST_ROWS) throw new Problem('monitoring.too-many-to-export', { limit: MOST_ROWS });
    for (const row of items) yield columns.map(({ of }) => of(row));
    cursor = next;
  } while (cursor);
}

/** The audit says that a text was searched for, not which: people type numbers of IDs into searches. */
export async function listFile<Row>(tx: Tx, file: ListFile<Row>): Promise<Outcome<MadeFile>> {
  const { operation, name, day, words } = file;
  const head = await exportHead(tx, {
    ...{ what: name, area: file.filter.area, day },
    filter: [...(words ?? []), ...(file.filter.text ? ['按文字查找'] : [])],
  });
  const columns = file.columns.filter(({ aboveCounty }) => !aboveCounty || head.isAboveCounty);
  const count = { rows: 0 };
  const bytes = await writeXlsx({
    sheets: [{ name, heading: head.heading, header: columns, rows: sheetRows({ ...file, columns }, count) }],
  });
  const { text, ...filter } = file.filter;
  const audit = {
    ...{ operation, subjectKind: 'list', subjectId: operation },
    regionCode: filter.area ?? tx.actor.areaCode,
    after: { rows: count.rows, filter, ...(text ? { byText: true } : {}) },
  };
  return { result: { headers: downloadHeaders(head.fileName, 'xlsx'), body: Buffer.from(bytes) }, audit };
}
