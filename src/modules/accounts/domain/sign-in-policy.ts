// When a sign-in is let in, when a session ends, and what a password must be (GB/T 22239-2019, 8.1.4.1: identity is checked
// with complexity, failures are handled, sessions time out).

export const SIGN_IN_POLICY = {
  attempts: 5,
  lockMinutes: 15,
  idleMinutes: 30,
  absoluteHours: 12,
  passwordLength: 10,
};

export type Attempts = { failedAttempts: number; lockedUntil: Date | undefined };

/** The account's counters after one more wrong password. A lock that is over begins a new count. */
export function afterFailure({ failedAttempts, lockedUntil }: Attempts, now: Date): Attempts {
  const before = lockedUntil && lockedUntil <= now ? 0 : failedAttempts;
  const count = before + 1;
  if (count < SIGN_IN_POLICY.attempts) return { failedAttempts: count, lockedUntil: undefined };
  return { failedAttempts: count, lockedUntil: new Date(now.getTime() + SIGN_IN_POLICY.lockMinutes * 60_000) };
}

/** Whole minutes until the lock ends, 0 when there is none. */
export function lockedMinutes(lockedUntil: Date | undefined, now: Date): number {
  return lockedUntil && lockedUntil > now ? Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000) : 0;
}

export function sessionIsOver(session: { lastSeenAt: Date; expiresAt: Date }, now: Date): boolean {
  return session.expiresAt <= now || now.getTime() - session.lastSeenAt.getTime() > SIGN_IN_POLICY.idleMinutes * 60_000;
}

/** What is wrong with a new password, in words; undefined when nothing is. */
export function passwordFault(password: string, username: string): string | undefined {
  if (password.length < SIGN_IN_POLICY.passwordLength) return `至少 ${SIGN_IN_POLICY.passwordLength} 位`;
  if (password.toLowerCase().includes(username.toLowerCase())) return '不能含用户名';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  if (kinds < 2) return '至少包含字母、数字、符号中的两类';
  if (new Set(password).size < 5) return '重复的字符太多';
  return undefined;
}
