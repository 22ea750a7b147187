// How a cell of a department's table is read before its type is looked at (data contract §3): blanks around it, full-width
// characters, a leading apostrophe, and the form ="…" that Excel users type to keep digits as text.

const FULL_WIDTH = /[\u3000\u00a0\uff01-\uff5e]/;
const FULL_WIDTH_ALL = /[\u3000\u00a0\uff01-\uff5e]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what has to go
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b-\u200d\u2060\ufeff]/g;

/** Half-width form of full-width ASCII and blanks: `１２` becomes `12`. */
export function toHalfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replace(FULL_WIDTH_ALL, (c) => {
    const code = c.charCodeAt(0);
    return code === 0x3000 || code === 0xa0 ? ' ' : String.fromCharCode(code - 0xfee0);
  });
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code === 0x27 || code === 0x3d || code === 0x22 || code === 0xa0 || code >= 0xff01)
      return false;
    if (code >= 0x2000 && code <= 0x206f) return false;
    if (code === 0x3000 || code === 0xfeff) return false;
  }
  return true;
}

/** The cell as it was meant: trimmed, half-width, without `'` or `="…"`. Most cells are returned untouched. */
export function normalizeCell(raw: string): string {
  if (isPlain(raw)) return raw;
  let text = toHalfWidth(raw).replace(INVISIBLE, '').trim();
  const formula = /^="(.*)"$/s.exec(text);
  if (formula) text = (formula[1] ?? '').replaceAll('""', '"').trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what has to go
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;
const WIDE_LETTERS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** Prose as it was meant: as `normalizeCell`, but full-width punctuation, which belongs to Chinese text, stays. */
export function normalizeText(raw: string): string {
  if (isPlain(raw)) return raw;
  let text = raw.replace(NOT_TEXT, '').trim();
  const formula = /^="(.*)"$/s.exec(text);
  if (formula) text = (formula[1] ?? '').replaceAll('""', '"').trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return text.replace(WIDE_LETTERS, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** A header as it is compared: no blanks, half-width brackets. */
export function normalizeHeader(raw: string): string {
  return normalizeCell(raw)
    .replace(/\s+/g, '')
    .replaceAll('【', '(')
    .replaceAll('】', ')')
    .replace(/^\*|\*$/g, '');
}
