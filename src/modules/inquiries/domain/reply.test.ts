import { describe, expect, it } from 'vitest';
import { householdReply, inquiryNumber, type ReplyRow, readReplyRow } from './reply.ts';

const asked = new Map(
  [
    { position: 1, name: '其其格', isWaiting: true },
    { position: 2, name: '王秀英', isWaiting: true },
    { position: 3, name: '巴图', isWaiting: false },
  ].map((each) => [each.position, each]),
);
const row = (change: Partial<ReplyRow>): ReplyRow => ({
  ...{ number: inquiryNumber(7), position: '1', name: '其其格', result: '无情形', hits: '', note: '' },
  ...change,
});
const read = (change: Partial<ReplyRow>, taken: number[] = []) => readReplyRow(row(change), 7, asked, new Set(taken));

describe('a row of a department’s file', () => {
  it.each<[string, Partial<ReplyRow>, unknown]>([
    ['an answer', {}, { position: 1, reply: { result: 'none', hits: [], note: '' } }],
    [
      'several findings',
      { result: '有情形', hits: '机动车、商品房' },
      { position: 1, reply: { result: 'hit', hits: ['机动车', '商品房'], note: '' } },
    ],
    [
      'a number in small letters',
      { number: 'xc000007' },
      { position: 1, reply: { result: 'none', hits: [], note: '' } },
    ],
    ['nothing filled in', { result: '' }, undefined],
    ['of another list', { number: 'XC000008' }, 'other-list'],
    ['of nobody on it', { position: '9' }, 'no-position'],
    ['without a place', { position: '' }, 'no-position'],
    ['of somebody else', { name: '王秀英' }, 'other-name'],
    ['about a household that is decided', { position: '3', name: '巴图' }, 'not-waiting'],
    ['another word', { result: '没有' }, 'bad-result'],
    ['a finding without which', { result: '有情形' }, 'no-hit'],
    ['which without a finding', { hits: '机动车' }, 'needless-hit'],
    ['only a note', { result: '', note: '待核' }, 'bad-result'],
    ['too much', { result: '有情形', hits: '长'.repeat(21) }, 'too-long'],
  ])('%s', (_, change, outcome) => {
    expect(read(change)).toEqual(outcome);
  });

  it('twice', () => {
    expect(read({}, [1])).toBe('twice');
  });
});

describe('the reply about a household', () => {
  it('names each person with what was found, who is not known, and the notes', () => {
    expect(
      householdReply([
        { name: '其其格', reply: { result: 'hit', hits: ['机动车'], note: '2019 年购入' } },
        { name: '王秀英', reply: { result: 'none', hits: [], note: '' } },
        { name: '巴图', reply: { result: 'unknown', hits: [], note: '' } },
      ]),
    ).toEqual({ hits: ['其其格：机动车'], note: '查无此人：巴图；其其格：2019 年购入' });
  });

  it('stays within what a case takes', () => {
    const hits = Array.from({ length: 10 }, (_, i) => `情形${i}`);
    const many = Array.from({ length: 4 }, (_, i) => ({
      name: `名${i}`.repeat(20),
      reply: { result: 'hit' as const, hits, note: '长'.repeat(200) },
    }));
    const { hits: all, note } = householdReply(many);
    expect(all).toHaveLength(20);
    expect(Math.max(...all.map((each) => each.length))).toBeLessThanOrEqual(40);
    expect(note.length).toBeLessThanOrEqual(500);
    expect(note).toContain('另有 20 项');
  });
});
