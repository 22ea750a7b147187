// What the audit trail records of cases, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { STATE_NAMES } from '../../process/domain/steps.ts';

export const casesAuditWords: AuditWords = {
  case: {
    state: { title: '状态', values: STATE_NAMES },
    seq: { title: '办理序号' },
    clueIds: { title: '线索编号' },
    opened: { title: '新立个案' },
  },
};
