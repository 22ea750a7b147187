// What the audit trail records of clues and cases, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { STATE_NAMES } from '../../process/domain/steps.ts';
import { CHANNEL_NAMES } from './words.ts';

export const casesAuditWords: AuditWords = {
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
  },
};
