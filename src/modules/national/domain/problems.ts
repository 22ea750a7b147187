// What can be refused about the list for the national system and the comparison with its export.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'national.not-found': {
    kind: 'not-found',
    sentence: () => '所选的条目中有的不在您的区域内。请刷新清单后重新选择。',
  },
  'national.superseded': {
    kind: 'conflict',
    sentence: () => '该户同一字段已有新的待回写内容，不能撤销较早的回写标记。请按新的内容回写。',
  },
  'national.no-rows': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.file}”里只有表头，没有一户。请在国家系统中重新导出监测对象表后再比对。`,
  },
  'national.comparison-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这次比对，可能不在您的区域内。请返回“国家系统回写清单”，从历次比对中选择。',
  },
  'national.comparison-ended': {
    kind: 'conflict',
    sentence: () => '这次比对已经结束，不能再取消。请刷新后查看结果。',
  },
});
