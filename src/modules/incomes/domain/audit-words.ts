// What the audit trail records of incomes, in words of the screen.

import type { RecordWords } from '../../../kernel/audit-words.ts';
import { formatYuan } from '../../../kernel/money.ts';

export const incomesAuditWords: RecordWords = {
  year: { title: '收入年度' },
  households: { title: '有收支的脱贫户' },
  members: { title: '年末人口' },
  netFen: { title: '纯收入（元）', write: formatYuan },
  missing: { title: '没有收支的脱贫户' },
};
