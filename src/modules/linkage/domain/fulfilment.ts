// Whether a contract kept its word in a year: what it promised against what reached households (registers §7).

export const WORDS_KEPT = ['unpaid', 'partly', 'kept', 'unpriced'] as const;
export type WordKept = (typeof WORDS_KEPT)[number];

export const WORD_NAMES: Record<WordKept, string> = {
  unpaid: '没有兑现',
  partly: '部分兑现',
  kept: '已兑现',
  unpriced: '已发放，没有约定金额',
};

/** Fen. A paper that paid nobody is broken, whatever it says or leaves out (trap 1). */
export function wordKept(promisedFen: number | undefined, paidFen: number): WordKept {
  if (paidFen <= 0) return 'unpaid';
  if (!promisedFen) return 'unpriced';
  return paidFen < promisedFen ? 'partly' : 'kept';
}
