// What a loan may be, from its document (银保监发〔2021〕6号; registers §7): no setting, offices do not decide about it. The other products have the limit
// that a household has in all.

/** Fen up to which interest is subsidised, and which the one loan made for lifted households may be. */
export const SUBSIDISED_FEN = 5_000_000;

/** Fen that a household may have in all. */
export const TOTAL_FEN = 10_000_000;

/** Full years of a borrower, on the day. */
export const BORROWER = { from: 18, until: 65 } as const;
