// Headers are matched by name, in any order; synonyms and brackets are tolerated (data contract §1).

import { normalizeHeader } from './cell.ts';
import { defineProblems, Problem } from './problem.ts';

defineProblems({
  'tables.missing-columns': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.file}”缺少必需的列:${d.columns}。请补上后重新提交;文件中一行也没有导入。`,
  },
  'tables.repeated-column': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.file}”里“${d.column}”出现了不止一次,无法判断用哪一列。请删去多余的列后重新提交。`,
  },
});

export type NamedColumn = { title: string; synonyms?: readonly string[]; required: boolean };

export type HeaderMatch = {
  /** For each wanted column its position in the file, or -1. */
  positions: number[];
  /** Columns of the file that nothing asks for. */
  unknown: string[];
};

function bare(text: string): string {
  return normalizeHeader(text).replace(/\(.*?\)/g, '');
}

/** Throws `tables.missing-columns` or `tables.repeated-column`. The proper title goes before synonyms. */
export function matchHeaders(file: string, header: readonly string[], columns: readonly NamedColumn[]): HeaderMatch {
  const cells = header.map(normalizeHeader);
  const taken = new Set<number>();
  const positions = columns.map((column) => {
    const words = [column.title, ...(column.synonyms ?? [])].map(normalizeHeader);
    for (const [rank, word] of words.entries()) {
      let at = cells.flatMap((cell, i) => (cell === word ? [i] : []));
      if (at.length === 0 && rank === 0) at = cells.flatMap((cell, i) => (bare(cell) === word ? [i] : []));
      const free = at.filter((i) => !taken.has(i));
      if (free.length > 1) throw new Problem('tables.repeated-column', { file, column: header[free[0] ?? 0] ?? word });
      if (free[0] !== undefined) {
        taken.add(free[0]);
        return free[0];
      }
    }
    return -1;
  });
  const missing = columns.filter((column, i) => column.required && positions[i] === -1).map((column) => column.title);
  if (missing.length > 0) throw new Problem('tables.missing-columns', { file, columns: missing.join('、') });
  return { positions, unknown: header.filter((cell, i) => !taken.has(i) && cell.trim() !== '') };
}
