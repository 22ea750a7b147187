// What is due next, in words.

import type { Term } from './terms.ts';

export const TERM_NAMES: Record<Term, string> = {
  claim: '认领',
  plan: '报整改方案',
  submit: '报验收',
  'check-county': '旗县验收',
  'check-league': '盟市验收',
  close: '验收销号',
};
