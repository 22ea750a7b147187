// Of which kind a table is, told from its first rows: a department names its files and sheets as it likes, its columns it does not.

import { HANDED_BACK, isKnownHeader, type NamedColumn } from '../../../kernel/match-headers.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findHeader, type HeadRow } from './find-header.ts';

export type TableKind = { code: string; columns: readonly NamedColumn[] };

/** Less of a header than this that a kind knows says nothing: some registers ask for a number and a name only. */
const LEAST_KNOWN = 0.6;

/** What stands beside the columns of rows that were refused and are handed in again. */
const BESIDE: ReadonlySet<string> = new Set(Object.values(HANDED_BACK));

function knownOf(rows: readonly HeadRow[], { columns }: TableKind): { known: number; required: number } | undefined {
  try {
    const found = findHeader('', rows, columns);
    if (!found) return undefined;
    const filled = found.header.map((cell) => cell.trim()).filter((cell) => cell !== '' && !BESIDE.has(cell));
    const known = filled.filter((cell) => isKnownHeader(cell, columns)).length;
    const required = columns.filter((column) => column.required).length;
    return known >= filled.length * LEAST_KNOWN ? { known, required } : undefined;
  } catch (error) {
    if (error instanceof Problem) return undefined; // a header twice: not one of this kind
    throw error;
  }
}

/** The kind that knows most of the header, of equal ones the one that asks for most; undefined where none has all that it asks for. */
export function recogniseTable(rows: readonly HeadRow[], kinds: readonly TableKind[]): string | undefined {
  const ranked = kinds.flatMap((kind) => {
    const found = knownOf(rows, kind);
    return found ? [{ code: kind.code, ...found }] : [];
  });
  return ranked.sort((a, b) => b.known - a.known || b.required - a.required)[0]?.code;
}
