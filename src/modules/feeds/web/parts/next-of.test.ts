import { describe, expect, it } from 'vitest';
import { nextOf } from './next-of.ts';

const row = (line: number) => ({ batchId: 7, line });
const page = [2, 3, 5, 9].map(row);

describe('the row after this one', () => {
  it('is the next of the page', () => {
    expect(nextOf(row(3), page, page)).toEqual(row(5));
  });

  it('passes over rows that the decision has settled as well', () => {
    expect(nextOf(row(2), page, [row(9)])).toEqual(row(9));
  });

  it('is none at the end of the page, whatever was passed over before', () => {
    expect(nextOf(row(9), page, [row(2), row(3)])).toBeUndefined();
  });

  it('is the first other one where this row is not on the page', () => {
    expect(nextOf(row(4), [], [row(4), row(6)])).toEqual(row(6));
  });
});
