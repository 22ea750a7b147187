// What can be refused about rounds, their lists, visits and rechecks.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'sweeps.not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这个轮次，可能已经作废。请从“集中监测和摸排”里重新打开。',
  },
  'sweeps.not-running': {
    kind: 'conflict',
    sentence: () => '这个轮次还没有下发或已经关闭，不能登记。请核对轮次。',
  },
  'sweeps.not-listed': {
    kind: 'not-found',
    sentence: () => '这户不在本轮清单里，或者不在您的区域内。请从清单里选择；新增的农牧户第二天会列入清单。',
  },
  'sweeps.visit-day': {
    kind: 'invalid',
    sentence: (d) => `核查日期 ${d.day} 早于本轮开始日期 ${d.startsOn} 或晚于今天。请改正核查日期。`,
  },
  'sweeps.same-visitor': {
    kind: 'invalid',
    sentence: (d) => `两名核查人都是${d.name}。入户核查须两人同行，请填写另一名核查人。`,
  },
  'sweeps.unanswered': {
    kind: 'invalid',
    sentence: (d) => `还没有回答：${d.titles}。请逐项填写后再保存。`,
  },
  'sweeps.risks-missing': {
    kind: 'invalid',
    sentence: () => '结论是发现线索，请至少选择一个风险点；现场已经解决的也要选。',
  },
  'sweeps.no-proof': {
    kind: 'invalid',
    sentence: () => '入户核查须有现场照片，或者勾选农户已在纸质表上签字。请补上后再保存。',
  },
  'sweeps.visit-rechecked': {
    kind: 'conflict',
    sentence: () => '这户已经复核，核查结果不能再改。确需重做的，请由苏木乡镇以上退回嘎查村重做。',
  },
  'sweeps.nobody-assigned': {
    kind: 'invalid',
    sentence: () => '所选范围内没有可以分给这名承办人的农牧户。请检查承办人的区域和所选的范围。',
  },
  'sweeps.township-only': {
    kind: 'invalid',
    sentence: () => '覆盖情况由苏木乡镇确认。请先选择一个苏木乡镇。',
  },
  'sweeps.not-covered': {
    kind: 'conflict',
    sentence: (d) => `还有 ${d.open} 户没有核查或者待补访，不能确认。请查完或者登记为整户长期在外后再确认。`,
  },
  'sweeps.nothing-listed': {
    kind: 'conflict',
    sentence: () => '这个苏木乡镇在本轮没有清单，不需要确认。',
  },
  'sweeps.nothing-to-draw': {
    kind: 'conflict',
    sentence: () => '没有可以抽取的嘎查村：须先由苏木乡镇确认覆盖情况，已经抽取过的不重复抽取。',
  },
  'sweeps.recheck-not-found': {
    kind: 'not-found',
    sentence: () => '这户不在您这一级的复核名单里。请从复核名单里选择。',
  },
  'sweeps.recheck-done': {
    kind: 'conflict',
    sentence: () => '这户已经由他人复核，没有重复登记。请刷新名单查看。',
  },
  'sweeps.recheck-own': {
    kind: 'forbidden',
    sentence: () => '您参加了这户的首次核查，不能再复核。请交由他人复核。',
  },
  'sweeps.recheck-day': {
    kind: 'invalid',
    sentence: (d) => `复核日期 ${d.day} 早于核查日期或晚于今天。请改正复核日期。`,
  },
  'sweeps.village-clean': {
    kind: 'conflict',
    sentence: () => '这个嘎查村还没有已查的农牧户，不需要重做。',
  },
  'sweeps.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '集中监测的期限和问卷由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'sweeps.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变，请填今天或以后的日期。`,
  },
  'sweeps.survey-exists': {
    kind: 'conflict',
    sentence: () => '这一天已经有本地区的问卷。已经下发的轮次用着它，请改用另一个生效日期。',
  },
});
