// What can be refused about statements.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'statements.not-found': {
    kind: 'not-found',
    sentence: () => '没有这篇发布稿，或者它不在您的辖区内。请返回台账刷新后再看。',
  },
  'statements.ahead': {
    kind: 'invalid',
    sentence: (d) => `数据时点 ${d.day} 还没有到。请选择今天或以前的日期。`,
  },
  'statements.order': {
    kind: 'invalid',
    sentence: () => '发布日期早于数据时点。请改选发布日期。',
  },
  'statements.not-draft': {
    kind: 'conflict',
    sentence: () => '这篇发布稿已经送审，不能再改。请先在台账里退回修改。',
  },
  'statements.changed': {
    kind: 'conflict',
    sentence: (d) => `${d.by} 在您打开以后保存过这篇正文。请复制您改动的内容，刷新后再合并进去。`,
  },
  'statements.faults': {
    kind: 'invalid',
    sentence: (d) => `正文第 ${d.line} 行：${d.what}。${Number(d.more) > 0 ? `另有 ${d.more} 处。` : ''}改正后再保存。`,
  },
  'statements.floor-left-out': {
    kind: 'invalid',
    sentence: (d) => `${d.names}低于政策下限，正文里没有写。请写上后再送审。`,
  },
  'statements.no-claim': {
    kind: 'invalid',
    sentence: (d) => `正文里没有“${d.claim}”，或者现在的数还不支持这样说。请刷新后再确认。`,
  },
  'statements.same-person': {
    kind: 'forbidden',
    sentence: () => '写稿或送审的人不能自己审定。请由另一人审定。',
  },
});
