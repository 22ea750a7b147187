// What a workbook's smaller parts say: which sheets there are and where, and which styles show a number as a date.

import { scanPart } from './scan-part.ts';
import { attribute } from './xml-scan.ts';
import type { ZipParts } from './zip-parts.ts';

export type Sheet = { name: string; part: string };

export type Workbook = {
  /** Sheets of cells that are not hidden, in order. */
  sheets: Sheet[];
  /** Visible ones without cells: charts, dialogues, macros. */
  others: string[];
  sharedStrings?: string;
  styles?: string;
  /** Days are counted from 1904. */
  is1904: boolean;
};

/** How a style shows a number. */
export type NumberStyle = 'plain' | 'date' | 'percent';

type Relation = { type: string; target: string };

function resolve(base: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** By id; targets as names of parts. */
async function readRelations(parts: ZipParts, of: string): Promise<Map<string, Relation>> {
  const at = of.lastIndexOf('/') + 1;
  const name = `${of.slice(0, at)}_rels/${of.slice(at)}.rels`;
  const relations = new Map<string, Relation>();
  if (!parts.has(name)) return relations;
  await scanPart(parts, name, () => ({
    onOpen: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const type = attribute(attributes, 'Type') ?? '';
      const target = resolve(of, attribute(attributes, 'Target') ?? '');
      relations.set(attribute(attributes, 'Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target });
    },
    onClose: () => undefined,
  }));
  return relations;
}

/** The part that lists the sheets; undefined where there is none. */
export async function findWorkbook(parts: ZipParts): Promise<string | undefined> {
  for (const { type, target } of (await readRelations(parts, '')).values())
    if (type === 'officeDocument' && parts.has(target) && !target.endsWith('.bin')) return target;
  return [...parts.names].find((name) => /(?:^|\/)workbook\.xml$/.test(name));
}

export async function readWorkbook(parts: ZipParts, part: string): Promise<Workbook> {
  const relations = await readRelations(parts, part);
  const workbook: Workbook = { sheets: [], others: [], is1904: false };
  await scanPart(parts, part, () => ({
    onOpen: (tag, attributes) => {
      // Extensions have a tag of the same name.
      if (tag === 'workbookPr' && /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')) workbook.is1904 = true;
      if (tag !== 'sheet' || /hidden/i.test(attribute(attributes, 'state') ?? '')) return;
      const name = attribute(attributes, 'name') ?? '';
      const relation = relations.get(relationId(attributes));
      if (relation?.type === 'worksheet' && parts.has(relation.target))
        workbook.sheets.push({ name, part: relation.target });
      else workbook.others.push(name);
    },
    onClose: () => undefined,
  }));
  const partOf = (type: string, usual: string) => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return [target, resolve(part, usual)].find((name) => name !== undefined && parts.has(name));
  };
  const sharedStrings = partOf('sharedStrings', 'sharedStrings.xml');
  const styles = partOf('styles', 'styles.xml');
  return { ...workbook, ...(sharedStrings ? { sharedStrings } : {}), ...(styles ? { styles } : {}) };
}

/** `r:id`, whatever the prefix; `sheetId` is another thing. */
function relationId(attributes: string): string {
  return /:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
}

/** Built-in formats of dates and times (ECMA-376 part 1, 18.8.30, with those of Chinese editions). */
const DATE_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const PERCENT_FORMATS = new Set([9, 10]);

/** By the index a cell gives. */
export async function readStyles(parts: ZipParts, part: string): Promise<NumberStyle[]> {
  const custom = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  await scanPart(parts, part, () => ({
    onOpen: (tag, attributes) => {
      if (tag === 'numFmt')
        custom.set(Number(attribute(attributes, 'numFmtId')), styleOf(attribute(attributes, 'formatCode') ?? ''));
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) {
        const format = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(custom.get(format) ?? builtInStyle(format));
      }
    },
    onClose: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  }));
  return styles;
}

function builtInStyle(format: number): NumberStyle {
  if (PERCENT_FORMATS.has(format)) return 'percent';
  return DATE_FORMATS.some(([from, to]) => format >= from && format <= to) ? 'date' : 'plain';
}

/** By what is left of a format's code without quoted text, colours, conditions, and characters that only take room. */
export function styleOf(code: string): NumberStyle {
  if (/^(?:general|standard|常规|g\/通用格式)/i.test(code)) return 'plain';
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
