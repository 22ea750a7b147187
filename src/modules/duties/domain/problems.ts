// What can be refused about who answers for what.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'duties.cadre-not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到干部编号“${d.number}”，可能已经作废。请核对干部名录。`,
  },
  'duties.household-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这户，可能不在您的区域内。请核对户编号。',
  },
});
