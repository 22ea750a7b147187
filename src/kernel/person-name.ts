// Names as they are compared: blanks inside do not count, and the dot between parts of a Mongolian or Uyghur name is
// written in many ways.

const DOTS = /[•‧・･．.∙⋅●﹒·]/g;
const ODD = /[^\u4e00-\u9fff]/;

/** The name for matching (contract §4): no blanks, one kind of dot. The cell has been through `normalizeCell`. */
export function normalizeName(text: string): string {
  if (!ODD.test(text)) return text;
  return text.replace(/\s+/g, '').replace(DOTS, '·');
}

/** What separates syllables or names: blanks, apostrophes, hyphens, dots. */
const BETWEEN = /[\s'’`·.\-‐-―]+/g;
const MARKS = /[\u0300-\u0307\u0309-\u036f]/g;

/**
 * Pinyin or initials as they are looked up, or undefined where the text holds anything else: `Lǚ Chūn-yàn` → `lvchunyan`,
 * `xi'an` → `xian`. The letter ü is written v, as on keyboards.
 */
export function latinLetters(text: string): string | undefined {
  const letters = text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/u\u0308/gi, 'v')
    .replace(BETWEEN, '')
    .toLowerCase();
  return /^[a-z]+$/.test(letters) ? letters : undefined;
}
