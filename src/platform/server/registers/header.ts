// Where a register's header stands in a file, and which column of the file is which.

import { normalizeHeader } from '../../../kernel/cell.ts';
import { matchHeaders, type NamedColumn } from '../../../kernel/match-headers.ts';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import { MONEY_PLACES } from '../../../kernel/register/amounts.ts';
import {
  allFields,
  IGNORED_TITLES,
  type RegisterDefinition,
  synonymsOf,
} from '../../../kernel/register/define-register.ts';
import type { Field } from '../../../kernel/register/field.ts';
import { eachRecord } from '../tables/each-record.ts';
import { openTable, type TableSource } from '../tables/table-source.ts';

defineProblems({
  'registers.unit': {
    kind: 'invalid',
    sentence: (d) =>
      `文件“${d.file}”的列“${d.column}”写的单位读不懂。金额的单位只能是元、万元或亿元,请改正后重新提交;文件中一行也没有导入。`,
  },
});

/** The header is one of the first ten rows. */
const HEADER_ROWS = 10;

export type FileHeader = {
  cells: string[];
  /** Physical line; the records come after it. */
  line: number;
  /** For each column of the register its place in the file, or -1. */
  positions: number[];
  /** For each column the unit of its money. */
  units: string[];
  /** Columns of the file that nothing asks for. */
  ignored: string[];
};

const UNIT = /\(([^()]*)\)$/;

function unitOf(field: Field, header: string | undefined, file: string): string {
  const unit = field.unit ?? '';
  if (header === undefined || !field.kind.startsWith('money')) return unit;
  const written = UNIT.exec(normalizeHeader(header))?.[1];
  if (written === undefined || normalizeHeader(field.title).endsWith(`(${written})`)) return unit;
  const named = written.replace(/^单位[::]?/, '');
  if (!(named in MONEY_PLACES)) throw new Problem('registers.unit', { file, column: header });
  return named;
}

function namedColumns(register: RegisterDefinition): NamedColumn[] {
  return allFields(register).map(([, field]) => ({
    title: field.title,
    synonyms: synonymsOf(field),
    required: field.required === true,
  }));
}

/** The rows a header may stand in, with their lines. */
async function firstRows(source: TableSource): Promise<{ cells: string[]; line: number }[]> {
  const rows = [{ cells: source.header, line: source.headerLine }];
  for await (const chunk of source.chunks()) {
    eachRecord(chunk, (cells, line) => {
      if (rows.length < HEADER_ROWS) rows.push({ cells: cells.texts(), line });
    });
    break;
  }
  return rows;
}

function holdsRequired(columns: readonly NamedColumn[], cells: readonly string[]): boolean {
  try {
    matchHeaders('', cells, columns);
    return true;
  } catch (error) {
    if (error instanceof Problem) return error.code === 'tables.repeated-column';
    throw error;
  }
}

/** Finds the header. Throws `tables.missing-columns`, `tables.repeated-column`, `registers.unit`, or what is wrong with the file. */
export async function readHeader(
  register: RegisterDefinition,
  file: { path: string; name: string },
): Promise<FileHeader> {
  const columns = namedColumns(register);
  const stop = new AbortController();
  try {
    const source = await openTable(file.path, stop.signal, register.code);
    const first = { cells: source.header, line: source.headerLine };
    const rows = holdsRequired(columns, source.header) ? [first] : await firstRows(source);
    const { cells, line } = rows.find((row) => holdsRequired(columns, row.cells)) ?? mostLike(columns, rows) ?? first;
    const { positions, unknown } = matchHeaders(file.name, cells, columns);
    const units = allFields(register).map(([, field], i) => unitOf(field, cells[positions[i] ?? -1], file.name));
    const ignored = unknown.filter((title) => !IGNORED_TITLES.includes(normalizeHeader(title)));
    return { cells, line, positions, units, ignored };
  } finally {
    stop.abort();
  }
}

/** Where no row is a header: the one with most of its columns, whose missing ones are then named. */
function mostLike(columns: readonly NamedColumn[], rows: { cells: string[]; line: number }[]) {
  const titles = new Set(columns.map(({ title }) => normalizeHeader(title)));
  const count = (row: { cells: string[] }) => row.cells.filter((cell) => titles.has(normalizeHeader(cell))).length;
  return rows.reduce<(typeof rows)[number] | undefined>(
    (best, row) => (best === undefined || count(row) > count(best) ? row : best),
    undefined,
  );
}
