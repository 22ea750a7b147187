import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY_ABSENT, KEY_TWICE, KeyLookup, KeyTableWriter } from './key-table.ts';

function bytesOf(key: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(key);
  return bytes;
}

// Few different keys, and all in few slots, so that they meet.
const key = fc.oneof(
  fc.bigInt({ min: 0n, max: 20n }),
  fc.bigInt({ min: 0xffffffff_00000000n, max: 0xffffffff_00000014n }),
  fc.bigInt({ min: 0n, max: 0xffffffff_ffffffffn }),
);
const value = fc.integer({ min: 1, max: 0x7fffffff });

test('finds what was added once, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value, fc.integer({ min: 0, max: 1000 }))), key, (entries, other) => {
      const table = new KeyTableWriter(entries.length);
      for (const [k, v, code] of entries) {
        expect(table.isFull).toBe(false);
        table.add(Number(BigInt.asIntN(32, k >> 32n)), Number(BigInt.asIntN(32, k)), v, v - 1, -v, code);
      }
      const held = entries.map(([k]) => BigInt.asIntN(64, k));
      const twice = new Set(held.filter((k, at) => held.indexOf(k) !== at));
      const repeated = table.repeated(twice.size);
      expect(repeated).toHaveLength(twice.size);
      expect(new Set(repeated)).toEqual(twice);
      if (twice.size > 0) expect(table.repeated(twice.size - 1)).toBeUndefined();
      const lookup = new KeyLookup(table.shared);
      for (const asked of [...entries.map(([k]) => k), other]) {
        const same = entries.filter(([k]) => k === asked);
        const slot = lookup.slotOf(bytesOf(asked), 0);
        expect(slot >= 0).toBe(same.length === 1);
        if (same.length !== 1) expect(slot).toBe(same.length === 0 ? KEY_ABSENT : KEY_TWICE);
        expect(lookup.has(bytesOf(asked), 0)).toBe(same.length > 0);
        if (slot >= 0) lookup.read(slot);
        const [, v = 0, code = 0] = same[0] ?? [];
        if (same.length === 1) expect([lookup.a, lookup.b, lookup.c, lookup.code]).toEqual([v, v - 1, -v, code]);
      }
    }),
  );
});
