// Built papers as the file that was asked for.

import { downloadHeaders } from '../../../../platform/server/http/download-headers.ts';
import type { FileAnswer } from '../../../../platform/server/http/raw-route.ts';
import { printPdf } from '../../../../platform/server/pdf.ts';
import type { DocumentFormat } from '../../domain/contract.ts';
import type { OfficialDocument } from '../../domain/documents/model.ts';
import type { Pictures } from './pictures.ts';
import { renderDocx } from './render-docx.ts';
import { type RenderOptions, renderHtml } from './render-html.ts';

/** `accountId`: who asks, of whom only so many are printed at a time. */
export type Papers = { accountId: number; documents: OfficialDocument[]; pictures: Pictures; options: RenderOptions };

/** A page to read or print comes as a page, not as a file to save. */
export async function answerFile(
  { accountId, documents, pictures, options }: Papers,
  format: DocumentFormat,
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
