// What the audit trail records of inquiries, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';

export const inquiriesAuditWords: AuditWords = {
  inquiry: { answered: { title: '回复人数' }, refused: { title: '未采用的行' }, ids: { title: '含完整证件号码' } },
};
