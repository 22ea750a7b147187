import { describe, expect, it } from 'vitest';
import { passwordFault, sessionIsOver } from './sign-in-policy.ts';

const now = new Date('2026-05-31T08:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('sessions', () => {
  it.each([
    { seen: -29, expires: 60, over: false },
    { seen: -31, expires: 60, over: true },
    { seen: -1, expires: 0, over: true },
    { seen: 40 * 1440, expires: 60, over: true },
    { seen: -1, expires: 40 * 1440, over: true },
    { seen: 1, expires: 722, over: false },
  ])('seen $seen, expires $expires: over $over', ({ seen, expires, over }) => {
    expect(sessionIsOver({ lastSeenAt: minutes(seen), expiresAt: minutes(expires) }, now)).toBe(over);
  });
});

describe('passwords', () => {
  it.each([
    ['short1!', '至少 10 位'],
    ['xx-Wangwu-2026', '不能含用户名'],
    ['abcdefghijkl', '至少包含大写字母、小写字母、数字、符号中的 2 类'],
    ['aaaa1111aaaa', '重复的字符太多'],
    ['password12', '太常见，容易被猜到'],
    ['P@ssw0rd2026', '太常见，容易被猜到'],
    ['Qwerty123456', '太常见，容易被猜到'],
    ['1qaz2wsx!QAZ', '太常见，容易被猜到'],
    ['Admin@123456', '太常见，容易被猜到'],
    ['shouwang-2026', '太常见，容易被猜到'],
    ['woaini5201314', '太常见，容易被猜到'],
    ['caoyuan-2026', undefined],
    ['caoyuan-de-feng-1', undefined],
  ])('%s', (password, fault) => {
    expect(passwordFault(password, 'wangwu')).toBe(fault);
  });
});
