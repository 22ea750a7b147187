// Official documents as a Word file, laid out like the printed page.

import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  ImageRun,
  type IRunOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Column, OfficialDocument, SignatureLine } from '../../../kernel/papers/model.ts';
import type { Orientation } from '../../../kernel/photos/tiff.ts';
import { BLANK_DAY, FONTS, MISSING_PICTURE, PAGE, SIZES, WIDE_FROM } from './layout.ts';
import type { Picture, Pictures } from './pictures.ts';
import { factRows, type RenderOptions } from './render-html.ts';

const TEXT_WIDTH = convertMillimetersToTwip(PAGE.width - PAGE.left - PAGE.right);
const LATIN = 'Times New Roman';
const twips = (points: number) => points * 20;

type Font = keyof typeof FONTS;

function run(text: string, points: number, font: Font = 'body', more: Partial<IRunOptions> = {}): TextRun {
  const name = FONTS[font][0] ?? LATIN;
  return new TextRun({
    text,
    size: points * 2,
    font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: name },
    ...more,
  });
}

const bodySpacing = { line: twips(SIZES.line), lineRule: LineRuleType.EXACT };
const wideSpacing = { line: twips(SIZES.wideTableLine), lineRule: LineRuleType.EXACT };
const tableSpacing = { line: twips(SIZES.tableLine), lineRule: LineRuleType.EXACT };

function bodyParagraph(text: string, as?: 'to' | 'note'): Paragraph {
  return new Paragraph({
    spacing: bodySpacing,
    alignment: as === 'note' ? AlignmentType.CENTER : AlignmentType.BOTH,
    indent: as ? {} : { firstLine: twips(SIZES.body * 2) },
    children: [run(text, SIZES.body)],
  });
}

function heading(text: string): Paragraph {
  return new Paragraph({
    spacing: { ...bodySpacing, before: twips(8), after: twips(4) },
    keepNext: true,
    children: [run(text, SIZES.body, 'heading')],
  });
}

type CellOptions = { width: number; centred?: boolean; right?: boolean; font?: Font; span?: number; isWide?: boolean };

function cell(text: string, options: CellOptions): TableCell {
  const { width, centred = false, right = false, font = 'body', span = 1, isWide = false } = options;
  const margin = twips(isWide ? 3 : 4);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    children: [
      new Paragraph({
        spacing: isWide ? wideSpacing : tableSpacing,
        alignment: centred ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [run(text, isWide ? SIZES.wideTable : SIZES.table, font)],
      }),
    ],
  });
}

function tableOf(widths: readonly number[], rows: TableRow[], hasBorders = true): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows,
    ...(hasBorders
      ? {}
      : {
          borders: {
            top: none,
            bottom: none,
            left: none,
            right: none,
            insideHorizontal: none,
            insideVertical: none,
          },
        }),
  });
}

function widthsOf(columns: readonly Column[]): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / shares));
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const widths = widthsOf(columns);
  const width = (i: number) => widths[i] ?? 0;
  const isWide = columns.length >= WIDE_FROM;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, i) => cell(title, { width: width(i), centred: true, font: 'heading', isWide })),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, i) =>
          cell(text, {
            ...{ width: width(i), centred: columns[i]?.align === 'center' },
            ...{ right: columns[i]?.align === 'right', isWide },
          }),
        ),
      }),
  );
  return tableOf(widths, [head, ...body]);
}

function facts(block: Extract<Block, { kind: 'facts' }>): Table {
  const label = Math.floor(TEXT_WIDTH * 0.2);
  const value = Math.floor(TEXT_WIDTH * 0.3);
  const rows = factRows(block.facts).map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.flatMap((fact) => [
          cell(fact.label, { width: label, centred: true }),
          row.length === 1
            ? cell(fact.value, { width: value * 2 + label, span: 3 })
            : cell(fact.value, { width: value }),
        ]),
      }),
  );
  return tableOf([label, value, label, value], rows);
}

type Box = { width: number; height: number };
/** Half the width of the text, in pixels of 1/96 inch; a photo alone has the page. */
const PHOTO_BOX: Box = { width: 280, height: 320 };
const PAGE_BOX: Box = { width: 570, height: 700 };
/** A line high, as a signature by hand is. */
const SIGNATURE_BOX: Box = { width: 160, height: 48 };

/** Word does not look at a photo's orientation: it is mirrored and then turned clockwise by this. */
const TURNS: Record<Orientation, { mirrored: boolean; degrees: 0 | 90 | 180 | 270 }> = {
  1: { mirrored: false, degrees: 0 },
  2: { mirrored: true, degrees: 0 },
  3: { mirrored: false, degrees: 180 },
  4: { mirrored: true, degrees: 180 },
  5: { mirrored: true, degrees: 270 },
  6: { mirrored: false, degrees: 90 },
  7: { mirrored: true, degrees: 90 },
  8: { mirrored: false, degrees: 270 },
};

