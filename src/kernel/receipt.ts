// The number a declaration is found again by: fifteen signs of thirty, over 73 bits, so that no number can be guessed. Signs
// that are taken for one another in handwriting or on the telephone (0 O, 1 I L, U V) are not used.

export const RECEIPT_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECEIPT_LENGTH = 15;
const GROUP = 5;

/** The number that belongs to random bytes; sixteen of them leave no sign more likely than another. */
export function receiptOf(bytes: Uint8Array): string {
  let rest = bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  const base = BigInt(RECEIPT_SIGNS.length);
  let text = '';
  for (let i = 0; i < RECEIPT_LENGTH; i++) {
    text += RECEIPT_SIGNS[Number(rest % base)];
    rest /= base;
  }
  return text;
}

/** `7KQ3M-9XR2T-H4WDP`, to be written down. */
export function writeReceipt(bare: string): string {
  return (bare.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** What somebody typed, as the bare number; undefined where it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return bare.length === RECEIPT_LENGTH && [...bare].every((sign) => RECEIPT_SIGNS.includes(sign)) ? bare : undefined;
}
