// Code lists of the process, with the words of the screens and documents (handbook §1.1, §2.1, §4.4, §5.1).

import { MONITORING_CATEGORY_NAMES } from '../../households/domain/registry-columns.ts';

export const CATEGORIES = ['unstable-lifted', 'borderline', 'sudden-hardship'] as const;
export type Category = (typeof CATEGORIES)[number];
export const CATEGORY_NAMES: Record<Category, string> = MONITORING_CATEGORY_NAMES;

export { RISK_NAMES, RISKS, type Risk } from '../../households/domain/risk-words.ts';
/** At most so many risks of one household are kept, the main one first (handbook §4.1). */
export const MOST_RISKS = 5;

export const CLEARING_MODES = ['assisted', 'natural'] as const;
export type ClearingMode = (typeof CLEARING_MODES)[number];
export const CLEARING_MODE_NAMES: Record<ClearingMode, string> = { assisted: '帮扶消除', natural: '自然消除' };

export const COPING = ['able', 'partly', 'unable'] as const;
export type Coping = (typeof COPING)[number];
export const COPING_NAMES: Record<Coping, string> = {
  able: '能够自主应对',
  partly: '部分能够应对',
  unable: '难以自主应对',
};
