// What can be refused about units.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'organisations.not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到单位代码“${d.code}”，或已经作废。请核对单位代码。`,
  },
  'organisations.merge-same': {
    kind: 'invalid',
    sentence: () => '合并的两个单位代码相同，没有作任何变更。请选择两个不同的单位。',
  },
  'organisations.merge-parent': {
    kind: 'conflict',
    sentence: (d) =>
      `“${d.from}”和“${d.to}”是上下级单位，不是同一个单位，没有合并。确实登记有误的，请先改正上级单位代码。`,
  },
  'organisations.merge-outside': {
    kind: 'forbidden',
    sentence: (d) => `用到“${d.code}”的记录有 ${d.rows} 条在您的区域之外，没有合并。请报上一级办理。`,
  },
});