/** As large as fits a box when it stands upright, in pixels of 1/96 inch; never larger than it is. */
function fitted({ width, height, orientation }: Picture, box: Box) {
  const { mirrored, degrees } = TURNS[orientation];
  const [across, down] = degrees % 180 === 90 ? [height, width] : [width, height];
  const scale = Math.min(1, box.width / across, box.height / down);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    ...(mirrored ? { flip: { horizontal: true } } : {}),
    ...(degrees === 0 ? {} : { rotation: degrees }),
  };
}

const WORD_TYPES: Record<string, 'png' | 'jpg' | undefined> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** Word shows PNG and JPEG; any other photo is in the print and the PDF. */
function picture(fileId: string, pictures: Pictures, box: Box): ImageRun | TextRun {
  const found = pictures.get(fileId);
  const type = found && WORD_TYPES[found.type];
  if (!found || !type) return run(MISSING_PICTURE, SIZES.table);
  return new ImageRun({ type, data: found.bytes, transformation: fitted(found, box) });
}

function images({ title, fileIds }: Extract<Block, { kind: 'images' }>, pictures: Pictures): (Paragraph | Table)[] {
  const [only, ...others] = fileIds;
  if (only !== undefined && others.length === 0) {
    const photo = new Paragraph({ alignment: AlignmentType.CENTER, children: [picture(only, pictures, PAGE_BOX)] });
    return [heading(title), photo];
  }
  const half = Math.floor(TEXT_WIDTH / 2);
  const cells = fileIds.map(
    (id) =>
      new TableCell({
        width: { size: half, type: WidthType.DXA },
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [picture(id, pictures, PHOTO_BOX)] })],
      }),
  );
  const rows: TableRow[] = [];
  for (let i = 0; i < cells.length; i += 2)
    rows.push(new TableRow({ cantSplit: true, children: cells.slice(i, i + 2) }));
  return [heading(title), tableOf([half, half], rows, false)];
}

function signature({ label, fileId }: SignatureLine, pictures: Pictures): Paragraph {
  const lead = label === '' ? '' : `${label}\uff1a`;
  // A line to sign on: blanks that are underlined, or the signature itself.
  const line =
    fileId && pictures.has(fileId)
      ? picture(fileId, pictures, SIGNATURE_BOX)
      : run('\u00a0'.repeat(24), SIZES.body, 'body', { underline: {} });
  return new Paragraph({
    spacing: { before: twips(6), line: twips(SIZES.line), lineRule: LineRuleType.AT_LEAST },
    keepLines: true,
    keepNext: true,
    children: [run(lead, SIZES.body), line],
  });
}

function closing({ issuer, day = BLANK_DAY }: Extract<Block, { kind: 'closing' }>): Paragraph[] {
  const lines = [...(issuer ? [issuer] : []), day];
  return lines.map(
    (text, i) =>
      new Paragraph({
        spacing: { ...bodySpacing, before: i === 0 ? twips(SIZES.line) : 0 },
        alignment: AlignmentType.RIGHT,
        keepNext: i < lines.length - 1,
        indent: { right: twips(SIZES.body * 2) },
        children: [run(text, SIZES.body)],
      }),
  );
}

function blockParts(block: Block, pictures: Pictures): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return [bodyParagraph(block.text, block.as)];
    case 'facts':
      return [facts(block)];
    case 'table':
      return [table(block)];
    case 'images':
      return images(block, pictures);
    case 'signatures':
      return block.lines.map((line) => signature(line, pictures));
    case 'closing':
      return closing(block);
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function footer(): Footer {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      run('— ', SIZES.number, 'number'),
      run('', SIZES.number, 'number', { children: [PageNumber.CURRENT] }),
      run(' —', SIZES.number, 'number'),
    ],
  });
  return new Footer({ children: [number] });
}

function section(document: OfficialDocument, pictures: Pictures, { pageNumbers }: RenderOptions): ISectionOptions {
  const { title, number, blocks } = document;
  const centred = (text: string, points: number, font: Font, line: number, after: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: twips(line), lineRule: LineRuleType.EXACT, after: twips(after) },
      children: [run(text, points, font)],
    });
  return {
    properties: {
      page: {
        size: { width: convertMillimetersToTwip(PAGE.width), height: convertMillimetersToTwip(PAGE.height) },
        margin: {
          top: convertMillimetersToTwip(PAGE.top),
          bottom: convertMillimetersToTwip(PAGE.bottom),
          left: convertMillimetersToTwip(PAGE.left),
          right: convertMillimetersToTwip(PAGE.right),
          footer: convertMillimetersToTwip(25),
        },
      },
    },
    ...(pageNumbers ? { footers: { default: footer() } } : {}),
    children: [
      centred(title, SIZES.title, 'title', 36, number ? 8 : SIZES.line),
      ...(number ? [centred(number, SIZES.body, 'body', SIZES.line, SIZES.line)] : []),
      ...blocks.flatMap((block) => blockParts(block, pictures)),
    ],
  };
}

/** The papers one after another, each beginning a page. */
export async function renderDocx(
  documents: readonly OfficialDocument[],
  pictures: Pictures,
  options: RenderOptions,
): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      creator: '守望',
      title: options.title,
      sections: documents.map((document) => section(document, pictures, options)),
    }),
  );
}
