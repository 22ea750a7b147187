// What can be refused about official documents.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'papers.document-not-ready': {
    kind: 'conflict',
    sentence: (d) => `还不能生成《${d.title}》：${d.why}。请在办理后再打开。`,
  },
  'papers.no-notices': {
    kind: 'not-found',
    sentence: () => '所选区域今天没有正在公示的对象。已期满的公示可在“已结束”中逐份打开。',
  },
  'papers.nothing-decided': {
    kind: 'not-found',
    sentence: (d) => `所选区域 ${d.day} 没有审定的监测对象。请选择其他日期或区域。`,
  },
  'papers.too-many-papers': {
    kind: 'invalid',
    sentence: (d) => `所选区域的内容超过 ${d.limit} 份，不能一次打印。请选择较小的区域。`,
  },
});
