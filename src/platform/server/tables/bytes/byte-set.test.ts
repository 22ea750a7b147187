import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteSet } from './byte-set.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('answers as a set of texts does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 })), (texts) => {
      const set = new ByteSet();
      const known = new Set<string>();
      for (const text of texts) {
        const bytes = bytesOf(`x${text}y`);
        expect(set.add(bytes, 1, bytes.length - 1)).toBe(!known.has(text));
        known.add(text);
      }
    }),
  );
});

test('grows', () => {
  const set = new ByteSet();
  const add = (i: number) => {
    const bytes = bytesOf(`${i}`);
    return set.add(bytes, 0, bytes.length);
  };
  for (let i = 0; i < 50_000; i++) if (!add(i)) expect.unreachable(`${i}`);
  for (let i = 0; i < 50_000; i++) if (add(i)) expect.unreachable(`${i}`);
});
