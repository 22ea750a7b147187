// The records of a chunk, for the code that runs inside a transform.

import { parseCsv } from './csv-parse.ts';
import type { TableChunk } from './table-source.ts';

/** What a transform made of one chunk: COPY bytes per stream, and counts to add up. */
export type TransformOutput = { streams: Record<string, Uint8Array>; counts: Record<string, number> };

/** The array of cells is reused; `raw` gives the record as received (cells joined by commas for a workbook). */
export function eachRecord(
  chunk: TableChunk,
  onRecord: (cells: string[], line: number, raw: () => string) => void,
): void {
  if (chunk.kind === 'rows') {
    for (const [i, cells] of chunk.rows.entries())
      onRecord(cells, chunk.lines[i] ?? 0, () => cells.map(quoted).join(','));
    return;
  }
  const text = new TextDecoder(chunk.encoding, { ignoreBOM: true }).decode(chunk.bytes);
  parseCsv(text, chunk.firstLine, (cells, line, start, end) => onRecord(cells, line, () => text.slice(start, end)));
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
