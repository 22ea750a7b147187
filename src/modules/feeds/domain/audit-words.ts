// What the audit trail records of batches, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { BATCH_STATE_NAMES } from './batch-state.ts';

export const feedsAuditWords: AuditWords = { batch: { state: { title: '状态', values: BATCH_STATE_NAMES } } };
