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
  'figures.published-there': {
    kind: 'conflict',
    sentence: (d) =>
      `${d.asOf} 时点的数在 ${d.publishedOn} 已经公布过，公布的数不能改写。请退回修改，换一个发布日期后再审定。`,
  },
  'figures.not-published': { kind: 'invalid', sentence: (d) => `不能写入已发布数：${d.reasons}` },
  'figures.published-kept': {
    kind: 'conflict',
    sentence: () => '这是审定的发布稿公布的数，不能更改或作废。现在的数有出入的，在指标页会写明相差多少和原因。',
  },
});
