// What the audit trail records of accounts, in words of the screen.

import type { AuditWords } from '../../../kernel/audit-words.ts';
import { ROLE_NAMES } from '../../../kernel/operation.ts';

export const accountsAuditWords: AuditWords = { account: { role: { title: '角色', values: ROLE_NAMES } } };
