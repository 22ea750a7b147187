// Official documents as one HTML page that needs nothing else: to read, to print, and for the PDF.

import type { Block, Column, OfficialDocument, SignatureLine } from '../../../kernel/papers/model.ts';
import { BLANK_DAY, FONTS, MISSING_PICTURE, PAGE, SIZES, WIDE_FROM } from './layout.ts';
import type { Pictures } from './pictures.ts';

export type RenderOptions = {
  title: string;
  /** Papers that hang one by one have none. */
  pageNumbers: boolean;
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function fontsOf(names: readonly string[], generic: string): string {
  return `${names.map((name) => `"${name}"`).join(',')},${generic}`;
}

/** Text of a page: a number with its marks (0474-1234567, 12,345.00, 150923****0029) stays on one line. */
function textHtml(text: string): string {
  const parts = text.split(/(\d[\d,.*-]{3,20}\d)/);
  return parts.map((part, i) => (i % 2 === 0 ? escapeHtml(part) : `<span class="nb">${part}</span>`)).join('');
}

function styleOf({ pageNumbers }: RenderOptions): string {
  const { title, body, line, table, tableLine, wideTable, wideTableLine, number } = SIZES;
  const numbers = pageNumbers
    ? `@bottom-center{content:"— " counter(page) " —";font:${number}pt ${fontsOf(FONTS.number, 'serif')};vertical-align:top;padding-top:7mm}`
    : '';
  return `
@page{size:${PAGE.width}mm ${PAGE.height}mm;margin:${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm;${numbers}}
*{box-sizing:border-box}
html{background:#e8e8e8}
body{margin:0;color:#000;font:${body}pt/${line}pt ${fontsOf(FONTS.body, 'serif')}}
article{background:#fff;width:${PAGE.width}mm;max-width:100%;min-height:${PAGE.height}mm;margin:8mm auto;padding:${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm}
h1{font:${title}pt/36pt ${fontsOf(FONTS.title, 'serif')};text-align:center;margin:0 0 ${line}pt;text-wrap:balance}
h1:has(+.number){margin-bottom:8pt}
.number{text-align:center;margin:0 0 ${line}pt}
h2{font:${body}pt/${line}pt ${fontsOf(FONTS.heading, 'sans-serif')};margin:8pt 0 4pt;break-after:avoid}
p{margin:0;text-indent:2em;text-align:justify;overflow-wrap:anywhere}
p:has(.nb){text-align:left;break-inside:avoid}
p.to{text-indent:0}
p.note{text-indent:0;text-align:center;border:1px solid #000;margin-bottom:${line}pt}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:${table}pt;line-height:${tableLine}pt;margin:6pt 0}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:1px solid #000;padding:4pt 5pt;font-weight:normal;overflow-wrap:anywhere;text-align:left;vertical-align:middle}
thead th{font-family:${fontsOf(FONTS.heading, 'sans-serif')};text-align:center}
.facts th{width:20%;text-align:center}
.wide{font-size:${wideTable}pt;line-height:${wideTableLine}pt}
.wide th,.wide td{padding:3pt}
.center{text-align:center}
td.right{text-align:right}
.nb{white-space:nowrap}
.tail{break-inside:avoid;break-before:avoid}
.signatures{margin:12pt 0 0}
.signatures div{display:flex;align-items:flex-end;margin-top:6pt}
.signatures .label{white-space:pre}
.signatures .line{flex:1;border-bottom:1px solid #000;min-height:${line}pt;padding:0 .5em}
.signatures .line img{height:${line}pt;width:auto;vertical-align:bottom}
.closing{margin:18pt 2em 0 auto;width:max-content;max-width:100%;text-align:center;white-space:pre-wrap}
.closing p{text-indent:0;text-align:center}
.images{display:grid;grid-template-columns:1fr 1fr;gap:5mm;margin-top:6pt}
.images img,.images span{display:block;max-width:100%;max-height:85mm;margin:auto;font-size:${table}pt}
.images:has(figure:only-child){grid-template-columns:1fr}
.images:has(figure:only-child) img{max-height:190mm}
figure{margin:0;break-inside:avoid}
@media print{html{background:none}article{width:auto;min-height:0;margin:0;padding:0}article+article{break-before:page}}`;
}

function cells(tag: 'th' | 'td', columns: readonly Column[], texts: readonly string[]): string {
  return texts
    .map((text, i) => {
      const { align = 'left' } = columns[i] ?? {};
      const aligned = tag === 'td' && align !== 'left' ? ` class="${align}"` : '';
      return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${aligned}>${textHtml(text)}</${tag}>`;
    })
    .join('');
}

function tableHtml({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col style="width:${((100 * share) / shares).toFixed(2)}%">`).join('');
  const head = cells(
    'th',
    columns,
    columns.map(({ title }) => title),
  );
  const body = rows.map((row) => `<tr>${cells('td', columns, row)}</tr>`).join('');
  const wide = columns.length >= WIDE_FROM ? ' class="wide"' : '';
  return `<table${wide}><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

type Facts = Extract<Block, { kind: 'facts' }>['facts'];

/** Facts two in a row; a wide one has a row for itself, and so has one that is left over before it. */
export function factRows(facts: Facts): Facts[] {
  const rows: Facts[] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (!fact.wide && last?.length === 1 && !last[0]?.wide) last.push(fact);
    else rows.push([fact]);
  }
  return rows;
}

function factsHtml(facts: Facts): string {
  const rows = factRows(facts).map((row) => {
    const span = row.length === 1 ? ' colspan="3"' : '';
    const pairs = row.map(
      ({ label, value }) => `<th scope="row">${escapeHtml(label)}</th><td${span}>${textHtml(value)}</td>`,
    );
    return `<tr>${pairs.join('')}</tr>`;
  });
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

function pictureHtml(fileId: string, pictures: Pictures, alt: string): string {
  const picture = pictures.get(fileId);
  if (!picture) return `<span>${MISSING_PICTURE}</span>`;
  return `<img alt="${escapeHtml(alt)}" src="data:${picture.type};base64,${picture.bytes.toString('base64')}">`;
}

function signatureHtml({ label, fileId }: SignatureLine, pictures: Pictures): string {
  const lead = label === '' ? '' : `${label}\uff1a`;
  const signed = fileId && pictures.has(fileId) ? pictureHtml(fileId, pictures, '签名') : '';
  return `<div><span class="label">${escapeHtml(lead)}</span><span class="line">${signed}</span></div>`;
}

function blockHtml(block: Block, pictures: Pictures): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p${block.as ? ` class="${block.as}"` : ''}>${textHtml(block.text)}</p>`;
    case 'facts':
      return factsHtml(block.facts);
    case 'table':
      return tableHtml(block);
    case 'images': {
      const figures = block.fileIds.map((id) => `<figure>${pictureHtml(id, pictures, block.title)}</figure>`);
      return `<h2>${escapeHtml(block.title)}</h2><div class="images">${figures.join('')}</div>`;
    }
    case 'signatures':
      return `<div class="signatures">${block.lines.map((line) => signatureHtml(line, pictures)).join('')}</div>`;
    case 'closing': {
      const issuer = block.issuer ? `<p>${escapeHtml(block.issuer)}</p>` : '';
      return `<div class="closing">${issuer}<p>${escapeHtml(block.day ?? BLANK_DAY)}</p></div>`;
    }
    case 'page-break':
      return '<div style="break-after:page"></div>';
  }
}

/** Signatures, issuer and day stay together, and never stand on a page without text (no 此页无正文). */
function blocksHtml(blocks: readonly Block[], pictures: Pictures): string {
  const isTail = (block: Block | undefined) => block?.kind === 'signatures' || block?.kind === 'closing';
  return blocks
    .map((block, i) => {
      const opens = isTail(block) && !isTail(blocks[i - 1]) ? '<div class="tail">' : '';
      const closes = isTail(block) && !isTail(blocks[i + 1]) ? '</div>' : '';
      return `${opens}${blockHtml(block, pictures)}${closes}`;
    })
    .join('\n');
}

/** The papers one after another, each on a new page. Nothing in it is loaded from elsewhere or run. */
export function renderHtml(documents: readonly OfficialDocument[], pictures: Pictures, options: RenderOptions): string {
  const articles = documents.map(({ title, number, blocks }) => {
    const line = number ? `<p class="number">${escapeHtml(number)}</p>` : '';
    return `<article><h1>${escapeHtml(title)}</h1>${line}${blocksHtml(blocks, pictures)}</article>`;
  });
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(options.title)}</title><style>${styleOf(options)}</style></head>
<body>${articles.join('\n')}</body></html>`;
}
