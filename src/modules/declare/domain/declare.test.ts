import { describe, expect, it } from 'vitest';
import { RECEIPT_LENGTH, RECEIPT_SIGNS, readReceipt, receiptOf, writeReceipt } from '../../../kernel/receipt.ts';
import { STATES } from '../../process/domain/steps.ts';
import { progressOf, STAGES_OF_DECLARATION } from './progress.ts';
import { bareDigits, isPhone } from './words.ts';

describe('a receipt number', () => {
  it('has more than 60 bits, in signs that are not taken for one another', () => {
    expect(RECEIPT_LENGTH * Math.log2(RECEIPT_SIGNS.length)).toBeGreaterThan(60);
    expect(RECEIPT_SIGNS).not.toMatch(/[01ILOU]/);
    expect(new Set(RECEIPT_SIGNS).size).toBe(RECEIPT_SIGNS.length);
  });

  it.each([0, 1, 127, 255])('made of bytes %i is read as it was written', (byte) => {
    const bare = receiptOf(new Uint8Array(16).fill(byte));
    const written = writeReceipt(bare);
    expect(written).toMatch(/^\w{5}-\w{5}-\w{5}$/);
    for (const typed of [written, written.toLowerCase(), ` ${written.replaceAll('-', ' ')} `, bare])
      expect(readReceipt(typed)).toBe(bare);
  });

  it.each(['', '7KQ3M', '7KQ3M-9XR2T-H4WDP-2', '7KQ3M-9XR2T-H4WD0', '查询'])('%s is none', (typed) =>
    expect(readReceipt(typed)).toBeUndefined(),
  );
});

describe('a phone number', () => {
  it.each([
    ['138 0013 8000', true],
    ['+86 138-0013-8000', true],
    ['(0474)1234567', true],
    ['１３８００１３８０００', true],
    ['＋８６　１３８－００１３－８０００', true],
    ['\u202a13800138000\u202c', true],
    ['（０４７４）１２３４５６７', true],
    ['1380013800', false],
    ['1234567', false],
    ['', false],
  ])('%s: %s', (typed, sound) => expect(isPhone(bareDigits(typed))).toBe(sound));
});

describe('where a declaration stands', () => {
  it.each(STATES)('%s has words and a place on the line', (state) => {
    const { stage, title, text, next } = progressOf({ clue: 'linked', case: state });
    expect(STAGES_OF_DECLARATION[stage]).toBeDefined();
    for (const words of [title, text, next]) expect(words).toMatch(/\p{Script=Han}/u);
  });

  it('a clue put aside can be appealed like a case that was not accepted', () => {
    expect(progressOf({ clue: 'dismissed' }).next).toContain('申请复核');
    expect(progressOf({ clue: 'dismissed' })).toEqual(progressOf({ clue: 'linked', case: 'rejected' }));
    expect(progressOf({ clue: 'open' }).title).toBe('已收到');
  });
});
