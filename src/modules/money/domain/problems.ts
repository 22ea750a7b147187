// What can be refused on the way of the money.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'money.project-not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到项目“${d.number}”，可能不在您的区域内，或已经作废。请核对项目编号。`,
  },
  'money.document-not-found': {
    kind: 'not-found',
    sentence: (d) => `没有找到下达编号“${d.number}”，可能不在您的区域内，或已经作废。请核对下达编号。`,
  },
  'money.concern-not-found': {
    kind: 'conflict',
    sentence: () => '这条提醒已经不在了：数据已经更新，或他人已经说明。请刷新页面。',
  },
  'money.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '资金监管要求按旗县、盟市或自治区设定。请在右上角选择旗县或盟市后再设定。',
  },
  'money.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变要求，请填今天或以后的日期。`,
  },
});
