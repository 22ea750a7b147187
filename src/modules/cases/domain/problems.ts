// What can be refused about cases, in words that say what to do.

import { defineProblems } from '../../../kernel/problem.ts';
import { dayWords } from '../../clues/domain/problems.ts';

defineProblems({
  'cases.not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这个监测个案，可能不在您的区域内。请从列表中打开。',
  },
  'cases.clue-without-household': {
    kind: 'invalid',
    sentence: () => '这条线索还没有确定是哪一户。请先选择农牧户，再登记立案。',
  },
  'cases.other-household': {
    kind: 'invalid',
    sentence: () => '所选的线索不是同一户的。请分别登记立案。',
  },
  'cases.case-open': {
    kind: 'conflict',
    sentence: (d) =>
      d.who
        ? `该户已由${d.who}另行立案，新的个案正在办理，您填写的内容没有保存。请打开该户页面，在新的个案中继续办理。`
        : '该户已有正在办理的监测个案。请把线索并入该个案。',
  },
  'cases.moved-on': {
    kind: 'conflict',
    sentence: (d) => `您打开页面后，${d.who}已办理“${d.what}”。您填写的内容没有保存，请刷新后按新的情况办理。`,
  },
  'cases.not-now': {
    kind: 'conflict',
    sentence: () => '个案当前所处的环节不能进行此项操作。请刷新页面，查看当前环节。',
  },
  'cases.paused': { kind: 'conflict', sentence: () => '个案已暂停计时。请先恢复计时，再办理。' },
  'cases.too-few-visitors': {
    kind: 'invalid',
    sentence: (d) => `入户人员须至少 ${d.least} 人，且不能重复。请补充入户人员。`,
  },
  'cases.day-before-case': {
    kind: 'invalid',
    sentence: (d) => `日期 ${dayWords(d.day)} 早于个案登记的日期。请更正日期。`,
  },
  'cases.day-before-step': {
    kind: 'invalid',
    sentence: (d) => `日期 ${dayWords(d.day)} 早于进入公示环节的日期。请更正日期。`,
  },
  'cases.day-before-decision': {
    kind: 'invalid',
    sentence: (d) => `告知日期 ${dayWords(d.day)} 早于作出决定的日期。请更正日期。`,
  },
  'cases.votes-exceed': {
    kind: 'invalid',
    sentence: (d) => `票数之和超过参会人数 ${d.people} 人。请核对票数和参会人员。`,
  },
  'cases.votes-too-few': {
    kind: 'invalid',
    sentence: () => '同意票未过半数，不能填写为通过。请核对票数，或填写为未通过。',
  },
  'cases.risks-missing': {
    kind: 'invalid',
    sentence: () => '核实结果为情况属实时，须至少选择一项风险类型。请在核实内容中选择风险类型。',
  },
  'cases.compare-without-reply': {
    kind: 'invalid',
    sentence: () => '还没有部门回复比对结果。请先发起比对并登记回复，或写明未经部门回复的原因（至少 4 个字）。',
  },
  'cases.not-asked': {
    kind: 'invalid',
    sentence: (d) => `没有向“${d.department}”发起比对。请先发起比对。`,
  },
  'cases.notice-missing': {
    kind: 'conflict',
    sentence: (d) => `${d.level}一级还没有张贴公示。请先登记公示。`,
  },
  'cases.notice-running': {
    kind: 'conflict',
    sentence: (d) => `公示期到 ${dayWords(d.day)} 才满。请期满后再结束公示。`,
  },
  'cases.objections-open': {
    kind: 'conflict',
    sentence: (d) => `还有 ${d.count} 条异议没有处理。请先登记处理结果。`,
  },
  'cases.not-your-level': {
    kind: 'forbidden',
    sentence: () => '这一级的公示不由本账号张贴。请联系相应的嘎查村、苏木乡镇或旗县。',
  },
  'cases.category-contradicts': {
    kind: 'invalid',
    sentence: () => '监测对象类别与户类型不符：脱贫户不能定为边缘易致贫户，一般农户不能定为脱贫不稳定户。请更正类别。',
  },
  'cases.line-missing': {
    kind: 'conflict',
    sentence: () => '本旗县没有设定今天执行的监测范围。请在“规则与参数”中设定后再审定。',
  },
  'cases.conditions-unmet': {
    kind: 'conflict',
    sentence: (d) => `还不具备风险消除的条件：${d.what}。条件具备后再办理。`,
  },
  'cases.return-where': {
    kind: 'invalid',
    sentence: (d) => `不能退回到“${d.step}”。请选择当前环节之前的环节。`,
  },
  'cases.appeal-late': {
    kind: 'conflict',
    sentence: (d) => `申请复核的期限已于 ${dayWords(d.day)} 届满。如有新的情况，请重新登记线索。`,
  },
  'cases.appeal-over': {
    kind: 'conflict',
    sentence: () => '复核结论已经作出，不再复核。如有新的情况，请重新登记线索。',
  },
});
