import { describe, expect, it } from 'vitest';
import { base32, codeAt, factorAddress, stepAt, stepOf } from './totp.ts';

/** The secret and the moments of RFC 6238, appendix B, with the last six of its eight digits. */
const SECRET = Buffer.from('12345678901234567890');
const EXAMPLES: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const at = (seconds: number) => new Date(seconds * 1000);

describe('codes by time', () => {
  it.each(EXAMPLES)('are those of the standard at %d', (seconds, code) => {
    expect(codeAt(SECRET, stepAt(at(seconds)))).toBe(code);
    expect(stepOf(SECRET, code, at(seconds), -1)).toBe(stepAt(at(seconds)));
  });

  it('may be half a minute off, no more, and come once', () => {
    const now = at(1_234_567_890);
    const step = stepAt(now);
    for (const near of [step - 1, step, step + 1]) expect(stepOf(SECRET, codeAt(SECRET, near), now, -1)).toBe(near);
    for (const far of [step - 2, step + 2]) expect(stepOf(SECRET, codeAt(SECRET, far), now, -1)).toBeUndefined();
    expect(stepOf(SECRET, codeAt(SECRET, step), now, step)).toBeUndefined();
    expect(stepOf(SECRET, codeAt(SECRET, step - 1), now, step)).toBeUndefined();
    expect(stepOf(SECRET, '', now, -1)).toBeUndefined();
    expect(stepOf(SECRET, `${codeAt(SECRET, step)}1`, now, -1)).toBeUndefined();
  });

  it('are told to a phone as it expects', () => {
    expect(base32(Buffer.from('Hello!\u00de\u00ad\u00be\u00ef', 'latin1'))).toBe('JBSWY3DPEHPK3PXP');
    expect(factorAddress(SECRET, 'admin')).toBe(
      `otpauth://totp/%E5%AE%88%E6%9C%9B:admin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%AE%88%E6%9C%9B`,
    );
  });
});
