// Workbooks written by hand, for tests that need what no program writes the same way.

import { zipOf } from '../attacks/bad-files.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell's XML is taken as it is; a number is a numeric cell, a text an inline one. */
export type MadeCell = string | number | null | { xml: string };

export type MadeSheet = {
  name: string;
  /** Rows of cells, or the XML of the rows. */
  rows: MadeCell[][] | string;
  state?: 'hidden' | 'veryHidden';
  kind?: 'worksheet' | 'chartsheet';
};

export type MadeWorkbook = {
  sheets: MadeSheet[];
  /** XML of the shared strings' items. */
  strings?: string;
  /** Format codes of the styles 1, 2, … */
  formats?: string[];
  is1904?: boolean;
  /** How the parts are called in the archive. */
  rename?: (name: string) => string;
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

function cellXml(cell: MadeCell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return cell.xml;
}

function sheetXml({ rows, kind }: MadeSheet): string {
  if (kind === 'chartsheet') return `<chartsheet xmlns="${MAIN}"/>`;
  const xml =
    typeof rows === 'string' ? rows : rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join('');
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`;
}

function stylesXml(formats: string[]): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('');
  const styles = formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('');
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes}</numFmts><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`;
}

export function madeWorkbook({ sheets, strings, formats = [], is1904, rename = (name) => name }: MadeWorkbook): Buffer {
  const relations: [string, string][] = sheets.map(({ kind = 'worksheet' }, i) => [kind, `${kind}s/sheet${i + 1}.xml`]);
  relations.push(['styles', 'styles.xml']);
  if (strings !== undefined) relations.push(['sharedStrings', 'sharedStrings.xml']);
  const list = (of: [string, string][]) =>
    `<Relationships>${of.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const named = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${i + 1}"/>`,
  );
  const parts = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: list([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: list(relations) },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    ...sheets.map((sheet, i) => ({ name: `xl/${relations[i]?.[1]}`, content: sheetXml(sheet) })),
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` }]),
  ];
  return zipOf(parts.map(({ name, content }) => ({ name: rename(name), content })));
}
