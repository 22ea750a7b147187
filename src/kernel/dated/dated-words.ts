// What the audit trail records of dated values, in words of the screen.

import type { RecordWords } from '../audit-words.ts';

export const DATED_WORDS: RecordWords = {
  effectiveFrom: { title: '生效日期' },
  value: { title: '数值' },
  name: { title: '名称' },
  note: { title: '依据' },
};
