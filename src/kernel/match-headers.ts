// Headers are matched by name, in any order; synonyms, brackets and units are tolerated (data contract §1).

import { normalizeHeader } from './cell.ts';
import { defineProblems, Problem } from './problem.ts';

defineProblems({
  'tables.missing-columns': {
    kind: 'invalid',
    sentence: (d) =>
      `文件“${d.file}”缺少必需的列：${d.columns}。${d.where ?? ''}请补上后重新提交；文件中一行也没有导入。`,
  },
  'tables.repeated-column': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.file}”里“${d.column}”出现了不止一次，无法判断用哪一列。请删去多余的列后重新提交。`,
  },
  'tables.unknown-unit': {
    kind: 'invalid',
    sentence: (d) =>
      `文件“${d.file}”的“${d.column}”一列用的单位“${d.unit}”认不得，只认元、千元、万元、亿元。请换算后重新提交；文件中一行也没有导入。`,
  },
});

export type NamedColumn = {
  title: string;
  synonyms?: readonly string[];
  required: boolean;
  /** Amounts of money: a unit in the header counts. */
  money?: boolean;
  /** The yuan a bare number counts where neither the header nor a note above says it; left out: 1. */
  usualUnit?: number;
};

export type HeaderMatch = {
  /** For each wanted column its position in the file, or -1. */
  positions: number[];
  /** For each wanted column the yuan that a bare number in it counts: 10,000 under `金额(万元)`; 1 where nothing is said. */
  units: number[];
  /** Columns of the file that nothing asks for. */
  unknown: string[];
};

/** What the program writes beside rows it hands back; they come back with the mended rows and say nothing. */
export const HANDED_BACK = { file: '文件', line: '行号', reason: '原因', otherReason: '隔离原因' } as const;
const OWN_WORDS: ReadonlySet<string> = new Set(Object.values(HANDED_BACK));

const UNITS: Readonly<Record<string, number>> = { 元: 1, 人民币: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 };
const UNIT_WORD = /(?:\((?:单位|计量单位)?:?([^()]*)\)|[/_](.*元))$/;

/** Without what stands in brackets, and without a unit behind a stroke. */
function bare(header: string): string {
  return header.replace(/\(.*?\)/g, '').replace(/[/_].{0,2}元$/, '');
}

function unitOf(file: string, header: string): number | undefined {
  const found = UNIT_WORD.exec(normalizeHeader(header));
  const word = (found?.[1] ?? found?.[2] ?? '').replace(/^人民币(?=.)/, '');
  const unit = UNITS[word];
  if (unit === undefined && /(?:元|角|分|美金)$/.test(word))
    throw new Problem('tables.unknown-unit', { file, column: header, unit: word });
  return unit;
}

/** The words a column goes by, as they are compared; its title first. */
function wordsOf({ title, synonyms }: NamedColumn): string[] {
  return [title, ...(synonyms ?? [])].map(normalizeHeader);
}

/** Whether one of the columns goes by this header. */
export function isKnownHeader(header: string, columns: readonly NamedColumn[]): boolean {
  const cell = normalizeHeader(header);
  return cell !== '' && columns.some((column) => wordsOf(column).some((word) => word === cell || word === bare(cell)));
}

/** Where each column stands, -1 where it does not. The proper title goes before synonyms, a bare header before one with brackets. */
function findPositions(file: string, header: readonly string[], columns: readonly NamedColumn[]): number[] {
  const cells = header.map(normalizeHeader);
  const barest = cells.map(bare);
  const taken = new Set<number>();
  return columns.map((column) => {
    for (const word of wordsOf(column)) {
      const free = (texts: string[]) => texts.flatMap((text, i) => (text === word && !taken.has(i) ? [i] : []));
      const exact = free(cells);
      const [at, ...more] = exact.length > 0 ? exact : free(barest);
      if (at === undefined) continue;
      if (more.length > 0) throw new Problem('tables.repeated-column', { file, column: header[at] ?? word });
      taken.add(at);
      return at;
    }
    return -1;
  });
}

/** Titles of required columns that this header lacks. Throws `tables.repeated-column`. */
export function missingColumns(file: string, header: readonly string[], columns: readonly NamedColumn[]): string[] {
  const positions = findPositions(file, header, columns);
  return columns.filter((column, i) => column.required && positions[i] === -1).map(({ title }) => title);
}

/**
 * `unit`: what a note above the header says of all amounts (`单位:万元`). `lenient`: required columns may be missing. Throws
 * `tables.missing-columns`, `tables.repeated-column` or `tables.unknown-unit`.
 */
export function matchHeaders(
  file: string,
  header: readonly string[],
  columns: readonly NamedColumn[],
  { unit, lenient = false }: { unit?: number | undefined; lenient?: boolean | undefined } = {},
): HeaderMatch {
  const positions = findPositions(file, header, columns);
  const missing = columns.filter((column, i) => column.required && positions[i] === -1).map(({ title }) => title);
  if (missing.length > 0 && !lenient)
    throw new Problem('tables.missing-columns', { file, columns: missing.join('、') });
  const taken = new Set(positions);
  return {
    positions,
    units: columns.map(({ money, usualUnit = 1 }, i) => {
      const text = header[positions[i] ?? -1];
      return money && text !== undefined ? (unitOf(file, text) ?? unit ?? usualUnit) : 1;
    }),
    unknown: header.filter((cell, i) => !taken.has(i) && cell.trim() !== '' && !OWN_WORDS.has(normalizeHeader(cell))),
  };
}

/** The unit a note names (`单位:万元`, `(单位：元)`); undefined where it names none. */
export function unitInNote(note: string): number | undefined {
  const word = /单位:(?:人民币)?([千万亿]?元)(?![^\s)。;,])/.exec(normalizeHeader(note))?.[1];
  return word === undefined ? undefined : UNITS[word];
}
