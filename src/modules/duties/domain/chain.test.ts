import { describe, expect, test } from 'vitest';
import { codesAbove, postName, vacantPosts } from './chain.ts';

test.each([
  [150000000000, ['autonomous-region']],
  [150923000000, ['autonomous-region', 'prefecture', 'county']],
  [150923101001, ['autonomous-region', 'prefecture', 'county', 'township', 'village']],
])('above %s stand its levels', (code, levels) => {
  expect(codesAbove(code).map(({ level }) => level)).toEqual(levels);
});

describe('posts nobody holds', () => {
  test.each([
    ['a county with nobody', 'county', [], ['secretary', 'in-charge-of']],
    ['a county whose head is there', 'county', ['government-head'], ['secretary', 'in-charge-of']],
    ['a county with both', 'county', ['secretary', 'in-charge-of'], []],
    // Trap 1: one person in two posts fills both.
    ['a village with one in both posts', 'village', ['secretary', 'government-head'], []],
    ['a village asks for no deputy', 'village', ['secretary'], ['government-head']],
  ] as const)('%s', (_what, level, posts, vacant) => {
    expect(
      vacantPosts(
        level,
        posts.map((post) => ({ post })),
      ),
    ).toEqual(vacant);
  });

  test('the head of a village is called otherwise', () => {
    expect([postName('government-head', 'village'), postName('government-head', 'county')]).toEqual([
      '主任',
      '政府主要领导',
    ]);
  });
});
