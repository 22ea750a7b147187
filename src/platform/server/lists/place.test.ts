import { describe, expect, it } from 'vitest';
import { NO_DAY, type PlaceForm, placesBy } from './place.ts';

const written = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('a place in a list', () => {
  it.each([
    ['day', '2022-05-31'],
    ['day', NO_DAY],
    ['day', '-infinity'],
    ['decimal', '-12.500000'],
    ['amount', 1.5],
    ['int4', -2147483648],
    ['text', '蒙古族 "x"'],
    ['boolean', false],
    ['total', null],
  ] as [PlaceForm, never][])('%s %s comes back as it was written', (form, value) => {
    const places = placesBy(form, 'int8');
    expect(places.read(places.write([value, 42] as never))).toEqual([value, 42]);
    expect(places.read(undefined)).toBeUndefined();
  });

  it.each([
    ['day', '2022-02-31'],
    ['day', '0000-01-01'],
    ['day', 20220531],
    ['decimal', '1e400'],
    ['decimal', '9'.repeat(16)],
    ['int4', 2147483648],
    ['int8', 1.5],
    ['int8', 2 ** 60],
    ['text', 'a\0'],
    ['text', '\ud800'],
    ['text', 1],
    ['boolean', 'true'],
  ] as [PlaceForm, unknown][])('%s %s is none', (form, value) => {
    expect(() => placesBy(form, 'int8').read(written([value, 1]))).toThrow('翻页的位置无效');
  });

  it.each(['x', '', written({}), written([1]), written([1, 2, 3])])('%s is none', (cursor) => {
    expect(() => placesBy('int8', 'int8').read(cursor)).toThrow('翻页的位置无效');
  });
});
