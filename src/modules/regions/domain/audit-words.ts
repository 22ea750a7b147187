// What the audit trail records of regions, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { CHANGE_NAMES, COUNT_NAMES } from './region-change.ts';

const counts = Object.fromEntries(Object.entries(COUNT_NAMES).map(([key, { title }]) => [key, { title }]));

export const regionsAuditWords: AuditWords = {
  region: {
    kind: { title: '变更类型', values: CHANGE_NAMES },
    code: { title: '代码' },
    name: { title: '名称' },
    onDate: { title: '生效日期' },
    ...counts,
  },
};
