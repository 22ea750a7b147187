// What can be refused about handing over what somebody holds.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'handover.nobody': {
    kind: 'not-found',
    sentence: () => '没有找到该工作人员，可能不在您的区域内或已停用。请重新选择。',
  },
  'handover.same': { kind: 'invalid', sentence: () => '移交人和接收人是同一人。请选择另一位接收人。' },
  'handover.nothing': { kind: 'conflict', sentence: (d) => `${d.name}名下没有需要移交的监测对象。` },
});
