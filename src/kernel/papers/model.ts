// An official document as data: what stands on the paper, in order. Builders make it from the records, renderers
// (server/documents) make Word and HTML of it, and tests read it.

export type Block =
  /** A part of the document. */
  | { kind: 'heading'; text: string }
  /** A paragraph, its first line indented by two characters; `to` is the line that names whom it is written to. */
  | { kind: 'paragraph'; text: string; as?: 'to' | 'note' }
  /** Names and values, two pairs in a row; a long value takes the row for itself. */
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'table'; columns: Column[]; rows: string[][] }
  /** Photos of the case by file id. */
  | { kind: 'images'; title: string; fileIds: string[] }
  /** Lines to sign on, with the picture of the signature where it was given on the screen; else blank, for the hand. */
  | { kind: 'signatures'; lines: SignatureLine[] }
  /** Who issues it, and the day, at the right; a day that is not known yet is left blank. */
  | { kind: 'closing'; issuer?: string; day?: string | undefined }
  | { kind: 'page-break' };

export type Fact = { label: string; value: string; wide?: boolean };
/** `share` is the width as a part of the others'; `number`: its texts are numbers, which a workbook adds up. */
export type Column = { title: string; share: number; align?: 'left' | 'center' | 'right'; number?: true };
/** Never a typed name: what stands on such a line was signed. `fileId` is a file of the case. */
export type SignatureLine = { label: string; fileId?: string | undefined };

export type OfficialDocument = {
  title: string;
  /** 文号, where the records hold one. */
  number?: string | undefined;
  blocks: Block[];
};

/** What is printed where the records hold nothing. */
export const BLANK = '—';

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function fact(label: string, value: string | number | undefined, wide = false): Fact {
  const text = value === undefined || value === '' ? BLANK : String(value);
  return wide ? { label, value: text, wide } : { label, value: text };
}

/** Every text of a document in the order of the page. */
export function textsOf({ title, number, blocks }: OfficialDocument): string[] {
  return [title, ...(number ? [number] : []), ...blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat()];
    case 'images':
      return [block.title];
    case 'signatures':
      return block.lines.map(({ label }) => label);
    case 'closing':
      return [block.issuer, block.day].filter((text) => text !== undefined);
    case 'page-break':
      return [];
  }
}

/** The same document with every text changed. */
export function mapTexts(document: OfficialDocument, change: (text: string) => string): OfficialDocument {
  const { title, number, blocks } = document;
  return {
    title: change(title),
    ...(number === undefined ? {} : { number: change(number) }),
    blocks: blocks.map((block) => mapBlock(block, change)),
  };
}

function mapBlock(block: Block, change: (text: string) => string): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: change(block.text) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map((each) => ({ ...each, label: change(each.label), value: change(each.value) })),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: change(column.title) })),
        rows: block.rows.map((row) => row.map(change)),
      };
    case 'images':
      return { ...block, title: change(block.title) };
    case 'signatures':
      return {
        ...block,
        lines: block.lines.map((line) => ({ ...line, label: change(line.label) })),
      };
    case 'closing':
      return { ...block, ...(block.issuer === undefined ? {} : { issuer: change(block.issuer) }) };
    case 'page-break':
      return block;
  }
}

/** Files that a document shows. */
export function fileIdsOf({ blocks }: OfficialDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'images') return block.fileIds;
    return block.kind === 'signatures' ? block.lines.flatMap(({ fileId }) => fileId ?? []) : [];
  });
}
