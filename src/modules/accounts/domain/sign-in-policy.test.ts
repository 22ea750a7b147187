import { describe, expect, it } from 'vitest';
import { afterFailure, lockedMinutes, passwordFault, sessionIsOver } from './sign-in-policy.ts';

const now = new Date('2026-05-31T08:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('lock-out', () => {
  it('locks at the fifth wrong password for fifteen minutes', () => {
    expect(afterFailure({ failedAttempts: 3, lockedUntil: undefined }, now).lockedUntil).toBeUndefined();
    const { lockedUntil } = afterFailure({ failedAttempts: 4, lockedUntil: undefined }, now);
    expect(lockedMinutes(lockedUntil, now)).toBe(15);
    expect(lockedMinutes(lockedUntil, minutes(15))).toBe(0);
  });
  it('counts anew once a lock is over', () => {
    const after = afterFailure({ failedAttempts: 5, lockedUntil: minutes(-1) }, now);
    expect(after).toEqual({ failedAttempts: 1, lockedUntil: undefined });
  });
});

describe('sessions', () => {
  it.each([
    { seen: -29, expires: 60, over: false },
    { seen: -31, expires: 60, over: true },
    { seen: -1, expires: 0, over: true },
  ])('seen $seen, expires $expires: over $over', ({ seen, expires, over }) => {
    expect(sessionIsOver({ lastSeenAt: minutes(seen), expiresAt: minutes(expires) }, now)).toBe(over);
  });
});

describe('passwords', () => {
  it.each([
    ['short1!', '至少 10 位'],
    ['xx-Wangwu-2026', '不能含用户名'],
    ['abcdefghijkl', '至少包含字母、数字、符号中的两类'],
    ['aaaa1111aaaa', '重复的字符太多'],
    ['caoyuan-2026', undefined],
  ])('%s', (password, fault) => {
    expect(passwordFault(password, 'wangwu')).toBe(fault);
  });
});
