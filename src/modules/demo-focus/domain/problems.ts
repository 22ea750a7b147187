import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'demo-focus.not-empty': {
    kind: 'conflict',
    sentence: () =>
      '这个数据文件夹里已经有账号或农牧户，全量演示只装进空的数据文件夹。请把环境变量 SHOUWANG_DATA 指到一个新的文件夹再运行。',
  },
  'demo-focus.there': {
    kind: 'conflict',
    sentence: () =>
      '这个数据文件夹里已经装好全量演示，不用再装。要看数，请运行 shouwang figures compare --as-of 2022-05-31，或用 npm start 打开。',
  },
});
