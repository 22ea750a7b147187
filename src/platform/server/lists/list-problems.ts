// What can be refused of every list.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'lists.too-many-to-export': {
    kind: 'invalid',
    sentence: (d) => `要导出的超过 ${d.limit} 条。请缩小区域或增加条件后再导出。`,
  },
  'lists.reason-needed': {
    kind: 'invalid',
    sentence: (d) => `要导出 ${d.rows} 条，超过 ${d.limit} 条须写明用途。用途记入操作日志。`,
  },
  'lists.bad-cursor': { kind: 'invalid', sentence: () => '翻页的位置无效。请回到第一页。' },
});
