// Words of a yes/no column (data contract §1): those, and words that begin with 是 or 否.

const YES = new Set(['是', '√', 'Y', 'YES', 'TRUE', '1']);
const NO = new Set(['否', '×', 'X', 'N', 'NO', 'FALSE', '0']);

/** Undefined where the word is neither. */
export function parseYesNo(text: string): boolean | undefined {
  const word = text.toUpperCase();
  if (YES.has(word) || text.startsWith('是')) return true;
  if (NO.has(word) || text.startsWith('否')) return false;
  return undefined;
}
