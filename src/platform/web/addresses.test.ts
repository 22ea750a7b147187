import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { addressSchema, parseAddress, wordsOf, writeAddress } from './addresses.ts';

const schema = addressSchema({
  name: z.string(),
  year: z.coerce.number().int().min(2000),
  level: wordsOf(['red', 'orange', 'yellow']),
});

describe('addresses', () => {
  test('a search is written in plain words and read back the same', () => {
    const search = { name: '王秀英', year: 2022, level: ['red', 'orange'] as const };
    const text = writeAddress(search);
    expect(decodeURIComponent(text)).toBe('?name=王秀英&year=2022&level=red,orange');
    expect(schema(parseAddress(text))).toEqual(search);
  });

  test('empty values are left out', () => {
    expect(writeAddress({ name: '', year: undefined, level: [] })).toBe('');
  });

  test('what does not fit the schema is left out', () => {
    expect(schema({ year: '1', level: 'green', name: 'a', other: 'b' })).toEqual({ name: 'a' });
  });
});
