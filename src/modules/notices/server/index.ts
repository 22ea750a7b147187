// The door of the slice on the server.

import '../domain/problems.ts';

export { noticesDownloads } from './downloads.ts';
export { noticesDues } from './dues.ts';
export { noticesGuards } from './guards.ts';
export { noticesHandlers } from './handlers.ts';
export { noticesEffects } from './post-notice.ts';
