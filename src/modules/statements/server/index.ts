// The door of the slice on the server.

import '../domain/problems.ts';

export { statementsDownloads } from './downloads.ts';
export { statementsEffects } from './effects.ts';
export { statementsHandlers } from './handlers.ts';
