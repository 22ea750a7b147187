// What can be refused about clues. The codes are those of when clues and cases were one slice: a code never changes.

import { defineProblems } from '../../../kernel/problem.ts';

/** 20220531 → 2022-05-31; a text stays. */
export function dayWords(day: string | number | undefined): string {
  return String(day ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

defineProblems({
  'cases.clue-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这条线索，可能不在您的区域内。请从线索列表中打开。',
  },
  'cases.clue-settled': {
    kind: 'conflict',
    sentence: (d) => `这条线索已由${d.who || '他人'}处理。请刷新页面查看。`,
  },
  'cases.clue-own-words': {
    kind: 'invalid',
    sentence: () => '农户自主申报的内容是农户本人的话，不能更正。情况不符的，请在入户核实中写明。',
  },
  'cases.clue-changed': {
    kind: 'conflict',
    sentence: () => '线索内容刚刚被他人更正过，您的更正没有保存。请刷新后再更正。',
  },
  'cases.day-in-future': { kind: 'invalid', sentence: (d) => `日期 ${dayWords(d.day)} 晚于今天。请更正日期。` },
});
