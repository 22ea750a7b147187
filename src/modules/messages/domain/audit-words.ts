// What the audit trail records of reminders and of the door, in words of the screen.

import type { AuditWords, RecordWords } from '../../../kernel/audit-words.ts';
import { REMINDER_NAMES } from './reminders.ts';

/** Beside what the cases themselves record of a case. */
export const reminderWords: RecordWords = {
  kind: { title: '方式', values: REMINDER_NAMES },
  note: { title: '要求' },
  reply: { title: '办理情况' },
};

export const messagesAuditWords: AuditWords = {
  'message-door': {
    url: { title: '地址' },
    kinds: { title: '外发的消息' },
    enabled: { title: '启用' },
    problem: { title: '未成功的原因' },
  },
};
