// What can be refused about notices.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'notices.unknown': {
    kind: 'invalid',
    sentence: (d) => `台账“${d.register}”没有“${d.kind}”这一种公示。请刷新页面后重新选择。`,
  },
  'notices.not-found': {
    kind: 'not-found',
    sentence: () => '没有这份公示，或者它不在您的辖区内。请返回列表刷新后再看。',
  },
  'notices.no-rows': {
    kind: 'invalid',
    sentence: () => '选中的记录都不在您的辖区内，或已经作废。请刷新列表后重新选择。',
  },
  'notices.row-unfit': {
    kind: 'conflict',
    sentence: (d) => `没有生成公示：${d.rows}${d.why}。请去掉这些记录后重新生成。`,
  },
  'notices.several-places': {
    kind: 'conflict',
    sentence: (d) => `选中的记录不在同一个${d.level}，不能放在一份${d.level}公示里。请按${d.level}分别生成。`,
  },
  'notices.wrong-level': {
    kind: 'invalid',
    sentence: (d) => `这些记录不能在${d.level}公示。请选择“${d.levels}”之一，且不低于记录所在的级别。`,
  },
  'notices.not-yours': {
    kind: 'forbidden',
    sentence: (d) => `${d.place}的公示由本级张贴。请由${d.place}的工作人员生成，或选择下一级公示。`,
  },
  'notices.changed': {
    kind: 'conflict',
    sentence: (d) => `没有张贴：${d.rows} 条记录已作废、状态改变或不在辖区内。请撤销这份公示，重新选择记录生成。`,
  },
  'notices.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '公示天数由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'notices.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经张贴的公示不能改变天数，请填今天或以后的日期。`,
  },
});
