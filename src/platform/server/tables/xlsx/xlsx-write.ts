// Workbooks for people: a frozen bold header, identifiers kept as text, dates and amounts as real dates and numbers.

import { type CellValue, type DataValidation, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { Problem } from '../../../../kernel/problem.ts';
import '../problems.ts';

/** `choices`: a list to choose from in its cells; `othersToo`: something else may be written there as well. */
export type SheetColumn = {
  title: string;
  width?: number;
  kind: 'text' | 'number' | 'date' | 'money';
  choices?: readonly string[];
  othersToo?: boolean;
};

/** Dates as yyyy-mm-dd; money in yuan. */
export type SheetCell = string | number | null;

export type SheetToWrite = {
  name: string;
  header: SheetColumn[];
  rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
  /** Titles of columns written in red, such as the reason a row was refused. */
  redColumns?: string[];
  /** Stands above the header: what it is, of where, of which day, how it was filtered. A file to be read back has none. */
  heading?: SheetHeading;
};

export type SheetHeading = { title: string; note: string };

const FORMATS: Record<SheetColumn['kind'], string> = {
  text: '@',
  number: 'General',
  date: 'yyyy-mm-dd',
  money: '#,##0.00',
};
const WIDTHS: Record<SheetColumn['kind'], number> = { text: 18, number: 12, date: 12, money: 14 };
const RED = 'C00000';

/** A sheet ends here (Excel's own limit). */
const MOST_ROWS = 1_048_576;

/** Of one workbook: it is put together in memory, and 3 million cells already take ten seconds. */
const MOST_CELLS = 4_000_000;
const LONGEST_TEXT = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to hold these characters
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export async function writeXlsx(workbook: { sheets: SheetToWrite[] }): Promise<Uint8Array> {
  const sheets: WriteSheet[] = [];
  const budget = { cells: MOST_CELLS };
  for (const sheet of workbook.sheets) sheets.push(await layOut(sheet, budget));
  return writeWorkbook({ sheets });
}

async function layOut(sheet: SheetToWrite, budget: { cells: number }): Promise<WriteSheet> {
  const above: CellValue[][] = sheet.heading ? [[sheet.heading.title], [sheet.heading.note]] : [];
  const rows: CellValue[][] = [...above, sheet.header.map(({ title }) => title)];
  for await (const cells of sheet.rows) {
    budget.cells -= sheet.header.length;
    if (rows.length >= MOST_ROWS) throw new Problem('tables.too-much-to-write', { limit: `${MOST_ROWS} 行` });
    if (budget.cells < 0) throw new Problem('tables.too-much-to-write', { limit: `${MOST_CELLS} 个单元格` });
    rows.push(sheet.header.map(({ kind }, i) => writtenValue(kind, cells[i] ?? null)));
  }
  const red = new Set(sheet.redColumns);
  const font = (title: string) => (red.has(title) ? { color: { rgb: RED } } : {});
  return {
    name: sheetName(sheet.name),
    rows,
    columns: sheet.header.map(({ title, kind, width }) => ({
      width: width ?? WIDTHS[kind],
      style: { numFmt: FORMATS[kind], ...(red.has(title) ? { font: font(title) } : {}) },
    })),
    cells: new Map([
      ...headingCells(sheet.heading),
      ...sheet.header.map(({ title }, i): [string, WriteCell] => [
        `${above.length},${i}`,
        { value: title, style: { numFmt: '@', font: { bold: true, ...font(title) } } },
      ]),
    ]),
    freezePane: { rows: above.length + 1 },
    ...choicesOf(sheet.header, { from: above.length + 2, to: Math.max(rows.length, above.length + 2) }),
    ...asPaper(above.length, { columns: sheet.header.length, rows: rows.length }),
  };
}

/** Drop-downs of the columns that have them, as Excel keeps them. */
function choicesOf(header: readonly SheetColumn[], { from, to }: { from: number; to: number }) {
  const dataValidations = header.flatMap(({ title, choices, othersToo = false }, i): DataValidation[] => {
    if (!choices) return [];
    const letter = columnName(i);
    return [
      {
        ...{ type: 'list', values: [...choices], allowBlank: true, showErrorMessage: !othersToo },
        ...{ errorTitle: title, errorMessage: '请从下拉列表中选择', range: `${letter}${from}:${letter}${to}` },
      },
    ];
  });
  return dataValidations.length > 0 ? { dataValidations } : {};
}

type WriteCell = NonNullable<WriteSheet['cells']> extends Map<string, infer Cell> ? Cell : never;

function headingCells(heading: SheetHeading | undefined): [string, WriteCell][] {
  if (!heading) return [];
  return [
    ['0,0', { value: heading.title, style: { numFmt: '@', font: { bold: true, size: 16 } } }],
    ['1,0', { value: heading.note, style: { numFmt: '@' } }],
  ];
}

/** As it is handed up: filtered by its header, printed on A4 across with the header on every page. */
function asPaper(above: number, { columns, rows }: { columns: number; rows: number }) {
  const head = above + 1;
  const last = columnName(columns - 1);
  return {
    autoFilter: { range: `A${head}:${last}${Math.max(rows, head)}` },
    pageSetup: {
      paperSize: 'a4' as const,
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${head}:$${head}`,
    },
    merges: Array.from({ length: columns > 1 ? above : 0 }, (_, row) => ({
      ...{ startRow: row, startCol: 0, endRow: row, endCol: columns - 1 },
    })),
  };
}

/** 0 → A, 26 → AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** What does not fit its column's kind stays text, as it is. */
function writtenValue(kind: SheetColumn['kind'], cell: SheetCell): CellValue {
  if (cell === null || cell === '') return null;
  if (kind === 'text') return textOf(String(cell));
  if (kind === 'date') return dateOf(String(cell)) ?? textOf(String(cell));
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return /^-?\d{1,15}(\.\d+)?$/.test(cell) ? Number(cell) : textOf(cell);
}

function textOf(text: string): string {
  return text.replace(NOT_IN_XML, '').slice(0, LONGEST_TEXT);
}

function dateOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal && date.getTime() > Date.UTC(1900, 2, 1) ? date : undefined;
}

/** Excel allows 31 characters and none of these. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || '表';
}
