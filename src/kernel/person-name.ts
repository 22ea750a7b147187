// Names as they are compared: blanks inside do not count, and the dot between parts of a Mongolian or Uyghur name is
// written in many ways.

const DOTS = /[•‧・･．.∙⋅●﹒·]/g;
const ODD = /[^\u4e00-\u9fff]/;

/** The name for matching (contract §4): no blanks, one kind of dot. The cell has been through `normalizeCell`. */
export function normalizeName(text: string): string {
  if (!ODD.test(text)) return text;
  return text.replace(/\s+/g, '').replace(DOTS, '·');
}
