import { expect, test } from 'vitest';
import { BinaryRows } from '../tables/bytes/pg-binary.ts';
import { readInt4, readInt8 } from '../tables/bytes/read-bytes.ts';
import { rowLayout } from './row-layout.ts';

const layout = rowLayout([
  ['line', 'int'],
  ['id', 'bigint'],
  ['is_head', 'boolean'],
  ['sex', 'smallint'],
  ['name', 'text'],
  ['county', 'int'],
]);

test('one array gives the count, the list of COPY and the table', () => {
  expect(layout.count).toBe(6);
  expect(layout.columns).toBe('line, id, is_head, sex, name, county');
  expect(layout.ddl).toBe('line int, id bigint, is_head boolean, sex smallint, name text, county int');
});

test('places are those at which the writer puts the fields', () => {
  const rows = new BinaryRows();
  rows.row(layout.count);
  rows.int4(7);
  rows.int8(150_923_000_001);
  rows.bool(true);
  rows.int2(2);
  rows.text('白音');
  rows.int4(150_923);
  const bytes = rows.take();
  expect(readInt4(bytes, layout.placeOf('line'))).toBe(7);
  expect(readInt8(bytes, layout.placeOf('id'))).toBe(150_923_000_001);
  expect(bytes[layout.placeOf('is_head')]).toBe(1);
  expect(bytes[layout.placeOf('sex') + 1]).toBe(2);
  const name = layout.placeOf('name');
  expect(Buffer.from(bytes.subarray(name, name + 6)).toString()).toBe('白音');
});

test('behind a text no place is known', () => {
  expect(() => layout.placeOf('county')).toThrow('behind name');
});
