// What can be refused in the monitoring of households, in words that say what to do.

import { defineProblems } from '../../../kernel/problem.ts';
import './measure-problems.ts';

/** 20220531 → 2022-05-31; a text stays. */
function dayWords(day: string | number | undefined): string {
  return String(day ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

defineProblems({
  'monitoring.case-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这个监测个案,可能不在您的区域内。请从列表中打开。',
  },
  'monitoring.clue-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这条线索,可能不在您的区域内。请从线索列表中打开。',
  },
  'monitoring.clue-settled': {
    kind: 'conflict',
    sentence: (d) => `这条线索已由${d.who || '他人'}处理。请刷新页面查看。`,
  },
  'monitoring.clue-own-words': {
    kind: 'invalid',
    sentence: () => '农户自主申报的内容是农户本人的话,不能更正。情况不符的,请在入户核实中写明。',
  },
  'monitoring.clue-changed': {
    kind: 'conflict',
    sentence: () => '线索内容刚刚被他人更正过,您的更正没有保存。请刷新后再更正。',
  },
  'monitoring.clue-without-household': {
    kind: 'invalid',
    sentence: () => '这条线索还没有确定是哪一户。请先选择农牧户,再登记立案。',
  },
  'monitoring.other-household': {
    kind: 'invalid',
    sentence: () => '所选的线索不是同一户的。请分别登记立案。',
  },
  'monitoring.case-open': {
    kind: 'conflict',
    sentence: (d) =>
      d.who
        ? `该户已由${d.who}另行立案,新的个案正在办理,您填写的内容没有保存。请打开该户页面,在新的个案中继续办理。`
        : '该户已有正在办理的监测个案。请把线索并入该个案。',
  },
  'monitoring.moved-on': {
    kind: 'conflict',
    sentence: (d) => `您打开页面后,${d.who}已办理“${d.what}”。您填写的内容没有保存,请刷新后按新的情况办理。`,
  },
  'monitoring.not-now': {
    kind: 'conflict',
    sentence: () => '个案当前所处的环节不能进行此项操作。请刷新页面,查看当前环节。',
  },
  'monitoring.paused': { kind: 'conflict', sentence: () => '个案已暂停计时。请先恢复计时,再办理。' },
  'monitoring.too-few-visitors': {
    kind: 'invalid',
    sentence: (d) => `入户人员须至少 ${d.least} 人,且不能重复。请补充入户人员。`,
  },
  'monitoring.day-in-future': { kind: 'invalid', sentence: (d) => `日期 ${dayWords(d.day)} 晚于今天。请更正日期。` },
  'monitoring.day-before-case': {
    kind: 'invalid',
    sentence: (d) => `日期 ${dayWords(d.day)} 早于个案登记的日期。请更正日期。`,
  },
  'monitoring.day-before-step': {
    kind: 'invalid',
    sentence: (d) => `日期 ${dayWords(d.day)} 早于进入公示环节的日期。请更正日期。`,
  },
  'monitoring.day-before-decision': {
    kind: 'invalid',
    sentence: (d) => `告知日期 ${dayWords(d.day)} 早于作出决定的日期。请更正日期。`,
  },
  'monitoring.votes-exceed': {
    kind: 'invalid',
    sentence: (d) => `票数之和超过参会人数 ${d.people} 人。请核对票数和参会人员。`,
  },
  'monitoring.votes-too-few': {
    kind: 'invalid',
    sentence: () => '同意票未过半数,不能填写为通过。请核对票数,或填写为未通过。',
  },
  'monitoring.replies-missing': {
    kind: 'conflict',
    sentence: (d) => `还没有收到 ${d.departments} 的比对结果。请先登记回复,再形成结论。`,
  },
  'monitoring.risks-missing': {
    kind: 'invalid',
    sentence: () => '核实结果为情况属实时,须至少选择一项风险类型。请在核实内容中选择风险类型。',
  },
  'monitoring.compare-without-reply': {
    kind: 'invalid',
    sentence: () => '还没有部门回复比对结果。请先发起比对并登记回复,或写明未经部门回复的原因(至少 4 个字)。',
  },
  'monitoring.not-asked': {
    kind: 'invalid',
    sentence: (d) => `没有向“${d.department}”发起比对。请先发起比对。`,
  },
  'monitoring.notice-missing': {
    kind: 'conflict',
    sentence: (d) => `${d.level}一级还没有张贴公示。请先登记公示。`,
  },
  'monitoring.notice-running': {
    kind: 'conflict',
    sentence: (d) => `公示期到 ${dayWords(d.day)} 才满。请期满后再结束公示。`,
  },
  'monitoring.objections-open': {
    kind: 'conflict',
    sentence: (d) => `还有 ${d.count} 条异议没有处理。请先登记处理结果。`,
  },
  'monitoring.not-your-level': {
    kind: 'forbidden',
    sentence: () => '这一级的公示不由本账号张贴。请联系相应的嘎查村、苏木乡镇或旗县。',
  },
  'monitoring.category-contradicts': {
    kind: 'invalid',
    sentence: () => '监测对象类别与户类型不符:脱贫户不能定为边缘易致贫户,一般农户不能定为脱贫不稳定户。请更正类别。',
  },
  'monitoring.line-missing': {
    kind: 'conflict',
    sentence: () => '本旗县没有设定今天执行的监测范围。请在“规则与参数”中设定后再审定。',
  },
  'monitoring.conditions-unmet': {
    kind: 'conflict',
    sentence: (d) => `还不具备风险消除的条件:${d.what}。条件具备后再办理。`,
  },
  'monitoring.return-where': {
    kind: 'invalid',
    sentence: (d) => `不能退回到“${d.step}”。请选择当前环节之前的环节。`,
  },
  'monitoring.appeal-late': {
    kind: 'conflict',
    sentence: (d) => `申请复核的期限已于 ${dayWords(d.day)} 届满。如有新的情况,请重新登记线索。`,
  },
  'monitoring.appeal-over': {
    kind: 'conflict',
    sentence: () => '复核结论已经作出,不再复核。如有新的情况,请重新登记线索。',
  },
  'monitoring.template-needs-area': {
    kind: 'forbidden',
    sentence: () => '只能为本区域内的旗县、盟市设定流程模板。请选择本区域内的地区。',
  },
  'monitoring.template-in-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。模板不能追溯生效,请选择今天或以后的日期。`,
  },
  'monitoring.template-exists': {
    kind: 'conflict',
    sentence: (d) => `该地区已有 ${d.day} 生效的模板。请选择另一个生效日期。`,
  },
  'monitoring.calendar-needs-region': {
    kind: 'forbidden',
    sentence: () => '节假日由自治区统一设定,本账号不能修改。请联系自治区管理员。',
  },
  'monitoring.national-not-found': {
    kind: 'not-found',
    sentence: () => '所选的条目中有的不在您的区域内。请刷新清单后重新选择。',
  },
  'monitoring.national-superseded': {
    kind: 'conflict',
    sentence: () => '该户同一字段已有新的待回写内容,不能撤销较早的回写标记。请按新的内容回写。',
  },
  'monitoring.national-no-rows': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.file}”里只有表头,没有一户。请在国家系统中重新导出监测对象表后再比对。`,
  },
  'monitoring.comparison-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这次比对,可能不在您的区域内。请返回“国家系统回写清单”,从历次比对中选择。',
  },
  'monitoring.comparison-ended': {
    kind: 'conflict',
    sentence: () => '这次比对已经结束,不能再取消。请刷新后查看结果。',
  },
  'monitoring.too-many-to-export': {
    kind: 'invalid',
    sentence: (d) => `要导出的超过 ${d.limit} 条。请缩小区域或增加条件后再导出。`,
  },
  'monitoring.document-not-ready': {
    kind: 'conflict',
    sentence: (d) => `还不能生成《${d.title}》:${d.why}。请在办理后再打开。`,
  },
  'monitoring.no-notices': {
    kind: 'not-found',
    sentence: () => '所选区域今天没有正在公示的对象。已期满的公示可在“已结束”中逐份打开。',
  },
  'monitoring.nothing-decided': {
    kind: 'not-found',
    sentence: (d) => `所选区域 ${d.day} 没有审定的监测对象。请选择其他日期或区域。`,
  },
  'monitoring.too-many-papers': {
    kind: 'invalid',
    sentence: (d) => `所选区域的内容超过 ${d.limit} 份,不能一次打印。请选择较小的区域。`,
  },
  'monitoring.bad-cursor': { kind: 'invalid', sentence: () => '翻页的位置无效。请回到第一页。' },
});
