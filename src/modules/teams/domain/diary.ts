// Whether a diary repeats an earlier one: pairs of letters that both hold. It is told, and nothing follows by itself (registers §15 trap 5).

function pairsOf(text: string): Map<string, number> {
  const letters = [...text.replace(/[\s\p{P}\d]/gu, '')];
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = `${letters[i]}${letters[i + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, n) => sum + n, 0);

/** How much of the two texts is the same, 0 to 100; days and numbers in them do not count. */
export function sameness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const size = sizeOf(left) + sizeOf(right);
  if (size === 0) return a.trim() === b.trim() && a.trim() !== '' ? 100 : 0;
  let both = 0;
  for (const [pair, n] of left) both += Math.min(n, right.get(pair) ?? 0);
  return Math.round((200 * both) / size);
}

export type Diary = { day: string; items: string };

/** The earlier diary that this one repeats to `percent` or more, the most alike first. */
export function repeats(
  diary: Diary,
  others: readonly Diary[],
  percent: number,
): { day: string; same: number } | undefined {
  const [most] = others
    .filter(({ day }) => day < diary.day)
    .map(({ day, items }) => ({ day, same: sameness(diary.items, items) }))
    .sort((a, b) => b.same - a.same || b.day.localeCompare(a.day));
  return most && most.same >= percent ? most : undefined;
}
