import { describe, expect, it } from 'vitest';
import { type HoldKind, holdSentence, judgeHold, type Read } from './hold.ts';

const LIMITS = { refused: 2000, unmatched: 5000 };
const person = (rows: number, quarantined: number, known: number): Read => ({
  ...{ subject: 'person', rows, quarantined, known },
});

describe('a batch is held', () => {
  it.each<[string, Read, HoldKind[]]>([
    ['that is empty', person(0, 0, 0), ['empty']],
    ['of which 29 of 42 rows were refused', person(42, 29, 13), ['refused']],
    ['just above the limit', person(1000, 201, 799), ['refused']],
    ['that speaks of nobody', person(10, 0, 0), ['nobody']],
    ['that speaks mostly of strangers', person(100, 0, 49), ['unmatched']],
    ['for both', person(100, 30, 10), ['refused', 'unmatched']],
    ['of which every row was refused, for that alone', person(5, 5, 0), ['refused']],
    ['of villages, only for refused rows', { ...person(5, 2, 0), subject: 'village' }, ['refused']],
  ])('%s', (_, read, kinds) => {
    expect(judgeHold(read, LIMITS).map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each<[string, Read]>([
    ['at the limit', person(1000, 200, 800)],
    ['where half are strangers', person(100, 0, 50)],
    ['of villages', { ...person(5, 1, 0), subject: 'village' }],
  ])('not %s', (_, read) => {
    expect(judgeHold(read, LIMITS)).toEqual([]);
  });

  it('and says how much and what to do', () => {
    const [hold] = judgeHold(person(42, 29, 13), LIMITS);
    expect(hold && holdSentence(hold)).toMatch(/^42 行中有 29 行不合要求（69\.0%，超过 20%）。请下载隔离行/);
  });
});
