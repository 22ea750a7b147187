// RFC 4180 on a string that ends at a record border. Fast for the common case (no quotes) and lenient for the rest: text
// after a closing quote is kept, a quote inside an unquoted cell or one that never closes is a character like any other.

export type OnRecord = (cells: string[], line: number, start: number, end: number) => void;

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A quoted cell longer than this has lost its closing quote. */
export const LONGEST_CELL = 64 * 1024;

/**
 * Calls `onRecord` for every record with its cells, the physical line it starts on, and its range in `text`. The array of
 * cells is reused from call to call. Lines without any character are counted and skipped.
 */
export function parseCsv(text: string, firstLine: number, onRecord: OnRecord): void {
  const cells: string[] = [];
  const length = text.length;
  let at = 0;
  let line = firstLine;
  while (at < length) {
    const start = at;
    const startLine = line;
    cells.length = 0;
    let open = true;
    while (open) {
      if (text.charCodeAt(at) === QUOTE) {
        const cell = quotedCell(text, at);
        cells.push(cell.value);
        line += cell.breaks;
        at = cell.next;
      } else {
        const from = at;
        at = endOfPlain(text, from);
        cells.push(text.slice(from, at));
      }
      if (at < length && text.charCodeAt(at) === COMMA) at++;
      else open = false;
    }
    const end = at;
    if (at < length && text.charCodeAt(at) === CR) at++;
    if (at < length && text.charCodeAt(at) === LF) at++;
    line++;
    if (end > start) onRecord(cells, startLine, start, end);
  }
}

/** The cell that starts with a quote at `at`: its text, the place after it, and the line breaks inside. */
function quotedCell(text: string, at: number): { value: string; next: number; breaks: number } {
  let value = '';
  let from = at + 1;
  let closed: number;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - at > LONGEST_CELL) return unclosedCell(text, at);
    if (text.charCodeAt(quote + 1) === QUOTE) {
      value += text.slice(from, quote + 1);
      from = quote + 2;
      continue;
    }
    value += text.slice(from, quote);
    closed = quote + 1;
    break;
  }
  const next = endOfPlain(text, closed);
  let breaks = 0;
  for (let i = text.indexOf('\n', at); i >= 0 && i < closed; i = text.indexOf('\n', i + 1)) breaks++;
  return { value: value + text.slice(closed, next), next, breaks };
}

/** A cell whose quote never closes: the quote is a character like any other and the record ends with its line. */
function unclosedCell(text: string, at: number): { value: string; next: number; breaks: number } {
  const next = endOfPlain(text, at);
  return { value: text.slice(at, next), next, breaks: 0 };
}

/** The place of the next comma or line end at or after `from`. */
function endOfPlain(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LF || code === CR) break;
    at++;
  }
  return at;
}
