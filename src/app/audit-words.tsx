// How the audit trail is read on screen: the words of all slices. Loaded with the page of the trail.

import type { AuditWords } from '../kernel/audit-words.ts';
import { DATED_WORDS } from '../kernel/dated/dated-words.ts';
import { accountsAuditWords } from '../modules/accounts/domain/audit-words.ts';
import { casesAuditWords } from '../modules/cases/domain/audit-words.ts';
import { cluesAuditWords } from '../modules/clues/domain/audit-words.ts';
import { feedsAuditWords } from '../modules/feeds/domain/audit-words.ts';
import { helpAuditWords } from '../modules/help/domain/audit-words.ts';
import { householdsAuditWords } from '../modules/households/domain/audit-words.ts';
import { incomesAuditWords } from '../modules/incomes/domain/audit-words.ts';
import { inquiriesAuditWords } from '../modules/inquiries/domain/audit-words.ts';
import { messagesAuditWords, reminderWords } from '../modules/messages/domain/audit-words.ts';
import { nationalAuditWords } from '../modules/national/domain/audit-words.ts';
import { papersOfCaseWords } from '../modules/papers/domain/audit-words.ts';
import { regionsAuditWords } from '../modules/regions/domain/audit-words.ts';
import { warningsAuditWords } from '../modules/warnings/domain/audit-words.ts';

export const AUDIT_WORDS: AuditWords = {
  ...regionsAuditWords,
  ...accountsAuditWords,
  ...householdsAuditWords,
  ...feedsAuditWords,
  ...warningsAuditWords,
  ...cluesAuditWords,
  ...casesAuditWords,
  case: { ...casesAuditWords.case, ...papersOfCaseWords, ...reminderWords },
  ...inquiriesAuditWords,
  ...helpAuditWords,
  ...messagesAuditWords,
  ...nationalAuditWords,
  parameter: DATED_WORDS,
  'process-template': DATED_WORDS,
  'measure-library': DATED_WORDS,
  'asset-setting': DATED_WORDS,
  'construction-setting': DATED_WORDS,
  'rectification-setting': DATED_WORDS,
  'governance-setting': DATED_WORDS,
  'income-setting': DATED_WORDS,
  'income-closing': incomesAuditWords,
  'contingency-setting': DATED_WORDS,
  'sweep-setting': DATED_WORDS,
  'cleaning-setting': DATED_WORDS,
  'sweep-survey': DATED_WORDS,
  'team-setting': DATED_WORDS,
  'policy-setting': DATED_WORDS,
  'money-setting': DATED_WORDS,
  'key-county-setting': DATED_WORDS,
  'pairing-setting': DATED_WORDS,
};
