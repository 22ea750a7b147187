// Words that name a figure: id, name or alias of data/reference/figure-names.tsv.

import { readFile } from 'node:fs/promises';
import { normalizeCell } from '../kernel/cell.ts';

const FILE = new URL('../../data/reference/figure-names.tsv', import.meta.url);

let read: Promise<ReadonlySet<string>> | undefined;

/** Read once. */
export function readFigureWords(): Promise<ReadonlySet<string>> {
  read ??= readWords();
  return read;
}

async function readWords(): Promise<ReadonlySet<string>> {
  const [, ...lines] = (await readFile(FILE, 'utf8')).trimEnd().split('\n');
  return new Set(lines.flatMap((line) => line.split('\t').map(normalizeCell)).filter((word) => word !== ''));
}
