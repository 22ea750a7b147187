// What can be refused about incomes.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'incomes.household-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这一户，可能不在您的区域内，或已经注销。请从农牧户列表进入。',
  },
  'incomes.year-closed': {
    kind: 'conflict',
    sentence: (d) =>
      `${d.year} 年收入采集已于 ${d.day} 关账，不能再填测算表。确有错误的，请报旗县在“家庭收支”台账中更正，或请盟市重新开账。`,
  },
  'incomes.year-not-over': {
    kind: 'invalid',
    sentence: (d) => `${d.year} 年还没有结束，收入要到年末才能算全。请填 ${d.newest} 年及以前的收入。`,
  },
  'incomes.half-line': {
    kind: 'invalid',
    sentence: (d) => `“${d.item}”的数量和单价只填了一个。请都填上，没有这项收支的都空着。`,
  },
  'incomes.changed': {
    kind: 'conflict',
    sentence: () => '这一户的收支在您填写期间已被他人更改。请刷新页面，核对后再保存。',
  },
  'incomes.refused': {
    kind: 'invalid',
    sentence: (d) => `收支没有保存：${d.reasons}。请改正后再保存。`,
  },
  'incomes.not-a-county': {
    kind: 'invalid',
    sentence: (d) => `${d.name}不是旗县。关账按旗县办理，请先在上方选择旗县。`,
  },
  'incomes.already-closed': {
    kind: 'conflict',
    sentence: (d) => `${d.name} ${d.year} 年收入采集已经关账，不用再办理。`,
  },
  'incomes.not-closed': {
    kind: 'conflict',
    sentence: (d) => `${d.name} ${d.year} 年收入采集没有关账，不用重新开账。`,
  },
  'incomes.households-missing': {
    kind: 'conflict',
    sentence: (d) =>
      `${d.name}还有 ${d.missing} 户脱贫户没有 ${d.year} 年收支，不能关账。请补采；确实采集不到的，请写明原因后关账。`,
  },
  'incomes.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '核对要求由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'incomes.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变要求，请填今天或以后的日期。`,
  },
});
