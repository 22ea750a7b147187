// A PIN that is typed wrong: from the fifth time it has to wait, after the tenth the phone forgets what it holds.

export const PIN_DIGITS = 6;
const FREE_TRIES = 4;
export const MOST_TRIES = 10;
const MINUTE_MS = 60_000;
/** Waits after the fifth, sixth … ninth wrong one, in minutes. */
const WAITS = [1, 2, 5, 15, 30];

export type PinTries = { wrong: number; lastWrongAt: number };
export const NO_TRIES: PinTries = { wrong: 0, lastWrongAt: 0 };

export type PinAnswer = { may: 'try' } | { may: 'wait'; ms: number } | { may: 'wipe' };

function waitAfter(wrong: number): number {
  return wrong <= FREE_TRIES ? 0 : (WAITS[Math.min(wrong - FREE_TRIES, WAITS.length) - 1] ?? 0) * MINUTE_MS;
}

/** What may be done at `now`, in milliseconds. A clock that was turned back gains nothing: the wait begins anew. */
export function mayTryPin({ wrong, lastWrongAt }: PinTries, now: number): PinAnswer {
  if (wrong >= MOST_TRIES) return { may: 'wipe' };
  const passed = now >= lastWrongAt ? now - lastWrongAt : 0;
  const left = waitAfter(wrong) - passed;
  return left > 0 ? { may: 'wait', ms: left } : { may: 'try' };
}

export function afterWrongPin({ wrong }: PinTries, now: number): PinTries {
  return { wrong: wrong + 1, lastWrongAt: now };
}

/** Why this PIN is none, as a sentence; undefined: it will do. */
export function weakPin(pin: string): string | undefined {
  if (!new RegExp(`^\\d{${PIN_DIGITS}}$`).test(pin)) return `请输入 ${PIN_DIGITS} 位数字`;
  const steps = [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]));
  if (steps.every((step) => step === steps[0] && Math.abs(step) <= 1)) return '这个密码太容易猜，请换一个';
  return undefined;
}
