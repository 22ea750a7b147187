// Cuts a CSV file into chunks that end at record borders, by counting quotes in its bytes. In UTF-8 and in GB18030 alike the
// bytes of `"` and line feed never occur inside a character, so nothing is decoded here.

import { open } from 'node:fs/promises';
import { Problem } from '../../../../kernel/problem.ts';
import '../problems.ts';
import { borrow, giveBack, type Lent, partOf } from '../bytes/lent.ts';
import { COMMAS, type CsvLayout } from './csv-layout.ts';

export type CsvChunk = { bytes: Lent; firstLine: number; endOffset: number };

/** A record longer than this has lost its closing quote: the quote is then a character, and records go on at line ends. */
const LONGEST_RECORD = 1 << 20;

/** Small enough to stay in the processor's cache from reading to writing. */
const CHUNK_BYTES = 1 << 20;

const QUOTE = 34;

type Border = { cut: number; lines: number };
/** `separator` is its last byte: what may stand before a quote that opens a cell. */
type Bytes = { lineEnd: number; separator: number };

function bytesOf({ lineEnd, separator }: CsvLayout, encoding: string): Bytes {
  // Of the separators only these two have more than one byte; what their last one is depends on the encoding.
  const wide = encoding === 'gb18030' ? { '，': 0xac, '；': 0xbb } : { '，': 0x8c, '；': 0x9b };
  return {
    lineEnd: lineEnd.charCodeAt(0),
    separator: new Map(Object.entries(wide)).get(separator) ?? separator.charCodeAt(0),
  };
}

/** Line ends in a range, and the place after the last of them (0 where there is none). */
function countLines(bytes: Uint8Array, from: number, to: number, lineEnd: number): Border {
  const found: Border = { cut: 0, lines: 0 };
  const range = bytes.subarray(from, to);
  for (let i = range.indexOf(lineEnd); i >= 0; i = range.indexOf(lineEnd, i + 1)) {
    found.lines++;
    found.cut = from + i + 1;
  }
  return found;
}

/** The last record border in `bytes` and the line ends before it; cut 0 where there is none. Goes from quote to quote. */
function lastBorder(bytes: Uint8Array, { lineEnd, separator }: Bytes): Border {
  let inside = false;
  let lines = 0;
  let border: Border = { cut: 0, lines: 0 };
  let closedAt = -2;
  let from = 0;
  for (;;) {
    const found = bytes.indexOf(QUOTE, from);
    const quote = found < 0 ? bytes.length : found;
    const between = countLines(bytes, from, quote, lineEnd);
    lines += between.lines;
    if (!inside && between.lines > 0) border = { cut: between.cut, lines };
    if (found < 0) return border;
    const before = quote === 0 ? lineEnd : bytes[quote - 1];
    // A quote opens a cell only at its start, or goes on after a doubled quote; elsewhere it is a character.
    if (inside) {
      inside = false;
      closedAt = quote;
    } else if (before === lineEnd || before === separator || closedAt === quote - 1) inside = true;
    from = quote + 1;
  }
}

type SplitOptions = {
  start: number;
  firstLine: number;
  layout?: CsvLayout;
  encoding?: string;
  chunkBytes?: number;
  signal?: AbortSignal | undefined;
};

/**
 * Chunks of about `chunkBytes`, in order. `firstLine` is the physical line of the chunk's first record, the file's first
 * line being 1. Memory stays within a few chunks whatever the file holds. Throws `tables.endless-line`.
 */
export async function* splitCsv(path: string, options: SplitOptions): AsyncGenerator<CsvChunk> {
  const chunkBytes = options.chunkBytes ?? CHUNK_BYTES;
  const special = bytesOf(options.layout ?? COMMAS, options.encoding ?? 'utf-8');
  const file = await open(path, 'r');
  try {
    let rest: Uint8Array = new Uint8Array(0);
    let line = options.firstLine;
    let position = options.start;
    for (;;) {
      options.signal?.throwIfAborted();
      const buffer = borrow(rest.length + chunkBytes);
      buffer.set(rest);
      const { bytesRead } = await file.read(buffer, rest.length, chunkBytes, position);
      position += bytesRead;
      const bytes = partOf(buffer, 0, rest.length + bytesRead);
      if (bytesRead === 0) {
        if (bytes.length > 0) yield { bytes, firstLine: line, endOffset: position };
        else giveBack(buffer);
        return;
      }
      let border = lastBorder(bytes, special);
      if (border.cut === 0 && bytes.length > LONGEST_RECORD)
        border = countLines(bytes, 0, bytes.length, special.lineEnd);
      // A single line without end is no row of a table, and could not be held in memory.
      if (border.cut === 0 && bytes.length > LONGEST_RECORD)
        throw new Problem('tables.endless-line', { line, mb: LONGEST_RECORD >> 20 });
      rest = bytes.slice(border.cut);
      if (border.cut > 0) {
        yield { bytes: partOf(bytes, 0, border.cut), firstLine: line, endOffset: position };
        line += border.lines;
      }
    }
  } finally {
    await file.close();
  }
}
