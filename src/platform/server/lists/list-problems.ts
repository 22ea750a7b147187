// What can be refused of every list.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'lists.too-many-to-export': {
    kind: 'invalid',
    sentence: (d) => `要导出的超过 ${d.limit} 条。请缩小区域或增加条件后再导出。`,
  },
  'lists.bad-cursor': { kind: 'invalid', sentence: () => '翻页的位置无效。请回到第一页。' },
});
