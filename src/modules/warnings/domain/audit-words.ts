// What the audit trail records of warnings, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { STATE_NAMES } from './lifecycle.ts';

export const warningsAuditWords: AuditWords = {
  warning: { result: { title: '核实结果', values: STATE_NAMES }, note: { title: '情况说明' } },
};
