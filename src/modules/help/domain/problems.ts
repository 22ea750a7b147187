// What can be refused in the help of households.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'help.not-begun': {
    kind: 'conflict',
    sentence: () => '旗县审定纳入监测后，或启动绿色通道后，才能登记帮扶措施和走访。请先办理前面的环节。',
  },
  'help.over': {
    kind: 'conflict',
    sentence: () => '这个监测个案已经风险消除或已经结束，不能再新增、修改措施。如有新的困难，请登记线索。',
  },
  'help.measure-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这项帮扶措施，可能不在您的区域内。请刷新页面后重试。',
  },
  'help.measure-moved-on': {
    kind: 'conflict',
    sentence: () => '您打开页面后，这项措施已由他人修改。您填写的内容没有保存，请刷新后按新的情况办理。',
  },
  'help.measure-settled': {
    kind: 'conflict',
    sentence: () => '这项措施已经落实或已经取消，不能再修改。需要继续帮扶的，请新增一项措施。',
  },
  'help.result-before-plan': {
    kind: 'invalid',
    sentence: (d) => `落实日期早于个案登记的日期 ${d.day}。请更正落实日期。`,
  },
  'help.library-needs-area': {
    kind: 'forbidden',
    sentence: () => '只能为本区域内的旗县、盟市设定措施库。请选择本区域内的地区。',
  },
  'help.library-in-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。措施库不能追溯生效，请选择今天或以后的日期。`,
  },
  'help.next-visit-past': {
    kind: 'invalid',
    sentence: () => '约定的下次走访日期须晚于本次走访日期。请更正日期。',
  },
});
