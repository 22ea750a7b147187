// Yes and no as people write them into a table (data contract §1).

const YES_WORDS = ['是', '√', '✓', '✔', '☑', 'Y', 'TRUE', '1'];
const NO_WORDS = ['否', '×', '✗', '✘', '☒', 'N', 'FALSE', '0'];

/** Words that stand for yes or no by themselves, as they are written. */
export const YES_NO_WORDS: readonly (readonly [string, boolean])[] = [
  ...YES_WORDS.flatMap((word) => bothCases(word).map((written) => [written, true] as const)),
  ...NO_WORDS.flatMap((word) => bothCases(word).map((written) => [written, false] as const)),
];

const KNOWN = new Map(YES_NO_WORDS.map(([word, value]) => [word.toUpperCase(), value]));

function bothCases(word: string): string[] {
  return word.toLowerCase() === word ? [word] : [word, word.toLowerCase()];
}

/**
 * `是(县外)` and `否` with a remark count by their first character; anything else says neither. The cell has been through
 * `normalizeCell`.
 */
export function readYesNo(text: string): boolean | undefined {
  const known = KNOWN.get(text.toUpperCase());
  if (known !== undefined || text.startsWith('是否')) return known;
  if (text.startsWith('是')) return true;
  return text.startsWith('否') ? false : undefined;
}
