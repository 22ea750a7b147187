// What can be refused about results of assessments.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'assessment.results-there': {
    kind: 'conflict',
    sentence: (d) => `${d.year} 年这一类考核已经公布过结果。修订后重新公布的，请在方案里填写“替代方案”。`,
  },
  'assessment.not-published': {
    kind: 'invalid',
    sentence: (d) => `考核结果没有写入“考核评估结果”：${d.reasons}。请改正后再公布。`,
  },
});
