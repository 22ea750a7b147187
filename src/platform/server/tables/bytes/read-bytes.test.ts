import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthOf, classifyId } from '../../../../kernel/id-number.ts';
import { parseYuan } from '../../../../kernel/money.ts';
import { parseDate } from '../../../../kernel/plain-date.ts';
import { birthOfSoundId, readDay, readDigits, readYuan } from './read-bytes.ts';

const characters = fc.array(fc.constantFrom('0', '1', '2', '9', '.', '-', 'X', '+', ','), { maxLength: 20 });
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('what is read from bytes is what is read from text', () => {
  fc.assert(
    fc.property(
      characters.map((parts) => parts.join('')),
      (text) => {
        const bytes = bytesOf(text);
        const fen = readYuan(bytes, 0, bytes.length);
        if (!Number.isNaN(fen)) expect(fen).toBe(parseYuan(text));
        const day = readDay(bytes, 0, bytes.length);
        if (day > 0) expect(day).toBe(parseDate(text));
        const digits = readDigits(bytes, 0, bytes.length);
        if (!Number.isNaN(digits)) expect(digits).toBe(Number(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test('amounts and days of the common form are read', () => {
  expect(['0', '1.5', '-12.30', '123456789012.99', '0.05'].map((t) => readYuan(bytesOf(t), 0, t.length))).toEqual([
    0, 150, -1230, 12345678901299, 5,
  ]);
  expect(['.5', '1.', '', '-', '1.234', '1,000'].map((t) => readYuan(bytesOf(t), 0, t.length))).toEqual(
    Array.from({ length: 6 }, () => Number.NaN),
  );
  expect(readDay(bytesOf('2024-02-29'), 0, 10)).toBe(20240229);
  expect(readDay(bytesOf('2022-02-30'), 0, 10)).toBe(0);
});

test('sound IDs are told as the kernel tells them', () => {
  const digit = fc.integer({ min: 0, max: 9 });
  const id = fc
    .tuple(
      fc.array(digit, { minLength: 6, maxLength: 6 }),
      fc.date({ noInvalidDate: true }),
      fc.array(digit, { minLength: 3, maxLength: 3 }),
      fc.constantFrom(...'0123456789X'),
    )
    .map(
      ([place, date, serial, check]) =>
        `${place.join('')}${date.toISOString().slice(0, 10).replaceAll('-', '')}${serial.join('')}${check}`,
    );
  fc.assert(
    fc.property(id, (text) => {
      expect(birthOfSoundId(bytesOf(text), 0, text.length)).toBe(classifyId(text) === 'sound' ? birthOf(text) : 0);
    }),
    { numRuns: 3000 },
  );
});
