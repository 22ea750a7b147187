// The codes are those of when the import was part of households: a code never changes.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'households.import-needs-file': {
    kind: 'invalid',
    sentence: () => '没有选择文件。请至少选择户表或成员表中的一个。',
  },
  'households.import-not-found': {
    kind: 'not-found',
    sentence: () => '本账号的区域内没有这次导入。请从导入记录中重新选择。',
  },
  'households.import-not-ready': {
    kind: 'conflict',
    sentence: () => '这次导入还没有预检完，或者已经开始、完成或取消。请刷新页面查看当前进度。',
  },
});
