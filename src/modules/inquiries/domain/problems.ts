import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'inquiries.not-found': {
    kind: 'not-found',
    sentence: () => '没有这张协查单，或者它不在当前账号可以查看的范围内。请从部门协查列表中选择。',
  },
  'inquiries.no-position': {
    kind: 'invalid',
    sentence: (d) => `协查单里没有序号 ${d.position}，没有保存。请刷新后重新选择。`,
  },
  'inquiries.not-waiting': {
    kind: 'conflict',
    sentence: (d) => `序号 ${d.position} 所在的户已形成比对结论，不再接收回复，没有保存。请刷新后重新选择。`,
  },
  'inquiries.too-many-rows': {
    kind: 'invalid',
    sentence: (d) => `回复文件超过 ${d.most} 行，没有读入。请只保留这张协查单的行后重新上传。`,
  },
  'inquiries.nothing-refused': {
    kind: 'not-found',
    sentence: () => '最近一次回复文件没有未采用的行，没有可以下载的内容。',
  },
  'inquiries.nothing-to-record': {
    kind: 'conflict',
    sentence: () => '没有可以记入的户：要等一户的人全部回复，且还没有记入。请刷新后再看。',
  },
});
