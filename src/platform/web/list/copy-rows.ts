// Cells as Excel takes them from the clipboard: tabs between, and as a table in which numbers of households stay text.

import { guardFormula, isFormula } from '../../../kernel/guard-formula.ts';

export function tabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(cellOf).join('\t')).join('\r\n');
}

function cellOf(text: string): string {
  // What a visitor wrote must not begin to compute.
  const safe = guardFormula(text);
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel prefers this; long numbers and leading zeros survive as text. */
export function tableHtml(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `<tr>${cells.map(htmlCell).join('')}</tr>`;
  return `<meta charset="utf-8"><table>${rows.map(line).join('')}</table>`;
}

function htmlCell(text: string): string {
  const isText = /^0\d|^\d{12,}/.test(text) || isFormula(text);
  return `<td${isText ? ` style="mso-number-format:'\\@'"` : ''}>${escaped(text)}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\r?\n/g, '<br>');
}
