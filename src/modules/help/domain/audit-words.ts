// What the audit trail records of measures and visits, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { formatYuan } from '../../../kernel/money.ts';
import { MEASURE_CLASS_NAMES, MEASURE_STATE_NAMES } from './measures.ts';

export const helpAuditWords: AuditWords = {
  measure: {
    class: { title: '措施类别', values: MEASURE_CLASS_NAMES },
    unit: { title: '责任单位' },
    person: { title: '责任人' },
    plannedFrom: { title: '开始日期' },
    dueOn: { title: '完成期限' },
    moneyFen: { title: '资金（元）', write: formatYuan },
    policy: { title: '政策依据' },
    state: { title: '状态', values: MEASURE_STATE_NAMES },
    contentChanged: { title: '帮扶内容有改动' },
    resultOn: { title: '落实日期' },
  },
  visit: {
    visitedOn: { title: '走访日期' },
    visitors: { title: '走访人数' },
    nextVisitDue: { title: '下次走访最迟' },
  },
};
