// What the audit trail records of clues, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { CHANNEL_NAMES } from './words.ts';

export const cluesAuditWords: AuditWords = {
  clue: {
    channel: { title: '发现渠道', values: CHANNEL_NAMES },
    receivedOn: { title: '收到日期' },
    helper: { title: '由他人代为申报' },
  },
};
