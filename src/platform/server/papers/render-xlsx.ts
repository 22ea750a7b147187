// Papers as a workbook: each table a sheet, headed with the paper's title and what is said before the table.

import type { Block, OfficialDocument } from '../../../kernel/papers/model.ts';
import { type SheetCell, type SheetToWrite, writeXlsx } from '../tables/xlsx/xlsx-write.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** 1,234.50 and 12.3% as they are printed; what is no number stays a text. */
function cellOf(text: string, isNumber: boolean): SheetCell {
  if (text === '') return null;
  const digits = text.replaceAll(',', '');
  return isNumber && /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : text;
}

/** Paragraphs before a table, and lines of day and issuer behind it. */
function noteOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text];
      return block.kind === 'closing' ? [[block.issuer, block.day].filter(Boolean).join(' ')] : [];
    })
    .join('\n');
}

function sheetOf({ title, blocks }: OfficialDocument, table: Table, name: string): SheetToWrite {
  return {
    name,
    heading: { title, note: noteOf(blocks) },
    header: table.columns.map(({ title: column, share, number }) => ({
      ...{ title: column, kind: number ? ('number' as const) : ('text' as const) },
      width: Math.max(8, Math.min(40, share)),
    })),
    rows: table.rows.map((row) => row.map((text, i) => cellOf(text, table.columns[i]?.number === true))),
  };
}

/** A paper without a table has no sheet. */
export async function renderXlsx(documents: readonly OfficialDocument[]): Promise<Buffer> {
  const tables = documents.flatMap((document) =>
    document.blocks.flatMap((block) => (block.kind === 'table' ? [{ document, block }] : [])),
  );
  const sheets = tables.map(({ document, block }, i) =>
    sheetOf(document, block, tables.length === 1 ? document.title.slice(0, 30) : `${i + 1}`),
  );
  return Buffer.from(await writeXlsx({ sheets }));
}
