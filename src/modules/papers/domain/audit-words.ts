// What the audit trail records of the papers of a case, in words of the screen.

import type { RecordWords } from '../../../kernel/audit-words.ts';
import { DOCUMENT_KEYS, documentTitle } from './documents/catalogue.ts';

const documentNames = Object.fromEntries(DOCUMENT_KEYS.map((key) => [key, documentTitle(key)]));

/** Recorded of a case, beside what cases record themselves. */
export const papersOfCaseWords: RecordWords = { document: { title: '文书', values: documentNames } };
