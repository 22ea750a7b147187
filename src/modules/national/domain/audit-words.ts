// What the audit trail records of the list for the national system, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { NATIONAL_FIELD_NAMES } from './national-changes.ts';

export const nationalAuditWords: AuditWords = {
  'national-change': {
    field: { title: '字段', values: NATIONAL_FIELD_NAMES },
    done: { title: '已在国家系统录入' },
  },
};
