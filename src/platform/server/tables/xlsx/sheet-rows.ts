// The rows of a sheet, out of its XML.

import { valueText } from './cell-text.ts';
import { scanPieces } from './scan-part.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { NumberStyle } from './workbook-parts.ts';
import { cellString, eachAttribute, type XmlHandler, type XmlScanner } from './xml-scan.ts';
import { DamagedArchive } from './zip-directory.ts';
import type { ZipParts } from './zip-parts.ts';

/** What cells point to. */
export type CellContext = { strings: SharedStrings | undefined; styles: readonly NumberStyle[]; is1904: boolean };

/** Cells as text, without the empty ones at the end; none in a row without content. */
export type SheetRow = { line: number; cells: string[] };

const MOST_COLUMNS = 16_384;
const LINE = /\sr\s*=\s*["']\s*([^"']*?)\s*["']/;

class SheetHandler implements XmlHandler {
  rows: SheetRow[] = [];
  /** Cells met, with content or without. */
  cells = 0;
  isDone = false;
  readonly #scanner: XmlScanner;
  readonly #context: CellContext;
  #inData = false;
  #line = 0;
  #row: string[] = [];
  #column = -1;
  #type = '';
  #style = -1;
  #value = '';
  #inline = '';
  #isSpoken = false;

  constructor(scanner: XmlScanner, context: CellContext) {
    this.#scanner = scanner;
    this.#context = context;
  }

  onOpen(tag: string, attributes: string): void {
    if (!this.#inData) {
      if (tag === 'sheetData') this.#inData = true;
      return;
    }
    if (tag === 'c') this.#beginCell(attributes);
    else if (tag === 'v' || (tag === 't' && !this.#isSpoken)) this.#scanner.keepText();
    else if (tag === 'row') this.#beginRow(attributes);
    else if (tag === 'rPh') this.#isSpoken = true;
  }

  onClose(tag: string): void {
    if (!this.#inData) return;
    if (tag === 'c') this.#endCell();
    else if (tag === 'v') this.#value = this.#scanner.takeText();
    else if (tag === 't' && !this.#isSpoken) this.#inline += cellString(this.#scanner.takeText());
    else if (tag === 'row') this.#endRow();
    else if (tag === 'rPh') this.#isSpoken = false;
    else if (tag === 'sheetData') {
      this.#inData = false;
      this.isDone = true;
    }
  }

  #beginRow(attributes: string): void {
    const line = LINE.exec(attributes)?.[1];
    this.#line = line === undefined ? this.#line + 1 : Number(line);
    if (!Number.isSafeInteger(this.#line) || this.#line < 1) throw new DamagedArchive('row without a number');
    this.#row = [];
    this.#column = -1;
  }

  #beginCell(attributes: string): void {
    this.#type = 'n';
    this.#style = 0;
    this.#column++;
    eachAttribute(attributes, (name, from, to) => {
      if (name === 'r') this.#column = columnOf(attributes, from, to);
      else if (name === 't') this.#type = attributes.slice(from, to);
      else if (name === 's') this.#style = Number(attributes.slice(from, to));
    });
    if (!(this.#column >= 0 && this.#column < MOST_COLUMNS)) throw new DamagedArchive('a cell outside the sheet');
    this.#value = '';
    this.#inline = '';
    this.cells++;
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === '') return;
    while (this.#row.length < this.#column) this.#row.push('');
    this.#row[this.#column] = text;
  }

  #cellText(): string {
    const { strings, styles, is1904 } = this.#context;
    if (this.#type === 'inlineStr') return this.#inline;
    // A blank text points to none: nothing is not the first one.
    if (this.#type === 's') return this.#value.trim() === '' ? '' : (strings?.get(Number(this.#value)) ?? '');
    if (this.#value === '') return this.#inline;
    return valueText(this.#type, this.#value, styles[this.#style] ?? 'plain', is1904);
  }

  #endRow(): void {
    this.rows.push({ line: this.#line, cells: this.#row });
    this.#row = [];
  }
}

/** The column of `B12`, the first being 0; NaN where it is no reference. */
function columnOf(text: string, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = text.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const hasRow = at < to && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
  return at > from && at - from <= 3 && hasRow ? column - 1 : Number.NaN;
}

export type RowLimits = { rows: number; cells: number };

/** Thrown where a sheet has more rows or cells than are read. */
export class SheetTooLarge extends Error {
  readonly what: 'rows' | 'cells';

  constructor(what: 'rows' | 'cells') {
    super(what);
    this.what = what;
  }
}

/** Rows as they stand in the part, those without content too, as many at a time as a piece of it holds. */
export async function* readRows(
  parts: ZipParts,
  part: string,
  context: CellContext,
  limits: RowLimits,
): AsyncGenerator<SheetRow[], void, undefined> {
  let rows = 0;
  let handler: SheetHandler | undefined;
  const make = (scanner: XmlScanner) => (handler = new SheetHandler(scanner, context));
  for await (const _ of scanPieces(parts, part, make)) {
    if (!handler || handler.rows.length === 0) continue;
    const read = handler.rows;
    handler.rows = [];
    rows += read.length;
    if (rows > limits.rows || (read.at(-1)?.line ?? 0) > limits.rows) throw new SheetTooLarge('rows');
    if (handler.cells > limits.cells) throw new SheetTooLarge('cells');
    yield read;
  }
}
