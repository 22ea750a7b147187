// Which card the days propose (registers §18): late is yellow; much later, closed falsely, or a second yellow of the same unit is red.
// Cards are given by the region alone.

export type Colour = 'yellow' | 'red';
export const CARD_REASONS = ['late', 'very-late', 'false-closing', 'yellows'] as const;
export type CardReason = (typeof CARD_REASONS)[number];

export const CARD_REASON_NAMES: Record<CardReason, string> = {
  late: '超过整改时限',
  'very-late': '超过整改时限较长',
  'false-closing': '销号后复发，虚假销号',
  yellows: '未解除的黄牌达到张数',
};

export type CardCase = {
  daysLate: number;
  /** Reopened within the months after it was closed. */
  isReopened: boolean;
  /** Yellow cards of the unit that nobody lifted. */
  yellows: number;
  /** Cards that the problem has already, proposed, given or decided against. */
  had: readonly Colour[];
};

/** The card that a problem asks for now, or none: each colour is proposed once a problem. */
export function proposedCard(
  { daysLate, isReopened, yellows, had }: CardCase,
  limits: { red: number; yellows: number },
): { colour: Colour; reason: CardReason } | undefined {
  const red = redReason();
  if (red && !had.includes('red')) return { colour: 'red', reason: red };
  if (daysLate > 0 && had.length === 0) return { colour: 'yellow', reason: 'late' };
  return undefined;

  function redReason(): CardReason | undefined {
    if (isReopened) return 'false-closing';
    if (daysLate > limits.red) return 'very-late';
    return daysLate > 0 && yellows >= limits.yellows ? 'yellows' : undefined;
  }
}
