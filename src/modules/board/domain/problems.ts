// What the slice refuses.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'board.ahead': {
    kind: 'invalid',
    sentence: (d) => `${d.day} 还没有到。请改选今天或以前的时点。`,
  },
  'board.chosen-twice': {
    kind: 'invalid',
    sentence: (d) => `“${d.name}”选了两次。请去掉重复的指标后保存。`,
  },
});
