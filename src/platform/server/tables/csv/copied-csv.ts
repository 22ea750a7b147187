// Turns `COPY … TO STDOUT (format text, delimiter ',', null '')` into CSV. PostgreSQL's own CSV looks at every character for
// something to quote and takes twice as long; here whole chunks pass as they are, since hardly any has something to escape.
// https://www.postgresql.org/docs/current/sql-copy.html, "Text Format".

import { Transform, type TransformCallback } from 'node:stream';
import { csvLine } from './csv-write.ts';

const LINE_END = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Options of the COPY. */
export const COPIED_TEXT = `format text, delimiter ',', null ''`;

/** The cells of a line of COPY's text format. */
function cellsOf(line: string): string[] {
  const cells = [''];
  for (let i = 0; i < line.length; i++) {
    let character = line[i] ?? '';
    if (character === ',') {
      cells.push('');
      continue;
    }
    if (character === '\\') {
      const next = line[++i] ?? '';
      character = ESCAPES[next] ?? next;
    }
    cells[cells.length - 1] += character;
  }
  return cells;
}

/** Nothing can be told of an empty text and of no text: both are empty cells. */
export class CopiedCsv extends Transform {
  #rest: Buffer = Buffer.alloc(0);

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(LINE_END) + 1;
    this.#rest = bytes.subarray(end);
    const lines = bytes.subarray(0, end);
    if (!lines.includes(BACKSLASH) && !lines.includes(QUOTE)) done(null, lines);
    else
      done(
        null,
        lines.toString().replace(/.*\n/g, (line) => csvLine(cellsOf(line.slice(0, -1)))),
      );
  }
}
