// A filtered list as a workbook: exactly what is filtered, page by page, and recorded who took how many rows.

import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../db.ts';
import { downloadHeaders } from '../http/download-headers.ts';
import { type SheetCell, type SheetColumn, type SheetHeading, writeXlsx } from '../tables/xlsx/xlsx-write.ts';
import { askReason } from './ask-reason.ts';
import { type HandedOut, handedOut } from './handed-out.ts';
import './list-problems.ts';

const MOST_ROWS = 100_000;
export const ROWS_AT_ONCE = 2_000;

type OfCounty = { countyCode: number };

export type FileColumn<Row> = SheetColumn & {
  of: (row: Row) => SheetCell;
  /** Only where the list reaches over several counties. */
  aboveCounty?: boolean;
};

export type MadeFile = { headers: Record<string, string>; body: Buffer };

export type ListFile<Row extends OfCounty> = {
  operation: string;
  name: string;
  /** What stands above the rows, and the name of the file. */
  head: { heading: SheetHeading; fileName: string; isAboveCounty: boolean };
  columns: FileColumn<Row>[];
  /** What was asked for, cut to the actor's area. */
  range: RegionRange;
  filter: { area?: number | undefined; text?: string | undefined };
  page: (cursor: string | undefined) => Promise<{ items: Row[]; next?: string }>;
};

type Rows<Row extends OfCounty> = Pick<ListFile<Row>, 'columns' | 'page'>;

async function* sheetRows<Row extends OfCounty>(
  { columns, page }: Rows<Row>,
  handed: HandedOut,
): AsyncGenerator<SheetCell[]> {
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    for (const { countyCode } of items) handed.add(countyCode);
    if (handed.rows() > MOST_ROWS) throw new Problem('lists.too-many-to-export', { limit: MOST_ROWS });
    for (const row of items) yield columns.map(({ of }) => of(row));
    cursor = next;
  } while (cursor);
}

/** The audit says that a text was searched for, not which: people type numbers of IDs into searches. */
export async function listFile<Row extends OfCounty>(tx: Tx, file: ListFile<Row>): Promise<Outcome<MadeFile>> {
  const { operation, name, head } = file;
  const columns = file.columns.filter(({ aboveCounty }) => !aboveCounty || head.isAboveCounty);
  const handed = handedOut();
  const rows = sheetRows({ ...file, columns }, handed);
  const bytes = await writeXlsx({ sheets: [{ name, heading: head.heading, header: columns, rows }] });
  await askReason(tx, handed.rows());
  const { text, ...filter } = file.filter;
  const audit = {
    ...{ operation, subjectKind: 'list', subjectId: operation },
    after: { filter, ...(text ? { byText: true } : {}) },
  };
  const result = { headers: downloadHeaders(head.fileName, 'xlsx'), body: Buffer.from(bytes) };
  return { result, audit: handed.audits(audit, file.range) };
}
