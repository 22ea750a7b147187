// What the slice refuses.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'figures.bad-setting': {
    kind: 'invalid',
    sentence: (d) => `指标设置“${d.key}”应为${d.may}，现在是“${d.value}”。请改正后重新导入；没有导入任何参数。`,
  },
  'figures.no-figure': {
    kind: 'not-found',
    sentence: (d) => `没有名为“${d.id}”的指标。请从指标目录中选择。`,
  },
  'figures.outside-area': {
    kind: 'forbidden',
    sentence: (d) => `${d.name}不在您管辖的范围内，不能查看它的指标。请改选本地区或下级地区。`,
  },
  'figures.bad-cursor': { kind: 'invalid', sentence: () => '翻页的位置无效。请回到第一页。' },
  'figures.too-many-rows': {
    kind: 'invalid',
    sentence: (d) => `明细超过 ${d.most} 行，不能一次导出。请改选下级地区后分别导出。`,
  },
  'figures.bad-moment': {
    kind: 'invalid',
    sentence: (d) => `“${d.text}”不是日期或时间，应如 2022-06-08 或 2022-06-08T10:00:00。请改正后重试。`,
  },
});
