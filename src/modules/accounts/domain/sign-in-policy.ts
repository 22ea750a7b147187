// When a sign-in is let in, when a session ends, and what a password must be (GB/T 22239-2019, 8.1.4.1: identity is checked
// with complexity, failures are handled, sessions time out).

import { isCommonPassword } from './common-passwords.ts';
import { FALLBACK_POLICY, type SecurityPolicy } from './security-policy.ts';

export const SIGN_IN_POLICY = {
  attempts: 5,
  /** Of all addresses together from which the account has never signed in. */
  attemptsEverywhere: 20,
  lockMinutes: 15,
  idleMinutes: 30,
  absoluteHours: 12,
};

/** Clocks of two machines differ, by less than this. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Idle for too long, or old. Times in the future are a clock's that ran ahead and was put back: they would keep the session
 * alive until they come.
 */
export function sessionIsOver(session: { lastSeenAt: Date; expiresAt: Date }, now: Date): boolean {
  const left = session.expiresAt.getTime() - now.getTime();
  const idle = now.getTime() - session.lastSeenAt.getTime();
  const isAhead = left > SIGN_IN_POLICY.absoluteHours * 3_600_000 + TOLERANCE_MS || idle < -TOLERANCE_MS;
  return left <= 0 || idle > SIGN_IN_POLICY.idleMinutes * 60_000 || isAhead;
}

/** What is wrong with a new password, in words; undefined when nothing is. */
export function passwordFault(
  password: string,
  username: string,
  { passwordLength, passwordKinds }: Pick<SecurityPolicy, 'passwordLength' | 'passwordKinds'> = FALLBACK_POLICY,
): string | undefined {
  if (password.length < passwordLength) return `至少 ${passwordLength} 位`;
  if (password.toLowerCase().includes(username.toLowerCase())) return '不能含用户名';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  if (kinds < passwordKinds) return `至少包含大写字母、小写字母、数字、符号中的 ${passwordKinds} 类`;
  if (new Set(password).size < 5) return '重复的字符太多';
  if (isCommonPassword(password)) return '太常见，容易被猜到';
  return undefined;
}
