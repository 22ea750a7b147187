// What can be refused about circulars.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'circulars.not-found': {
    kind: 'not-found',
    sentence: () => '没有这期通报，或者它不在您的辖区内。请返回列表刷新后再看。',
  },
  'circulars.no-counties': {
    kind: 'invalid',
    sentence: (d) => `${d.name}下面没有两个以上旗县，不能排名通报。请选择盟市或自治区。`,
  },
  'circulars.no-data': {
    kind: 'conflict',
    sentence: (d) => `${d.day} 没有可以通报的数据。请先导入有关台账，或选择另一个数据时点。`,
  },
  'circulars.ahead': {
    kind: 'invalid',
    sentence: (d) => `数据时点 ${d.day} 还没有到。请选择今天或以前的日期。`,
  },
});
