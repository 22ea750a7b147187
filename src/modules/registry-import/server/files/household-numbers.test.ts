import { expect, test } from 'vitest';
import { NumberEntries, NumberLookup, NumberTable } from './household-numbers.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('every number finds its household, the first of a repeated one, and unknown numbers find none', () => {
  const table = new NumberTable();
  const entries = new NumberEntries(table.seeds);
  const numbers = Array.from({ length: 20_000 }, (_, i) => `15${String(i).padStart(10, '0')}`);
  for (const [i, number] of [...numbers, ...numbers.slice(0, 7)].entries()) {
    const bytes = bytesOf(number);
    entries.add(bytes, 0, bytes.length, i + 2, 150_923_000_000 + (i % 1000));
    if (i % 4096 === 0) table.add(entries.take());
  }
  table.add(entries.take());
  expect(table.repeated.size).toBe(7);
  const lookup = new NumberLookup(table.shared());
  for (const [i, number] of numbers.entries()) {
    const bytes = bytesOf(`,${number},`);
    const found = lookup.find(bytes, 1, bytes.length - 1);
    if (found.line !== i + 2 || found.county !== 150_923 || found.village !== 150_923_000_000 + (i % 1000))
      expect.unreachable(number);
  }
  expect(lookup.find(bytesOf('nobody'), 0, 6).line).toBe(0);
});
