// What can be refused about parameters. The codes are those of when they were part of warnings: a code never changes.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'warnings.unknown-parameter': { kind: 'invalid', sentence: (d) => `没有参数“${d.key}”。请从列表中选择。` },
  'warnings.parameter-needs-area': {
    kind: 'forbidden',
    sentence: () => '参数按旗县、盟市或自治区设定。请选择本区域内的旗县或盟市。',
  },
  'warnings.bad-value': {
    kind: 'invalid',
    sentence: (d) => `“${d.label}”的值须在 ${d.low} 至 ${d.high} 之间${d.whole ? '，且为整数' : ''}。请改正后重试。`,
  },
  'warnings.bad-parameters': {
    kind: 'invalid',
    sentence: (d) => `参数文件有误：${d.what}。请改正后重新导入；没有导入任何参数。`,
  },
});
