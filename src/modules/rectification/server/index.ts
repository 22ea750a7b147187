// The door of the slice.

import '../domain/problems.ts';

export { rectificationDownloads } from './downloads.ts';
export { rectificationDues } from './dues.ts';
export { rectificationGuards } from './guards.ts';
export { rectificationHandlers } from './handlers.ts';
export { rectificationEffects } from './keep-verdicts.ts';
