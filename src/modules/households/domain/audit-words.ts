// What the audit trail records of households, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { EVENT_NAMES } from './events.ts';

export const householdsAuditWords: AuditWords = {
  household: {
    kind: { title: '变动', values: EVENT_NAMES },
    onDate: { title: '变动日期' },
    memberCount: { title: '家庭人口' },
    headName: { title: '户主姓名' },
    villageCode: { title: '嘎查村代码' },
    year: { title: '收入年度' },
    lines: { title: '测算表项数' },
    eventId: { title: '变动记录号' },
  },
};
