// What can be refused about employment.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'employment.month-ahead': {
    kind: 'invalid',
    sentence: (d) => `${d.month} 还没有到，不能确认。请选择本月或前三个月。`,
  },
  'employment.month-past': {
    kind: 'invalid',
    sentence: (d) => `${d.month} 已经过去三个月以上，不再点选确认。确有依据的，请在“务工月确认”台账中登记。`,
  },
  'employment.not-confirmed': {
    kind: 'conflict',
    sentence: (d) => `没有登记：${d.reason}。请改正后再办。`,
  },
  'employment.needs-county': {
    kind: 'invalid',
    sentence: () => '名册按旗县比对。请先选择一个旗县，或它的下级。',
  },
  'employment.needs-village': {
    kind: 'invalid',
    sentence: () => '月确认按嘎查村办理。请先选择一个嘎查村。',
  },
  'employment.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '就业管理要求由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'employment.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变要求，请填今天或以后的日期。`,
  },
});
