// What can be refused on the way into the library.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'projects.not-entered': {
    kind: 'conflict',
    sentence: (d) => `“${d.name}”不能入库：${d.reasons}。请退回补正后再办，其余项目请重新选择办理。`,
  },
});
