import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'field.unknown-operation': {
    kind: 'invalid',
    sentence: () => '这类记录不能离线办理，没有保存。请更新手机上的程序，或联网后在电脑上办理。',
  },
  'field.item-not-found': {
    kind: 'not-found',
    sentence: () => '没有这条未办成的外业记录，可能已经办成或放弃。请刷新后再看。',
  },
  'field.conflict': {
    kind: 'conflict',
    sentence: (d) => `“${d.what}”在您离线期间也被${d.by}改过，没有保存。请对照两边的内容，选定后再提交。`,
  },
  'field.waits-for': {
    kind: 'conflict',
    sentence: () => '前一条记录还没有办成，这条先等着。请先处理前一条。',
  },
});
