import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { open } from '../keys.ts';
import { BinaryRows } from '../tables/bytes/pg-binary.ts';
import { SealedDigits } from './sealed-digits.ts';

const keys = { data: randomBytes(32), index: randomBytes(32) };

function sealAll(values: string[]): Buffer[] {
  const sealer = new SealedDigits(keys);
  const rows = new BinaryRows();
  for (const value of values) {
    const [id = '', phone] = value.split('\n');
    sealer.begin();
    expect(sealer.add(Buffer.from(id), 0, id.length)).toBe(true);
    if (phone !== undefined) {
      sealer.separate();
      sealer.add(Buffer.from(phone), 0, phone.length);
    }
    sealer.write(rows);
  }
  sealer.fill(rows);
  const bytes = Buffer.from(rows.take());
  const out: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 4 + bytes.readInt32BE(at))
    out.push(bytes.subarray(at + 4, at + 4 + bytes.readInt32BE(at)));
  return out;
}

test('what is sealed together opens one by one', () => {
  const values = [
    '150923196410093595',
    '15092319641009359X\n13800000000',
    '1',
    '12345678901234567890',
    '\n13900000000',
  ];
  for (let i = 0; i < 3000; i++) values.push(String(i));
  expect(sealAll(values).map((sealed) => open(keys, sealed))).toEqual(values);
});

test('the same value is sealed differently each time, and a changed byte is noticed', () => {
  const [one, two] = sealAll(['150923196410093595', '150923196410093595']);
  expect(one).not.toEqual(two);
  const changed = Buffer.from(one ?? []);
  changed[15] = (changed[15] ?? 0) ^ 1;
  expect(() => open(keys, changed)).toThrow();
});

test('other characters are left to the caller', () => {
  const sealer = new SealedDigits(keys);
  sealer.begin();
  expect(sealer.add(Buffer.from('15A'), 0, 3)).toBe(false);
  sealer.begin();
  expect(sealer.add(Buffer.from('1'.repeat(33)), 0, 33)).toBe(false);
});
