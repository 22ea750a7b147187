// The door of the slice on the server.

import '../domain/problems.ts';

export { appraisalsDownloads } from './downloads.ts';
export { appraisalsDues } from './dues.ts';
export { appraisalsEffects } from './effects.ts';
export { appraisalsGuards } from './guards.ts';
export { appraisalsHandlers } from './handlers.ts';
export { publishedResults } from './published-results.ts';
