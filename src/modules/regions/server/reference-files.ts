// Reads data/reference/regions.csv and county-designations.csv, which come with the program.

import { readFile } from 'node:fs/promises';
import { Problem } from '../../../kernel/problem.ts';
import { parseRegionCode } from '../../../kernel/region-code.ts';
import { everydayName } from '../domain/village-name.ts';
import { spell } from './spell-region.ts';
import '../domain/problems.ts';

export type RegionRow = {
  code: number;
  parent_code: number | null;
  level: string;
  /** Everyday name; `official_name` is as the file has it. */
  name: string;
  official_name: string;
  kind: string;
  pinyin: string;
  initials: string;
};

export type DesignationRow = { county_code: number; designation: string; evidence: string };

export async function readReferenceFile(folder: URL, name: string): Promise<string> {
  return await readFile(new URL(name, folder), 'utf8');
}

export function parseRegions(text: string, file: string): RegionRow[] {
  return parseLines(text, file, 'code,parent_code,level,name').map(([code, parent, level, name, kind]) => ({
    code: parseRegionCode(code ?? ''),
    parent_code: parseRegionCode(parent ?? '') || null,
    level: level ?? '',
    name: everydayName(name ?? ''),
    official_name: name ?? '',
    kind: kind ?? '',
    ...spell(everydayName(name ?? '')),
  }));
}

export function parseDesignations(text: string, file: string): DesignationRow[] {
  return parseLines(text, file, 'county_code,name,designation').map(([code, , designation, evidence]) => ({
    county_code: parseRegionCode(code ?? ''),
    designation: designation ?? '',
    evidence: evidence ?? '',
  }));
}

/** These files have no quoted cells. Columns after those of `header` may be missing. */
function parseLines(text: string, file: string, header: string): string[][] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const width = header.split(',').length;
  const bad = (line: number) => new Problem('regions.bad-file', { file, line, header });
  if (!lines[0]?.startsWith(header)) throw bad(1);
  return lines.slice(1).map((line, index) => {
    const cells = line.split(',');
    if (cells.length < width || parseRegionCode(cells[0] ?? '') === 0) throw bad(index + 2);
    return cells;
  });
}
