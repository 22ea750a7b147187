import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'regions.not-found': {
    kind: 'not-found',
    sentence: (d) => `区划代码 ${d.code} 不在区划表中。请从列表或地图中选择区域。`,
  },
  'regions.bad-file': {
    kind: 'unavailable',
    sentence: (d) => `区划文件 ${d.file} 第 ${d.line} 行不符合格式“${d.header}”。请换回程序自带的文件后重新启动。`,
  },
});
