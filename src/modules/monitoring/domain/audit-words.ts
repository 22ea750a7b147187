// What the audit trail records of clues, cases, help and what goes back to the national system, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { formatYuan } from '../../../kernel/money.ts';
import { DOCUMENT_KEYS, documentTitle } from './documents/catalogue.ts';
import { MEASURE_CLASS_NAMES, MEASURE_STATE_NAMES } from './measures.ts';
import { NATIONAL_FIELD_NAMES } from './national-changes.ts';
import { STATE_NAMES } from './steps.ts';
import { CHANNEL_NAMES } from './words.ts';

const documentNames = Object.fromEntries(DOCUMENT_KEYS.map((key) => [key, documentTitle(key)]));

export const monitoringAuditWords: AuditWords = {
  clue: {
    channel: { title: '发现渠道', values: CHANNEL_NAMES },
    receivedOn: { title: '收到日期' },
    helper: { title: '由他人代为申报' },
  },
  case: {
    state: { title: '状态', values: STATE_NAMES },
    seq: { title: '办理序号' },
    clueIds: { title: '线索编号' },
    opened: { title: '新立个案' },
    document: { title: '文书', values: documentNames },
  },
  measure: {
    class: { title: '措施类别', values: MEASURE_CLASS_NAMES },
    unit: { title: '责任单位' },
    person: { title: '责任人' },
    plannedFrom: { title: '开始日期' },
    dueOn: { title: '完成期限' },
    moneyFen: { title: '资金(元)', write: formatYuan },
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
  'national-change': {
    field: { title: '字段', values: NATIONAL_FIELD_NAMES },
    done: { title: '已在国家系统录入' },
  },
};
