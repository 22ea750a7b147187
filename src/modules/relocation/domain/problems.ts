// What can be refused about resettlement.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'relocation.site-not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到安置点“${d.number}”，可能不在您的区域内，或已经作废。请核对安置点编号。`,
  },
});
