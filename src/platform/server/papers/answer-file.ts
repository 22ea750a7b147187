// Built papers as the file that was asked for.

import type { PaperFormat, TablePaperFormat } from '../../../kernel/papers/formats.ts';
import type { OfficialDocument } from '../../../kernel/papers/model.ts';
import type { OperationContext } from '../http/context.ts';
import { downloadHeaders } from '../http/download-headers.ts';
import type { FileAnswer } from '../http/raw-route.ts';
import { needBrowser, printPdf } from '../pdf.ts';
import type { Pictures } from './pictures.ts';
import { renderDocx } from './render-docx.ts';
import { type RenderOptions, renderHtml } from './render-html.ts';
import { renderXlsx } from './render-xlsx.ts';

/** `accountId`: who asks, of whom only so many are printed at a time. */
export type Papers = { accountId: number; documents: OfficialDocument[]; pictures: Pictures; options: RenderOptions };

/** A PDF that cannot be made is refused before anything is read and recorded. */
export function checkFormat(format: TablePaperFormat, spend: OperationContext['spend']): void {
  if (format !== 'pdf') return;
  needBrowser();
  spend('pdf');
}

/** A page to read or print comes as a page, not as a file to save. */
export async function answerFile(
  { accountId, documents, pictures, options }: Papers,
  format: PaperFormat,
): Promise<FileAnswer> {
  const { title } = options;
  if (format === 'docx') {
    const body = await renderDocx(documents, pictures, options);
    return { headers: downloadHeaders(`${title}.docx`, 'docx'), body };
  }
  const html = renderHtml(documents, pictures, options);
  if (format === 'pdf')
    return { headers: downloadHeaders(`${title}.pdf`, 'pdf'), body: await printPdf(html, accountId) };
  return { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body: html };
}

/** The same of papers that are tables first, also as a workbook. */
export async function answerTable(papers: Papers, format: TablePaperFormat): Promise<FileAnswer> {
  if (format !== 'xlsx') return answerFile(papers, format);
  const { title } = papers.options;
  return { headers: downloadHeaders(`${title}.xlsx`, 'xlsx'), body: await renderXlsx(papers.documents) };
}

const NO_PICTURES: Pictures = new Map();

/** One paper without pictures. */
export function answerPaper(
  accountId: number,
  document: OfficialDocument,
  format: TablePaperFormat,
  options: RenderOptions,
): Promise<FileAnswer> {
  return answerTable({ accountId, documents: [document], pictures: NO_PICTURES, options }, format);
}
