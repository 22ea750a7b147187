import { describe, expect, it } from 'vitest';
import type { OperationMeta } from '../../../kernel/operation.ts';
import { visitorActor } from './context.ts';
import { openCounts, openLimits } from './limits.ts';

const minute = { max: 3, minutes: 1 };

function codeOf(work: () => void): string {
  try {
    work();
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('counts', () => {
  it('lets as many through as are allowed, says how long to wait, and begins anew', () => {
    let at = 0;
    const counts = openCounts(() => at);
    expect([1, 2, 3].map(() => counts.add('a', minute))).toEqual([0, 0, 0]);
    at = 15_000;
    expect(counts.add('a', minute)).toBe(45);
    expect(counts.add('b', minute)).toBe(0);
    at = 60_000;
    expect(counts.add('a', minute)).toBe(0);
  });

  it('remembers no more than it has room for', () => {
    let at = 0;
    const counts = openCounts(() => at, 10);
    for (let i = 0; i < 4; i++) counts.add('first', minute);
    for (let i = 0; i < 100; i++) counts.add(`other ${i}`, minute);
    expect(counts.add('other 99', { max: 1, minutes: 1 })).toBeGreaterThan(0);
    at = 60_000;
    expect(counts.add('first', minute)).toBe(0);
  });
});

describe('limits', () => {
  const open: OperationMeta = { name: 'test.open', roles: 'public', writes: false, offline: false };
  const closed: OperationMeta = { ...open, name: 'test.closed', roles: ['auditor'] };
  const visitor = (ip: string) => visitorActor(ip, '');
  const officer = { ...visitor('192.0.2.1'), accountId: 7 };

  it('counts public operations by operation and address', () => {
    const limits = openLimits();
    for (let i = 0; i < 60; i++) limits.call(open, visitor('2001:db8::1'));
    expect(codeOf(() => limits.call(open, visitor('2001:db8::ffff')))).toBe('http.too-many');
    expect(codeOf(() => limits.call(open, visitor('192.0.2.9')))).toBe('');
    expect(codeOf(() => limits.call({ ...open, name: 'test.other' }, visitor('2001:db8::1')))).toBe('');
  });

  it('counts the calls of an account, and what it may do only so often', () => {
    const limits = openLimits(1 / 240);
    for (let i = 0; i < 5; i++) limits.call(closed, officer);
    expect(codeOf(() => limits.call(closed, officer))).toBe('http.too-many-of-account');
    limits.spend('unmask', officer);
    expect(codeOf(() => limits.spend('unmask', officer))).toBe('http.quota');
    expect(codeOf(() => limits.spend('unmask', { ...officer, accountId: 8 }))).toBe('');
  });
});
